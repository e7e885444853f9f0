import { randomBytes } from "node:crypto";
import { mkdir, open, opendir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { FileStorage } from "~/domain/awards/files/storage";

/** A storage that also takes what has its key already: for copies and for moving from one storage to another. */
export interface KeyedStorage extends FileStorage {
  /** Keeps bytes under a key that another storage gave them; what was there under it is the same. */
  putAs(key: string, bytes: Uint8Array): Promise<void>;
}

/** Folder of the files, in the data folder. */
export const FILES_FOLDER = "files";

const KEY = /^[a-f\d]{32}$/;

/** A new random key. */
export const newFileKey = (): string => randomBytes(16).toString("hex");

/** Tells whether a name is the key of a file. */
export const isFileKey = (name: string): boolean => KEY.test(name);

/**
 * Keeps files in a folder, each under a random name in one of 256 folders. What `put` returned for is on the disk, whole, also
 * after a power cut.
 * @param folder made when the first file comes.
 */
export function folderStorage(folder: string): KeyedStorage {
  const pathOf = (key: string): string => {
    if (!isFileKey(key)) throw new RangeError("not the key of a file");
    return join(folder, key.slice(0, 2), key);
  };
  const putAs = async (key: string, bytes: Uint8Array): Promise<void> => {
    const path = pathOf(key);
    const part = `${path}.${newFileKey().slice(0, 8)}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const handle = await open(part, "wx", 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, path);
    } catch (error) {
      // Where the disk is full, a half one would keep it so.
      await rm(part, { force: true });
      throw error;
    }
  };
  return {
    putAs,
    async put(bytes) {
      const key = newFileKey();
      await putAs(key, bytes);
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
          if (isFileKey(name)) yield name;
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
