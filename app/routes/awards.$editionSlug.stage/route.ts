import { stageFor } from "~/domain/awards/ceremony/stage";
import { defineLoader } from "~/web/route";
import { viewOf } from "~/web/view";

/** What phones show of the ceremony now, as JSON: asked for each time something changed. */
export const loader = defineLoader(async ({ ctx, params }) =>
  Response.json(await stageFor(viewOf(ctx), params.editionSlug ?? "", ctx.now), { headers: { "Cache-Control": "no-store" } }),
);
