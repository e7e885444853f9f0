import { beamerFor } from "~/domain/awards/ceremony/stage";
import { editionToOversee } from "~/domain/awards/load";
import { isDomainError } from "~/domain/kernel/errors";
import { pressed } from "~/web/ceremony";
import { messageFor, STATUS_OF } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { say } from "~/web/say";
import { viewOf } from "~/web/view";

const HEADERS = { "Cache-Control": "no-store" };

/** What the screen of the hall shows now, as JSON. */
export const loader = definePersonLoader(async ({ ctx, params }) =>
  Response.json(await beamerFor(viewOf(ctx), params.editionSlug ?? "", ctx.now), { headers: HEADERS }),
);

/** A press of the screen, which may not leave its page: the answer is where the show is now, and what was refused. */
export const action = definePersonAction(async (args) => {
  const { ctx, params } = args;
  const slug = params.editionSlug ?? "";
  await editionToOversee(ctx.store.db, ctx.actor, slug, ctx.now);
  let said: string | null = null;
  let status = 200;
  try {
    const key = await pressed(args, slug);
    said = key && say(ctx, key);
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    const { key, params: about } = messageFor(thrown);
    said = say(ctx, key, about);
    status = STATUS_OF[thrown.code];
  }
  return Response.json({ stage: await beamerFor(viewOf(ctx), slug, ctx.now), said }, { status, headers: HEADERS });
});
