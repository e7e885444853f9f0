import { pictureTag, pngOf } from "~/infra/picture";
import type { PlantSpec } from "~/ui/plant/draw";
import { PLANT_HEIGHT, PLANT_WIDTH } from "~/ui/plant/draw";
import { standalonePlant } from "~/ui/plant/standalone";
import { INK, LEAF, MUTED } from "./inks";
import { oneLine } from "./one-line";
import { wrapped } from "./wrapped";

/** What a picture for other sites shows. */
export interface SharePicture {
  /** A short line above the title: what it is. */
  readonly above: string;
  readonly title: string;
  /** Lines below the title. */
  readonly below: readonly string[];
  /** One to three plants, the middle one in front. */
  readonly plants: readonly PlantSpec[];
}

const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 72;
const PLANTS_WIDTH = 400;
const TEXT_WIDTH = 620;
const GROUND = 548;
/** Letter sizes of a title, the largest at which it fits in three lines. */
const TITLE_SIZES = [76, 64, 54, 46];
const TITLE_LINES = 3;

/** A text of a person inside SVG: one line, nothing of it is markup, and nothing XML cannot hold. */
function safe(text: string): string {
  return oneLine(text)
    .normalize("NFC")
    .replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, "")
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function textAt(text: string, { y, size, bold, colour }: { y: number; size: number; bold?: boolean; colour: string }): string {
  const weight = bold ? ' font-weight="700"' : "";
  return `<text x="${LEFT}" y="${y}" font-family="Source Sans 3" font-size="${size}"${weight} fill="${colour}">${safe(text)}</text>`;
}

function titleOf(title: string): { readonly size: number; readonly lines: readonly string[] } {
  const fits = (size: number) => wrapped(title, { width: TEXT_WIDTH, size, most: TITLE_LINES + 1 }).length <= TITLE_LINES;
  const size = TITLE_SIZES.find(fits) ?? TITLE_SIZES.at(-1) ?? 46;
  return { size, lines: wrapped(title, { width: TEXT_WIDTH, size, most: TITLE_LINES + 1 }) };
}

function plantsOf(plants: readonly PlantSpec[]): string {
  const scale = plants.length > 1 ? 1.35 : 1.75;
  const [width, height] = [PLANT_WIDTH * scale, PLANT_HEIGHT * scale];
  const middle = WIDTH - PLANTS_WIDTH / 2 - 40;
  // The first stands in the middle and in front, the others beside and behind it.
  const shifts = plants.length === 1 ? [0] : plants.length === 2 ? [-66, 66] : [0, -122, 122];
  return plants
    .map((spec, i) => ({ spec, x: middle - width / 2 + (shifts[i] ?? 0), size: plants.length === 3 && i > 0 ? 0.82 : 1 }))
    .reverse()
    .map(({ spec, x, size }) => {
      const left = x + (width * (1 - size)) / 2;
      return `<g transform="translate(${left.toFixed(1)} ${(GROUND - height * size).toFixed(1)}) scale(${(scale * size).toFixed(3)})">${standalonePlant(spec)}</g>`;
    })
    .join("");
}

/** The drawing of a picture for other sites, 1200 by 630. Texts are escaped and wrapped; the same facts give the same drawing. */
export function shareSvg({ above, title, below, plants }: SharePicture): string {
  const { size, lines } = titleOf(oneLine(title));
  const first = 226 + Math.max(0, size - 54) * 0.6;
  const rows = lines.map((line, i) => textAt(line, { y: first + i * size * 1.1, size, bold: true, colour: INK }));
  const from = first + lines.length * size * 1.1 + 22;
  const room = Math.max(1, Math.floor((HEIGHT - 48 - from) / 40));
  const small = below
    .flatMap((text) => wrapped(oneLine(text), { width: TEXT_WIDTH, size: 31, most: 2 }))
    .slice(0, room)
    .map((line, i) => textAt(line, { y: from + i * 40, size: 31, colour: MUTED }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#faf6ec"/>`,
    `<path d="M${WIDTH - PLANTS_WIDTH - 70} ${HEIGHT}V250a235 235 0 0 1 470 0V${HEIGHT}z" fill="#ddebe8"/>`,
    `<rect x="${WIDTH - PLANTS_WIDTH - 70}" y="${GROUND}" width="470" height="${HEIGHT - GROUND}" fill="#c9dccf"/>`,
    `<rect width="14" height="${HEIGHT}" fill="${LEAF}"/>`,
    textAt("Broeikas", { y: 92, size: 36, bold: true, colour: LEAF }),
    textAt(wrapped(oneLine(above), { width: TEXT_WIDTH, size: 30, most: 1 })[0] ?? "", { y: 146, size: 30, colour: "#8c2f1b" }),
    ...rows,
    ...small,
    plantsOf(plants),
    "</svg>",
  ].join("");
}

/** The answer with a picture: known by its drawing, so that nobody fetches or draws the same one twice. Always asked anew, because what is public may end. */
export async function pictureAnswer(request: Request, picture: SharePicture): Promise<Response> {
  const svg = shareSvg(picture);
  const etag = `"${pictureTag(svg)}"`;
  const headers = {
    ETag: etag,
    "Cache-Control": "public, no-cache",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
  };
  if ((request.headers.get("If-None-Match") ?? "").includes(etag)) return new Response(null, { status: 304, headers });
  const png = await pngOf(svg);
  return new Response(new Uint8Array(png), { headers: { ...headers, "Content-Type": "image/png", "Content-Length": String(png.length) } });
}
