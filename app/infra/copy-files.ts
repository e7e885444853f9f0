import type { FileStorage } from "~/domain/awards/files/storage";
import type { KeyedStorage } from "./file-storage";

const EVER = new Date(8.64e15);
const AT_ONCE = 4;

/** Every key in a storage. */
export async function keysIn(storage: Pick<FileStorage, "before">): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const key of storage.before(EVER)) keys.add(key);
  return keys;
}

/** What was copied, and what was there already. */
export interface FilesCopied {
  readonly copied: number;
  readonly present: number;
  /** Keys the source has. */
  readonly keys: ReadonlySet<string>;
}

export interface CopyOptions {
  readonly onFile?: (done: number) => void;
  /** Asks the other storage for each file again and compares. */
  readonly readAgain?: boolean;
}

/**
 * Copies every file that the other storage has not. A file never changes, so what is there is not copied again, and a run that was cut off goes
 * on where it was. What is taken away meanwhile is left out.
 */
export async function copyFiles(
  from: FileStorage,
  to: KeyedStorage,
  { onFile = () => undefined, readAgain = false }: CopyOptions = {},
): Promise<FilesCopied> {
  const [keys, there] = [await keysIn(from), await keysIn(to)];
  const missing = [...keys].filter((key) => !there.has(key));
  let copied = 0;
  const worker = async (): Promise<void> => {
    for (let key = missing.pop(); key !== undefined; key = missing.pop()) {
      const bytes = await from.get(key);
      if (!bytes) {
        keys.delete(key);
        continue;
      }
      await to.putAs(key, bytes);
      if (readAgain && !Buffer.from((await to.get(key)) ?? []).equals(bytes))
        throw new Error(`stored file ${key} is not the same after copying`);
      copied += 1;
      onFile(copied);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { copied, present: keys.size - copied, keys };
}
