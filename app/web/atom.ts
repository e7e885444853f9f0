import { oneLine } from "./one-line";

/** Something new in a feed. */
export interface FeedEntry {
  /** A name of its own that never changes. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly at: Date;
  readonly text: string;
  readonly lang: string;
}
export interface Feed {
  readonly title: string;
  /** Address of the feed itself. */
  readonly url: string;
  /** The page it tells of. */
  readonly page: string;
  readonly lang: string;
  readonly entries: readonly FeedEntry[];
}

const safe = (text: string): string =>
  oneLine(text)
    .replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A feed in Atom. Everything is plain text, escaped. */
export function atomOf({ title, url, page, lang, entries }: Feed): string {
  const newest = entries.reduce((latest, { at }) => (at > latest ? at : latest), new Date(0));
  const items = entries.map(
    (entry) =>
      `<entry xml:lang="${safe(entry.lang)}"><id>${safe(entry.id)}</id><title>${safe(entry.title)}</title><link href="${safe(entry.url)}"/>` +
      `<updated>${entry.at.toISOString()}</updated><summary>${safe(entry.text)}</summary></entry>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${safe(lang)}"><id>${safe(url)}</id><title>${safe(title)}</title>`,
    `<link rel="self" href="${safe(url)}"/><link href="${safe(page)}"/><updated>${newest.toISOString()}</updated><author><name>Broeikas</name></author>`,
    ...items,
    "</feed>\n",
  ].join("\n");
}
