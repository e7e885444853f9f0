import { isId } from "./visible";

/** A place between two rows of an ordered list, and which way to read from there. */
export interface Cursor {
  readonly way: "next" | "previous";
  /** Words found in the title; 0 in lists that are not searches. */
  readonly hits: number;
  readonly at: number;
  readonly id: string;
}

/** Where one row stands in its order. */
export interface Place {
  readonly hits: number;
  readonly at: number;
  readonly id: string;
}

/** The cursor as it stands in an address: opaque, base64url. */
export function cursorText(way: Cursor["way"], place: Place): string {
  return Buffer.from(`${way === "next" ? "n" : "p"}.${place.hits}.${place.at}.${place.id}`, "utf8").toString("base64url");
}

/** Reads a cursor from an address; null (the first page) for anything that is none. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text || text.length > 200 || !/^[\w-]+$/.test(text)) return null;
  const match = /^([np])\.(\d{1,3})\.(\d{1,15})\.(.+)$/.exec(Buffer.from(text, "base64url").toString("utf8"));
  const [, way, hits, at, id] = match ?? [];
  if (!way || !hits || !at || !id || !isId(id)) return null;
  return { way: way === "n" ? "next" : "previous", hits: Number(hits), at: Number(at), id };
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Cursors of the neighbouring pages, newest first; null where there is none. */
  readonly next: string | null;
  readonly previous: string | null;
}

/** Makes a page of `size` from up to `size + 1` rows read from the cursor in its own direction. */
export function pageOf<T>(rows: readonly T[], size: number, cursor: Cursor | null, placeOf: (row: T) => Place): Page<T> {
  const more = rows.length > size;
  const back = cursor?.way === "previous";
  const items = rows.slice(0, size);
  if (back) items.reverse();
  const [first, last] = [items[0], items.at(-1)];
  const hasNext = back ? items.length > 0 : more;
  const hasPrevious = back ? more : cursor !== null && items.length > 0;
  return {
    items,
    next: hasNext && last ? cursorText("next", placeOf(last)) : null,
    previous: hasPrevious && first ? cursorText("previous", placeOf(first)) : null,
  };
}
