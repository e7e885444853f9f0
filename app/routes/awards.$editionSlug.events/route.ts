import { editionBySlug } from "~/domain/awards/load";
import { showChannel } from "~/domain/awards/vote/rows";
import { answerPublicLive } from "~/web/live";
import { defineLoader } from "~/web/route";

/** Hears when the show goes on and when a vote opens or closes: for everybody, and nothing but that something changed. */
export const loader = defineLoader(async ({ ctx, params, request }) => {
  const { id } = await editionBySlug(ctx.store.db, params.editionSlug ?? "", ctx.now);
  return answerPublicLive(ctx, request, showChannel(id));
});
