import { inflateSync } from "node:zlib";

/** The printed codes in a PDF of ours, as a person reads them: glyphs of a text, told by the map to Unicode that each font brings. */
export function codesIn(pdf: Buffer): string[] {
  const streams = [...pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return ""; // A font is not packed this way.
    }
  });
  const maps = streams.filter((text) => text.includes("beginbfrange")).map(glyphsOf);
  const shown = streams.flatMap((text) => [...text.matchAll(/\[(<[^\]]*)\] TJ/g)].map(([, list = ""]) => hexIn(list).join("")));
  const texts = maps.flatMap((map) =>
    shown.map((hex) => (hex.match(/.{4}/g) ?? []).map((glyph) => map.get(parseInt(glyph, 16)) ?? "?").join("")),
  );
  return [...new Set(texts.filter((text) => /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(text)))];
}

const hexIn = (list: string): string[] => [...list.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ""]) => hex);

function glyphsOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from = "", list = ""] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [at, hex] of hexIn(list).entries()) {
      map.set(parseInt(from, 16) + at, String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16))));
    }
  }
  return map;
}
