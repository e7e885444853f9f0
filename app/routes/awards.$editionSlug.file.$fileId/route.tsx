import { fileFor } from "~/domain/awards/files/queries";
import { found } from "~/domain/kernel/errors";
import { downloadOf } from "~/web/download";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

/** A file of an entry, for who may have it: always to keep, never shown as a page of ours. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const file = await fileFor(viewOf(ctx), params.editionSlug ?? "", params.fileId ?? "", ctx.now);
  return downloadOf(file, found(await ctx.web.files.get(file.storageKey)));
});
