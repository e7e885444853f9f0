import { photoSize } from "~/domain/identity/photo/photo";
import { photoFor } from "~/domain/identity/photo/queries-photo";
import { found } from "~/domain/kernel/errors";
import { photoAnswer } from "~/web/download";
import { defineLoader } from "~/web/route";

/** The photo of a person in one of its sizes, for who may see it now; for all others there is none. */
export const loader = defineLoader(async ({ ctx, params, request }) => {
  const size = found(photoSize(params.size ?? ""));
  const { photoId = "" } = params;
  const { storageKey } = await photoFor({ db: ctx.store.db, actor: ctx.actor, now: ctx.now }, photoId, size);
  return photoAnswer(request, `${photoId}-${size}`, async () => found(await ctx.web.files.get(storageKey)));
});
