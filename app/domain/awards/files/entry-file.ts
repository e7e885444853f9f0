import type { FileType } from "#db/schema/awards-files";

export type { FileType };

/** What teams may send, with the ending such a file has. */
export const FILE_TYPES = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
} as const satisfies Readonly<Record<FileType, string>>;

export const FILE_NAME_MAX = 120;

/** A file as a reader may know it. */
export interface ShownFile {
  readonly fileId: string;
  /** As its maker called it; null for who is not to know. */
  readonly name: string | null;
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
}

/** A file that was looked at and put away, before it belongs to anything. */
export interface StoredUpload {
  readonly storageKey: string;
  /** Where the small size of a photo of a person lies, and its bytes. */
  readonly small?: { readonly storageKey: string; readonly size: number };
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
  /** Nothing is left in it of who made it with what. */
  readonly traceless: boolean;
}

/** What is wrong with a file somebody sent; the last two of a photo of theirs alone. */
export type UploadProblem =
  "empty" | "too_big" | "wrong_type" | "too_many" | "too_often" | "too_slow" | "not_kept" | "no_photo" | "phone_photo";

/** Tells whether a type is one that teams may send. */
export function isFileType(type: string | undefined): type is FileType {
  return type !== undefined && Object.hasOwn(FILE_TYPES, type);
}

/** The name of an input for a file in a form. */
export const fileInput = (key: string): string => `file.${key}`;

/** The key of the question that such an input asks; null for any other name. */
export function keyOfInput(name: string): string | null {
  return /^file\.(q\d{1,3})$/.exec(name)?.[1] ?? null;
}

/** A file name as kept: its last part, without control characters, with the ending of what it is. */
export function cleanFileName(name: string, type: FileType): string {
  const ending = FILE_TYPES[type];
  const last = (name.normalize("NFC").split(/[/\\]/).at(-1) ?? "").replace(/[\p{Cc}\p{Cf}<>:"|?*;]/gu, " ");
  const stem = last
    .replace(/\.[a-z\d]{1,5}$/i, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const room = FILE_NAME_MAX - ending.length - 1;
  return `${[...(stem === "" ? "bestand" : stem)].slice(0, room).join("")}.${ending}`;
}

/** The name of a file for who is not to know what its maker called it. */
export function neutralName(number: number, key: string, type: FileType): string {
  return `inzending-${number}-${key}.${FILE_TYPES[type]}`;
}

const KILO = 1_024;

/** A size in bytes as people read it: "332 kB", "2,3 MB". */
export function sizeText(bytes: number, locale: string): string {
  const mega = bytes >= KILO * KILO;
  const value = mega ? bytes / KILO / KILO : Math.max(1, bytes / KILO);
  return `${value.toLocaleString(locale, { maximumFractionDigits: mega ? 1 : 0 })} ${mega ? "MB" : "kB"}`;
}
