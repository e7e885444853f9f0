import { createHash } from "node:crypto";
import type { FileStorage } from "~/domain/awards/files/storage";
import type { StoredUpload } from "~/domain/awards/files/entry-file";

/** A storage in memory; `keys` tells what lies in it. */
export function memoryStorage(): FileStorage & { readonly keys: () => string[]; readonly age: (key: string, at: Date) => void } {
  const kept = new Map<string, { bytes: Uint8Array<ArrayBuffer>; at: Date }>();
  let last = 0;
  return {
    keys: () => [...kept.keys()],
    age: (key, at) => void kept.set(key, { bytes: kept.get(key)?.bytes ?? new Uint8Array(), at }),
    put: (bytes) => {
      last += 1;
      const key = String(last).padStart(32, "0");
      kept.set(key, { bytes: new Uint8Array(bytes), at: new Date(8.64e15) });
      return Promise.resolve(key);
    },
    get: (key) => Promise.resolve(kept.get(key)?.bytes ?? null),
    remove: (key) => {
      kept.delete(key);
      return Promise.resolve();
    },
    async *before(instant) {
      for (const [key, { at }] of await Promise.resolve([...kept])) if (at < instant) yield key;
    },
  };
}

let made = 0;
/** A file as the web layer hands it over; `text` stands for its bytes. */
export function upload(text: string, more: Partial<StoredUpload> = {}): StoredUpload {
  made += 1;
  return {
    storageKey: String(made).padStart(32, "a"),
    name: `${text}.pdf`,
    type: "application/pdf",
    size: text.length,
    sha256: createHash("sha256").update(text).digest("hex"),
    traceless: true,
    ...more,
  };
}
