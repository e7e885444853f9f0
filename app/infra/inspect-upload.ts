import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

import type { FileType, StoredUpload, UploadProblem } from "~/domain/awards/files/entry-file";
import { isFileType } from "~/domain/awards/files/entry-file";

import { withoutTraces } from "./pdf-traces";

/** A picture is made no larger than this on its longer side, in pixels. */
const SIDE_MAX = 4_000;
/** More pixels than this are no picture but an attack. */
const PIXELS_MAX = 50_000_000;

/** A file as it may be put away. */
export interface Inspected extends Omit<StoredUpload, "storageKey" | "name"> {
  readonly bytes: Uint8Array;
}

/**
 * Looks at a file by what it holds, whatever its name says. A picture is made anew, upright, without what a camera wrote in it; a PDF loses
 * its properties. Returns what is wrong when it is empty or none of the types people may send.
 */
export async function inspectUpload(sent: Uint8Array): Promise<Inspected | { readonly problem: UploadProblem }> {
  if (sent.length === 0) return { problem: "empty" };
  const type = (await fileTypeFromBuffer(sent))?.mime;
  if (!isFileType(type)) return { problem: "wrong_type" };
  const made = type === "application/pdf" ? document(sent) : await picture(sent, type);
  if (made === null) return { problem: "wrong_type" };
  const sha256 = createHash("sha256").update(made.bytes).digest("hex");
  return { ...made, type, size: made.bytes.length, sha256 };
}

function document(sent: Uint8Array) {
  // What begins like a PDF and ends like something else is not one.
  if (!Buffer.from(sent.subarray(-2_048)).includes("%%EOF")) return null;
  return withoutTraces(sent);
}

async function picture(sent: Uint8Array, type: Exclude<FileType, "application/pdf">) {
  try {
    const image = sharp(sent, { limitInputPixels: PIXELS_MAX, failOn: "error" })
      .rotate()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: "inside", withoutEnlargement: true });
    const format = type === "image/png" ? image.png() : type === "image/webp" ? image.webp({ quality: 85 }) : image.jpeg({ quality: 85 });
    return { bytes: new Uint8Array(await format.toBuffer()), traceless: true };
  } catch {
    // Cut off, broken, or with more pixels than anybody looks at.
    return null;
  }
}
