import { randomBytes } from "node:crypto";
import { mkdir, open, opendir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { FileStorage } from "~/domain/awards/files/storage";

/** Folder of the files, in the data folder. */
export const FILES_FOLDER = "files";

const KEY = /^[a-f\d]{32}$/;

/**
 * Keeps files in a folder, each under a random name in one of 256 folders. What `put` returned for is on the disk, whole, also
 * after a power cut.
 * @param folder made when the first file comes.
 */
export function folderStorage(folder: string): FileStorage {
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new RangeError("not the key of a file");
    return join(folder, key.slice(0, 2), key);
  };
  return {
    async put(bytes) {
      const key = randomBytes(16).toString("hex");
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const handle = await open(`${path}.part`, "wx", 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${path}.part`, path);
      return key;
    },
    async get(key) {
      try {
        return new Uint8Array(await readFile(pathOf(key)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
    async *before(instant) {
      for await (const { name: shelf } of entriesOf(folder)) {
        for await (const { name } of entriesOf(join(folder, shelf))) {
          const path = join(folder, shelf, name);
          const { mtimeMs } = await stat(path);
          if (mtimeMs >= instant.getTime()) continue;
          if (KEY.test(name)) yield name;
          // A file that was cut off while it was written belongs to nobody.
          else if (name.endsWith(".part")) await rm(path, { force: true });
        }
      }
    },
  };
}

async function* entriesOf(folder: string) {
  try {
    yield* await opendir(folder);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
