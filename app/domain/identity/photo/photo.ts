/** Sides of a photo in pixels, by size. */
export const PHOTO_SIDES = { small: 96, large: 384 } as const;
export type PhotoSize = keyof typeof PHOTO_SIDES;

/** What may be sent as a photo. */
export const PHOTO_TYPES = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
} as const;
export type PhotoType = keyof typeof PHOTO_TYPES;

/** What is kept of a photo, whatever was sent. */
export const PHOTO_TYPE = "image/webp";

/** The name of the one input of the form. */
export const PHOTO_INPUT = "photo";

/** The size with this name in an address; null for any other text. */
export function photoSize(text: string): PhotoSize | null {
  return text === "small" || text === "large" ? text : null;
}
