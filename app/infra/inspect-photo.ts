import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

import type { UploadProblem } from "~/domain/awards/files/entry-file";
import { PHOTO_SIDES, PHOTO_TYPE, PHOTO_TYPES } from "~/domain/identity/photo/photo";

import { digestOf, inTurn, PICTURE_LIMITS, pictureTime } from "./inspect-upload";
import type { Inspected } from "./inspect-upload";

const QUALITY = { quality: 82 } as const;
/** What phones keep photos in, which is no picture to a browser nor to the library that reads them here. */
const PHONE_TYPES: readonly string[] = ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"];

/**
 * Looks at a photo by what it holds, and makes it anew in both sizes: upright, the middle of it as a square, the first picture of several,
 * without anything a camera or a program wrote in it. Returns what is wrong when it is empty, of a phone's own kind, no picture, has more
 * pixels than anybody looks at, or takes too long. The work is done in other threads, two photos at a time at most.
 */
export async function inspectPhoto(sent: Uint8Array): Promise<Inspected | { readonly problem: UploadProblem }> {
  if (sent.length === 0) return { problem: "empty" };
  const type = (await fileTypeFromBuffer(sent))?.mime ?? "";
  if (PHONE_TYPES.includes(type)) return { problem: "phone_photo" };
  if (!Object.hasOwn(PHOTO_TYPES, type)) return { problem: "no_photo" };
  try {
    return await inTurn(() => squares(sent));
  } catch {
    // Cut off, broken, or with more pixels than anybody looks at.
    return { problem: "no_photo" };
  }
}

async function squares(sent: Uint8Array): Promise<Inspected> {
  const { small, large } = PHOTO_SIDES;
  // Bare pixels in between: nothing else can ride along.
  const { data, info } = await sharp(sent, PICTURE_LIMITS)
    .rotate()
    .resize({ width: large, height: large, fit: "cover" })
    .toColourspace("srgb")
    .flatten({ background: "#ffffff" })
    .timeout(pictureTime())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const square = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const bytes = new Uint8Array(await square().webp(QUALITY).toBuffer());
  const little = new Uint8Array(await square().resize(small, small).webp(QUALITY).toBuffer());
  return { bytes, small: little, type: PHOTO_TYPE, size: bytes.length, sha256: await digestOf(bytes), traceless: true };
}
