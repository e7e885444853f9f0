import type { Locale } from "~/domain/kernel/actor";
import { translator } from "~/locales";
import type { Translate } from "~/locales/translate";
import { contextName } from "~/ui/kept-words";

/** A file of the archive, as the page links it. */
export interface Listed {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

interface Shown {
  readonly contexts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly files: readonly Listed[];
  readonly locale: Locale;
  readonly at: Date;
}

/** Rows of a list that the page shows; the JSON file has them all. */
const MOST_ROWS = 200;

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2a20;background:#fbf9f2}" +
  "dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.1rem 1rem;margin:0 0 1rem;padding:0 0 .5rem;border-bottom:1px solid #ccc8ba}" +
  "dt{color:#55604f}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}h2{margin-top:2.5rem}a{color:#1d6b3f}" +
  "@media(max-width:36rem){dl{grid-template-columns:1fr}}";

/** The first page of an archive of somebody's data: everything in it, to read without a program and without JavaScript. */
export function* exportPage({ contexts, files, locale, at }: Shown): Generator<string> {
  const t = translator(locale);
  const title = escaped(t("keeping.export.title"));
  yield `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<title>${title}</title>\n`;
  yield `<style>${STYLE}</style>\n</head>\n<body>\n<h1>${title}</h1>\n`;
  yield `<p>${escaped(t("keeping.export.lead", { day: at.toISOString().slice(0, 10) }))}</p>\n`;
  yield `<p>${escaped(t("keeping.export.how"))}</p>\n<ul>\n`;
  for (const context of Object.keys(contexts)) yield `<li><a href="#${escaped(context)}">${escaped(contextName(t, context))}</a></li>\n`;
  if (files.length > 0) yield `<li><a href="#files">${escaped(t("keeping.export.files"))}</a></li>\n`;
  yield "</ul>\n";
  for (const [context, data] of Object.entries(contexts)) yield* contextPieces(t, context, data);
  if (files.length > 0) yield* filesPieces(t, files);
  yield "</body>\n</html>\n";
}

function* contextPieces(t: Translate, context: string, data: Readonly<Record<string, unknown>>): Generator<string> {
  const path = `data/${context}.json`;
  yield `<h2 id="${escaped(context)}">${escaped(contextName(t, context))}</h2>\n<p><a href="${escaped(path)}">${escaped(path)}</a></p>\n`;
  for (const [section, value] of Object.entries(data)) {
    const rows: unknown[] = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
    if (rows.length === 0) continue;
    yield `<h3>${escaped(section)}</h3>\n`;
    for (const row of rows.slice(0, MOST_ROWS)) yield rowText(row);
    if (rows.length > MOST_ROWS) yield `<p>${escaped(t("keeping.export.rest", { count: rows.length - MOST_ROWS, path }))}</p>\n`;
  }
}

function* filesPieces(t: Translate, files: readonly Listed[]): Generator<string> {
  yield `<h2 id="files">${escaped(t("keeping.export.files"))}</h2>\n<ul>\n`;
  for (const { path, size } of files) {
    const href = path.split("/").map(encodeURIComponent).join("/");
    yield `<li><a href="${escaped(href)}">${escaped(path)}</a> (${Math.ceil(size / 1024)} kB)</li>\n`;
  }
  yield "</ul>\n";
}

function rowText(row: unknown): string {
  if (typeof row !== "object" || row === null || row instanceof Date) return `<p>${escaped(wordOf(row))}</p>\n`;
  const lines = Object.entries(row).map(([key, value]) => `<dt>${escaped(key)}</dt><dd>${escaped(wordOf(value))}</dd>`);
  return `<dl>${lines.join("")}</dl>\n`;
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
