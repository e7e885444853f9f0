import type { Env } from "./env";

/** How many times the largest file one form may weigh: several files, and one too large that is still told about in its page. */
const FORM_WEIGHS = 8;

/** Pages whose forms carry files, by their path and its `.data` twin, with the most bytes of such a form and of one file in it. */
export interface UploadPages {
  readonly path: RegExp;
  readonly maxBytes: number;
  readonly fileBytes: number;
}

/** The pages of this server that take files. */
export function uploadPages(env: Pick<Env, "UPLOAD_LIMIT_KB" | "BODY_LIMIT_KB">): UploadPages {
  return {
    fileBytes: env.UPLOAD_LIMIT_KB * 1024,
    path: /^\/(?:awards\/[\w-]{1,80}\/(?:entry|blind)\/[\w-]{1,64}|account\/photo)(?:\.data)?$/,
    maxBytes: (env.UPLOAD_LIMIT_KB * FORM_WEIGHS + env.BODY_LIMIT_KB) * 1024,
  };
}
