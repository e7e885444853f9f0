import { createHash } from "node:crypto";
import { blindPage, redactPage } from "../../app/domain/awards/blind/queries";
import { redactEntry } from "../../app/domain/awards/blind/redact-entry";
import { setBlind } from "../../app/domain/awards/blind/set-blind";
import { changeForm } from "../../app/domain/awards/change-form";
import { attachFile } from "../../app/domain/awards/files/attach-file";
import type { StoredUpload } from "../../app/domain/awards/files/entry-file";
import type { FileStorage } from "../../app/domain/awards/files/storage";
import type { Ctx } from "../../app/domain/kernel/context";
import type { EditionSlug } from "./demo/types";

/** The edition that asks for a drawing and whose first round is blind. */
const EDITION: EditionSlug = "t2-awards-2026";
const FIELD = "q1";
/** Numbers of the entries with a drawing, and what stands on it. */
const DRAWINGS: Readonly<Record<number, readonly string[]>> = {
  12: ["Restwarmte van de oven", "Oven  ->  wisselaar  ->  buffervat  ->  zwembad", "Gemeten: 4 nachten, 61 kWh per nacht"],
  14: ["Echangeur en cuivre", "Air sortant  ->  18 plaques  ->  air entrant", "Essai : 300 heures, 71 % recuperes"],
  17: ["Sensordoos", "6 voelers, 1 rekenbord, 9 weken batterij", "Uitgeleend aan 11 huizen"],
};
/** Entries that were looked at before the jury began. */
const CHECKED = [12, 14, 17];

/** Drawings of the demo, put away before anything is written, since a transaction waits for nothing but the database. */
export type Drawings = ReadonlyMap<number, StoredUpload>;

/** Puts the drawings away; none without a storage. */
export async function putDrawings(storage: FileStorage | undefined): Promise<Drawings> {
  const drawings = new Map<number, StoredUpload>();
  if (!storage) return drawings;
  for (const [number, lines] of Object.entries(DRAWINGS)) {
    const bytes = Buffer.from(pageOf(lines), "latin1");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const about = { name: `tekening-${number}.pdf`, type: "application/pdf", size: bytes.length, sha256, traceless: true } as const;
    drawings.set(Number(number), { ...about, storageKey: await storage.put(bytes) });
  }
  return drawings;
}

/** The edition asks for a drawing, and its first round is blind. */
export async function seedForm(organiser: Ctx, slug: EditionSlug): Promise<void> {
  if (slug !== EDITION) return;
  await changeForm(organiser, {
    editionSlug: slug,
    change: {
      do: "save",
      field: {
        kind: "file",
        label: { nl: "Tekening of foto", fr: "Dessin ou photo", en: "Drawing or photo" },
        help: {
          nl: "Eén blad waarop we zien hoe het werkt.",
          fr: "Une page qui montre comment cela marche.",
          en: "One page that shows how it works.",
        },
        required: false,
        wordsMax: null,
        options: [],
        categories: [],
        audience: "jury",
      },
    },
  });
  await setBlind(organiser, { editionSlug: slug, roundNo: 1, blind: true });
}

/** The team sends its drawing, where it has one. */
export async function seedDrawing(
  team: Ctx,
  entry: { readonly slug: EditionSlug; readonly number: number; readonly entryId: string },
  drawings: Drawings,
): Promise<void> {
  const upload = entry.slug === EDITION ? drawings.get(entry.number) : undefined;
  if (upload) await attachFile(team, { entryId: entry.entryId, fieldKey: FIELD, upload });
}

/** An organiser looks at a few entries: takes what is proposed for their texts, and lets their drawings through. */
export async function seedCopies(organiser: Ctx, slug: EditionSlug): Promise<void> {
  if (slug !== EDITION) return;
  const view = { db: organiser.store.db, actor: organiser.actor };
  const { entries } = await blindPage(view, slug, organiser.now);
  for (const { entryId } of entries.filter(({ number }) => CHECKED.includes(number))) {
    const { versionNo, revision, texts, files } = await redactPage(view, slug, entryId, organiser.now);
    await redactEntry(organiser, {
      editionSlug: slug,
      entryId,
      versionNo,
      revision,
      texts: Object.fromEntries(texts.map(({ key, value }) => [key, value])),
      links: [],
      files: Object.fromEntries(files.map(({ key }) => [key, "keep"])),
      uploads: new Map(),
    });
  }
}

/** A page with a heading and lines in a frame, as a PDF. */
function pageOf(lines: readonly string[]): string {
  const texts = lines.map((line, i) => `BT /F1 ${i === 0 ? 24 : 14} Tf 72 ${720 - 48 * i} Td (${line.replace(/[()\\]/g, "\\$&")}) Tj ET`);
  const drawn = `2 w 48 ${700 - 48 * lines.length} 499 ${90 + 48 * lines.length} re S\n${texts.join("\n")}`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, "0");
  });
  const rows = offsets.map((at) => `${at} 00000 n \n`).join("");
  return `${text}xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
