import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import type { FileUpload } from "@remix-run/form-data-parser";
import { parseFormData } from "@remix-run/form-data-parser";
import type { FileStorage } from "~/domain/awards/files/storage";
import type { StoredUpload, UploadProblem } from "~/domain/awards/files/entry-file";
import type { Person } from "~/domain/kernel/actor";
import { isPerson } from "~/domain/kernel/actor";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { minutes } from "~/domain/kernel/time";
import { isPlainName, MAX_FIELDS } from "~/infra/form-names";
import { inspectPhoto } from "~/infra/inspect-photo";
import { inspectUpload } from "~/infra/inspect-upload";
import { troubleOf } from "~/infra/trouble";
import type { RateRule } from "~/infra/rate-limit";
import { uploadPages } from "~/infra/upload-limits";
import type { WebCtx } from "./ctx";
import type { ReadArgs, WriteArgs } from "./route";
import { defineAction, limitRate } from "./route";
import { TooMuch, trimmedParts } from "./trimmed-parts";

type SignedIn = WebCtx & { readonly actor: Person };

/**
 * How files are looked at, by what they are, and how many one person may send: many more than any entry asks for, and than anybody tries
 * photos; a class that does so at once has one address.
 */
const LOOKS = {
  file: {
    inspect: (bytes: Uint8Array) => inspectUpload(bytes),
    rate: { name: "upload", limit: 80, ipLimit: 1_000, windowMs: minutes(10) },
  },
  photo: { inspect: inspectPhoto, rate: { name: "photo", limit: 20, ipLimit: 300, windowMs: minutes(10) } },
} as const;
type Look = keyof typeof LOOKS;
const HEADER_MAX = 8 * 1024;

/** The files a form brought: looked at and put away, or with what is wrong. Those that nobody keeps are taken away after the act. */
export class Uploads {
  readonly #stored = new Map<string, StoredUpload>();
  readonly #problems = new Map<string, UploadProblem>();
  readonly #kept = new Set<string>();

  /** Files by the name of their input. */
  get files(): ReadonlyMap<string, StoredUpload> {
    return this.#stored;
  }
  /** What is wrong with others, by the name of their input. */
  get problems(): ReadonlyMap<string, UploadProblem> {
    return this.#problems;
  }
  /** Says that a file belongs to something now. */
  keep(name: string): void {
    this.#kept.add(name);
  }
  has(name: string): boolean {
    return this.#stored.has(name) || this.#problems.has(name);
  }
  refuse(name: string, problem: UploadProblem): void {
    this.#problems.set(name, problem);
  }
  take(name: string, upload: StoredUpload): void {
    this.#stored.set(name, upload);
  }
  /** Takes away what nobody kept. */
  async clear(storage: FileStorage): Promise<void> {
    for (const [name, { storageKey, small }] of this.#stored) {
      if (this.#kept.has(name)) continue;
      await storage.remove(storageKey);
      if (small) await storage.remove(small.storageKey);
    }
  }
}

export interface UploadArgs extends WriteArgs<SignedIn> {
  readonly uploads: Uploads;
}

interface UploadAction<T> {
  /** Names of the inputs of which a file may be put away now; files of others are left aside unread. */
  readonly accepts: (args: ReadArgs<SignedIn>) => Promise<readonly string[]>;
  readonly write: (args: UploadArgs) => Promise<T>;
  /** What the files are; documents and pictures of entries when absent. */
  readonly of?: Look;
}

/** As `definePersonAction`, for a form that may carry files. Its page must be one of `uploadPages`. */
export function defineUploadAction<T>({ accepts, write, of = "file" }: UploadAction<T>) {
  const taken = new WeakMap<Request, Uploads>();
  const readForm = async ({ request, params }: ActionFunctionArgs, ctx: WebCtx): Promise<FormData> => {
    const uploads = new Uploads();
    taken.set(request, uploads);
    const boundary = boundaryOf(request);
    if (boundary === null) return request.formData();
    const open = isPerson(ctx.actor) ? await accepted(() => accepts({ ctx: ctx as SignedIn, params, request })) : [];
    return readParts(request, boundary, ctx, { open: new Set(open), uploads, of });
  };
  return defineAction(async (args) => {
    const uploads = taken.get(args.request) ?? new Uploads();
    try {
      if (!isPerson(args.ctx.actor)) throw new DomainError("sign_in_needed");
      return await write({ ...args, ctx: args.ctx as SignedIn, uploads });
    } finally {
      await uploads.clear(args.ctx.web.files);
    }
  }, readForm);
}

/** Whom the page does not exist for has no files to send; the act itself says so. */
async function accepted(ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await ask();
  } catch (thrown) {
    if (isDomainError(thrown)) return [];
    throw thrown;
  }
}

function boundaryOf(request: Request): string | null {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type) || request.body === null) return null;
  const [, quoted, plain] = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(type) ?? [];
  return quoted ?? plain ?? "";
}

interface Taking {
  readonly open: ReadonlySet<string>;
  readonly uploads: Uploads;
  readonly of: Look;
}

/** Reads the form part by part: a file is in memory alone, and never more of it than a file may weigh. */
async function readParts(request: Request, boundary: string, ctx: WebCtx, taking: Taking): Promise<FormData> {
  const { open, uploads } = taking;
  const { env } = ctx.web;
  const most = env.UPLOAD_LIMIT_KB * 1024;
  // A text is never cut: the longest one weighs no more than a whole form without files.
  const partMost = Math.max(most, env.BODY_LIMIT_KB * 1024) + HEADER_MAX + 1;
  const body = trimmedParts(request.body as ReadableStream<Uint8Array>, boundary, { partMost, totalMost: uploadPages(env).maxBytes });
  const slim = new Request(request.url, { method: "POST", headers: request.headers, body, duplex: "half" } as RequestInit);
  const limits = { maxFiles: MAX_FIELDS, maxParts: MAX_FIELDS, maxHeaderSize: HEADER_MAX, maxFileSize: partMost, maxTotalSize: Infinity };
  const keep = async (file: FileUpload): Promise<undefined> => {
    if (!open.has(file.fieldName)) return undefined;
    await takeIn(file, most, ctx, taking).catch((thrown: unknown) => {
      if (troubleOf(thrown) === null) throw thrown;
      ctx.web.log.error({ err: thrown }, "a file could not be kept");
      // The words of the form go on: they may still find their place, or come back to whoever typed them.
      uploads.refuse(file.fieldName, "not_kept");
    });
    return undefined;
  };
  try {
    const form = await parseFormData(slim, limits, keep);
    const typed = [...form].reduce((sum, [name, value]) => sum + name.length + (typeof value === "string" ? value.length : 0), 0);
    if (typed > env.BODY_LIMIT_KB * 1024) throw new TooMuch();
    if (![...form.keys()].every(isPlainName)) throw new RangeError("a field with an odd name");
    return form;
  } catch (thrown) {
    await uploads.clear(ctx.web.files);
    if (isTooMuch(thrown)) throw data({ key: "error.too_large" as const }, { status: 413 });
    throw thrown;
  }
}

/** The parser hands an error of the stream on as the cause of its own. */
function isTooMuch(thrown: unknown): boolean {
  return thrown instanceof TooMuch || (thrown instanceof Error && thrown.cause instanceof TooMuch);
}

/** Looks at one file, and puts it away when nothing is wrong. */
async function takeIn(file: FileUpload, most: number, ctx: WebCtx, { uploads, of }: Taking): Promise<void> {
  const { inspect, rate } = LOOKS[of];
  const { fieldName } = file;
  // An input in which nothing was chosen comes along without a name.
  if (file.name === "" && file.size === 0) return;
  if (uploads.has(fieldName)) return uploads.refuse(fieldName, "too_many");
  if (file.size > most) return uploads.refuse(fieldName, "too_big");
  if (!(await mayGoOn(ctx, rate))) return uploads.refuse(fieldName, "too_often");
  const seen = await inspect(new Uint8Array(await file.arrayBuffer()));
  if ("problem" in seen) return uploads.refuse(fieldName, seen.problem);
  const { bytes, small, ...about } = seen;
  const { files } = ctx.web;
  const stored = { ...about, name: file.name, storageKey: await files.put(bytes) };
  uploads.take(fieldName, small ? { ...stored, small: { storageKey: await files.put(small), size: small.length } } : stored);
}

async function mayGoOn(ctx: WebCtx, rate: RateRule): Promise<boolean> {
  try {
    await limitRate(ctx, rate, ctx.actor.personId ?? undefined);
    return true;
  } catch (thrown) {
    if (isDomainError(thrown) && thrown.code === "too_many") return false;
    throw thrown;
  }
}
