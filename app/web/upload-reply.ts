import type { UploadProblem } from "~/domain/awards/files/entry-file";
import { sizeText } from "~/domain/awards/files/entry-file";
import type { Message } from "~/locales/translate";
import type { WebCtx } from "./ctx";
import type { Uploads } from "./upload";

const STATUS: Readonly<Record<UploadProblem, number>> = {
  too_big: 413,
  wrong_type: 415,
  empty: 422,
  too_many: 422,
  too_often: 429,
  too_slow: 422,
  not_kept: 507,
  no_photo: 415,
  phone_photo: 415,
};

/** What is wrong with the files of a form, beside their inputs, and the status of the first; null when nothing is. */
export function problemsOf(ctx: WebCtx, uploads: Uploads): { readonly fields: Record<string, Message[]>; readonly status: number } | null {
  const [first] = uploads.problems.values();
  if (first === undefined) return null;
  const size = sizeText(ctx.web.env.UPLOAD_LIMIT_KB * 1024, ctx.actor.locale);
  const said = [...uploads.problems].map(([name, problem]): [string, Message[]] => [
    name,
    [{ key: `files.problem.${problem}`, params: { size } }],
  ]);
  return { fields: Object.fromEntries(said), status: STATUS[first] };
}
