import { webcrypto } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

import type { FileType, StoredUpload, UploadProblem } from "~/domain/awards/files/entry-file";
import { isFileType } from "~/domain/awards/files/entry-file";
import { seconds } from "~/domain/kernel/time";

import type { withoutTraces } from "./pdf-traces";
import { inThread } from "./thread";

/** A picture is made no larger than this on its longer side, in pixels. */
const SIDE_MAX = 4_000;
/** More pixels than this are no picture but an attack. */
const PIXELS_MAX = 50_000_000;

/** Documents and photos that are looked through at one moment, each with its own memory. */
const AT_ONCE = 2;
/** A document takes a second at most, and a picture a few: whoever sends one that takes longer means no good. */
const LOOK_MOST = seconds(20);
/** How pictures are opened. */
export const PICTURE_LIMITS = { limitInputPixels: PIXELS_MAX, failOn: "error" } as const;
/** How long one may take, in milliseconds, as the library asks it. */
export const pictureTime = (most = LOOK_MOST) => ({ seconds: Math.max(1, Math.ceil(most / 1_000)) });

/** A file as it may be put away. */
export interface Inspected extends Omit<StoredUpload, "storageKey" | "small" | "name"> {
  readonly bytes: Uint8Array;
  /** The small size of a photo of a person. */
  readonly small?: Uint8Array;
}

/**
 * Looks at a file by what it holds, whatever its name says. A picture is made anew, upright, without what a camera wrote in it; a PDF loses
 * its properties. Returns what is wrong when it is empty, none of the types people may send, or takes more than `most` milliseconds to look
 * through. The work is done in other threads: pages go on being answered.
 */
export async function inspectUpload(sent: Uint8Array, most = LOOK_MOST): Promise<Inspected | { readonly problem: UploadProblem }> {
  if (sent.length === 0) return { problem: "empty" };
  const type = (await fileTypeFromBuffer(sent))?.mime;
  if (!isFileType(type)) return { problem: "wrong_type" };
  const made = await (type === "application/pdf" ? document(sent, most) : picture(sent, type, most));
  if (typeof made === "string") return { problem: made };
  return { ...made, type, size: made.bytes.length, sha256: await digestOf(made.bytes) };
}

/** SHA-256 of bytes, as it is kept. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

type Made = ReturnType<typeof withoutTraces> | UploadProblem;

let looking = 0;
const waiting: (() => void)[] = [];

/** Waits for a turn, and gives it back after the work. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (looking >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else looking += 1;
  try {
    return await work();
  } finally {
    // Whoever waits takes this turn over.
    const next = waiting.shift();
    if (next) next();
    else looking -= 1;
  }
}

async function document(sent: Uint8Array, most: number): Promise<Made> {
  // What begins like a PDF and ends like something else is not one.
  if (!Buffer.from(sent.subarray(-2_048)).includes("%%EOF")) return "wrong_type";
  return inTurn(async () => {
    const late = AbortSignal.timeout(most);
    try {
      return await inThread<Exclude<Made, string>>("inspect", sent, late);
    } catch (thrown) {
      if (thrown === late.reason) return "too_slow";
      throw thrown;
    }
  });
}

async function picture(sent: Uint8Array, type: Exclude<FileType, "application/pdf">, most: number): Promise<Made> {
  try {
    const image = sharp(sent, PICTURE_LIMITS)
      .rotate()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: "inside", withoutEnlargement: true })
      .timeout(pictureTime(most));
    const format = type === "image/png" ? image.png() : type === "image/webp" ? image.webp({ quality: 85 }) : image.jpeg({ quality: 85 });
    return { bytes: new Uint8Array(await format.toBuffer()), traceless: true };
  } catch {
    // Cut off, broken, or with more pixels than anybody looks at.
    return "wrong_type";
  }
}
