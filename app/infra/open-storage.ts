import { join } from "node:path";
import type { Env } from "./env";
import { FILES_FOLDER, folderStorage } from "./file-storage";
import type { KeyedStorage } from "./file-storage";

/** Opens the storage of files that the settings name. */
export function openStorage(env: Pick<Env, "DATA_DIR">): Promise<KeyedStorage> {
  return Promise.resolve(folderStorage(join(env.DATA_DIR, FILES_FOLDER)));
}
