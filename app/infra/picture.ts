import { createHash } from "node:crypto";
import { createRequire } from "node:module";

const FONTS = "@expo-google-fonts/source-sans-3";
const FONT_FILES = ["400Regular/SourceSans3_400Regular.ttf", "700Bold/SourceSans3_700Bold.ttf"];
/** Most bytes of pictures that are kept. */
const KEPT_BYTES = 24 * 1024 * 1024;

const kept = new Map<string, Buffer>();
const making = new Map<string, Promise<Buffer>>();
let keptBytes = 0;
/** One picture at a time: the threads also hash passwords. */
let last: Promise<unknown> = Promise.resolve();

/** The name of a picture by what it is drawn from: the same drawing, the same name. */
export function pictureTag(svg: string): string {
  return createHash("sha256").update(svg, "utf8").digest("base64url");
}

/**
 * The PNG of a drawing of ours, made once and kept while there is room. Drawing and packing are done in other threads, so that pages
 * go on being answered. Texts use the typeface of the house alone.
 */
export function pngOf(svg: string): Promise<Buffer> {
  const tag = pictureTag(svg);
  const known = kept.get(tag);
  if (known) {
    // The one used longest ago goes first.
    kept.delete(tag);
    kept.set(tag, known);
    return Promise.resolve(known);
  }
  let made = making.get(tag);
  if (!made) {
    made = last.then(() => draw(svg)).then((png) => keep(tag, png));
    last = made.catch(() => undefined);
    making.set(tag, made);
    void made.catch(() => undefined).finally(() => making.delete(tag));
  }
  return made;
}

async function draw(svg: string): Promise<Buffer> {
  const { default: resvg } = await import("@resvg/resvg-js");
  const { default: sharp } = await import("sharp");
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = FONT_FILES.map((file) => resolve(`${FONTS}/${file}`));
  const drawn = await resvg.renderAsync(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Source Sans 3" } });
  const { width, height, pixels } = drawn;
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function keep(tag: string, png: Buffer): Buffer {
  kept.set(tag, png);
  keptBytes += png.length;
  for (const [oldest, { length }] of kept) {
    if (keptBytes <= KEPT_BYTES || oldest === tag) break;
    kept.delete(oldest);
    keptBytes -= length;
  }
  return png;
}
