/** Where bytes of files lie, whatever holds them: a folder, or a bucket. Names are random and say nothing. */
export interface FileStorage {
  /** Keeps bytes for good before it returns, under a new random key. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a key; null when there are none. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Takes bytes away; says nothing when they are gone already. */
  remove(key: string): Promise<void>;
  /** Keys of what was put before an instant. */
  before(instant: Date): AsyncIterable<string>;
}
