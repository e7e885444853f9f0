import { createHash } from "node:crypto";

/** What a render offers for keeping. `versions` must be read before the data the page shows, so that a change in between is noticed. */
export interface CacheProduct {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly gzip?: Buffer;
  readonly brotli?: Buffer;
  readonly csp: string;
  /** Tag → version of `page_versions` on which this page rests; empty means the page may not be kept. */
  readonly versions: ReadonlyMap<string, number>;
}

/** A kept page; `etag` is strong and belongs to the body. */
export interface CacheEntry extends CacheProduct {
  readonly etag: string;
  /** Moment of storing, milliseconds of the cache's clock. */
  readonly storedAt: number;
}

/** How a page was found; `private` pages may go to one requester only. */
export type CacheAnswer =
  { readonly state: "hit" | "stale" | "miss"; readonly entry: CacheEntry } | { readonly state: "private"; readonly product: CacheProduct };

/** Settings of one cache. */
export interface HtmlCacheOptions {
  /** Most bytes held, bodies and their compressed forms together. */
  readonly maxBytes: number;
  /** Reads the present versions of tags; a tag without a row counts as 0. */
  readonly readVersions: (tags: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Milliseconds during which a version that was read is believed, 0 to 250. */
  readonly memoMs: number;
  /** Milliseconds after which a page is rendered anew behind its visitors' backs; its tags must still match. */
  readonly freshMs: number;
  /** Milliseconds of some clock that never goes back. */
  readonly now: () => number;
  /** Told when a render behind the visitors' backs fails; the kept page stays. */
  readonly onError?: (error: unknown) => void;
}

/** Pages that are the same for every visitor, bounded in bytes, rendered once however many ask. */
export interface HtmlCache {
  /**
   * Gives the kept page, or renders it by `produce`; parallel requests for a key share one render.
   * @throws what `produce` throws, to everyone who waits for it.
   */
  get(key: string, produce: () => Promise<CacheProduct>): Promise<CacheAnswer>;
  /** Drops everything. */
  clear(): void;
  /** Bytes and pages held now. */
  size(): { readonly bytes: number; readonly entries: number };
}

/** What a page tells the cache about itself. */
export interface PageMarks {
  /** True when this render is for every visitor: no nonce, no cookie, nothing of one person may be in it. */
  readonly shared: boolean;
  /**
   * Declares what the page rests on, such as `ideas:public`. A loader calls it before it reads, so that a change
   * in between makes the kept page outdated. A page that declares nothing is not kept.
   */
  dependsOn(...tags: string[]): Promise<void>;
}

const OVERHEAD_BYTES = 1024;
const RENDERS_BEFORE_PRIVATE = 3;

/** Makes an empty cache; see HtmlCacheOptions. */
export function createHtmlCache(options: HtmlCacheOptions): HtmlCache {
  const shelf = createShelf(options.maxBytes);
  const versions = memoised(options);
  const flights = new Map<string, Promise<CacheAnswer>>();

  const isCurrent = async (entry: CacheProduct): Promise<boolean> => {
    const tags = [...entry.versions.keys()];
    const matches = (present: ReadonlyMap<string, number>): boolean => [...entry.versions].every(([tag, n]) => present.get(tag) === n);
    // A mismatch may come from a believed version that is older than the page: look once more.
    return matches(await versions.believed(tags)) || matches(await versions.fresh(tags));
  };

  const render = async (key: string, produce: () => Promise<CacheProduct>): Promise<CacheAnswer> => {
    const product = await produce();
    if (product.versions.size === 0 || product.status !== 200) return { state: "private", product };
    const entry: CacheEntry = { ...product, etag: etagOf(product.body), storedAt: options.now() };
    shelf.put(key, entry);
    return { state: "miss", entry };
  };

  const fly = (key: string, produce: () => Promise<CacheProduct>): Promise<CacheAnswer> => {
    const flight = render(key, produce).finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };

  const refresh = (key: string, produce: () => Promise<CacheProduct>): void => {
    if (!flights.has(key)) fly(key, produce).catch((error: unknown) => options.onError?.(error));
  };

  return {
    async get(key, produce) {
      for (let attempt = 0; attempt < RENDERS_BEFORE_PRIVATE; attempt += 1) {
        const kept = shelf.get(key);
        if (kept && (await isCurrent(kept))) {
          if (options.now() - kept.storedAt <= options.freshMs) return { state: "hit", entry: kept };
          refresh(key, produce);
          return { state: "stale", entry: kept };
        }
        const running = flights.get(key);
        if (!running) return fly(key, produce);
        const answer = await running;
        // Who joined a render that began before a change must not get the page of before.
        if (answer.state !== "private" && (await isCurrent(answer.entry))) return answer;
      }
      return { state: "private", product: await produce() };
    },
    clear: () => shelf.clear(),
    size: () => shelf.size(),
  };
}

/**
 * Key of a page: path, known parameters in a fixed order, language and campus.
 * @returns undefined when the address is too odd to keep (a value over 200 characters, over 20 values).
 */
export function htmlCacheKey(page: {
  path: string;
  params: URLSearchParams;
  known: readonly string[];
  locale: string;
  campus: string;
}): { key: string; search: string } | undefined {
  if (page.params.size === 0 && page.path.length <= 300) return { key: `${page.locale} ${page.campus} ${page.path}`, search: "" };
  const kept = new URLSearchParams();
  let count = 0;
  for (const name of [...page.known].sort()) {
    for (const value of page.params.getAll(name)) {
      if (value.length > 200) return undefined;
      kept.append(name, value);
      count += 1;
    }
  }
  if (count > 20 || page.path.length > 300) return undefined;
  const search = kept.size === 0 ? "" : `?${kept.toString()}`;
  return { key: `${page.locale} ${page.campus} ${page.path}${search}`, search };
}

function etagOf(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Least recently used entries leave first; a page over an eighth of the room is never kept. */
function createShelf(maxBytes: number) {
  const entries = new Map<string, { entry: CacheEntry; bytes: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get(key: string): CacheEntry | undefined {
      const found = entries.get(key);
      if (!found) return undefined;
      entries.delete(key);
      entries.set(key, found);
      return found.entry;
    },
    put(key: string, entry: CacheEntry): void {
      drop(key);
      const bytes = OVERHEAD_BYTES + key.length * 2 + entry.body.length + (entry.gzip?.length ?? 0) + (entry.brotli?.length ?? 0);
      if (bytes > maxBytes / 8) return;
      entries.set(key, { entry, bytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break;
        drop(oldest);
      }
    },
    clear(): void {
      entries.clear();
      total = 0;
    },
    size: () => ({ bytes: total, entries: entries.size }),
  };
}

/** Believes a version for `memoMs`, so that a page read a thousand times a second costs a few queries. */
function memoised({ readVersions, memoMs, now }: HtmlCacheOptions) {
  const memo = new Map<string, { n: number; at: number }>();
  const fresh = async (tags: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const at = now();
    const read = await readVersions(tags);
    if (memo.size > 10_000) memo.clear();
    const present = new Map(tags.map((tag) => [tag, read.get(tag) ?? 0]));
    for (const [tag, n] of present) memo.set(tag, { n, at });
    return present;
  };
  const believed = async (tags: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const at = now();
    const known = new Map<string, number>();
    for (const tag of tags) {
      const seen = memo.get(tag);
      if (seen && at - seen.at < memoMs) known.set(tag, seen.n);
    }
    return known.size === tags.length ? known : fresh(tags);
  };
  return { fresh, believed };
}
