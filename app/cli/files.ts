import { existsSync, statSync } from "node:fs";

/** Tells whether there is a file with this name. */
export const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
