import type { Linter } from "eslint";

/** The rules of the house, for a project at `root` (a path that ends in a slash), with those that need types or without. */
export function configFor(root: string, options?: { typed?: boolean }): Linter.Config[];
declare const config: Linter.Config[];
export default config;
