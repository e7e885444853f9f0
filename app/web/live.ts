import type { Db } from "~/domain/kernel/store";
import { loadActor } from "~/domain/identity/queries";
import { openSession } from "~/domain/identity/session-rows";
import type { Person } from "~/domain/kernel/actor";
import { isDomainError } from "~/domain/kernel/errors";
import { versionsOf } from "~/domain/kernel/pages";
import { networkOf } from "~/infra/rate-limit";
import type { WebCtx } from "./ctx";

/** What is listened to, and who may: `demand` throws a refusal of the domain for everybody else. */
export interface Watched {
  /** A tag of `page_versions`, such as `room:ID`. */
  readonly channel: string;
  readonly demand: (db: Db, actor: Person) => Promise<unknown>;
}

/**
 * Answers a page that wants to hear of changes at once: a stream for who asks for `text/event-stream`, else the present
 * version as JSON. The right to listen is asked now (its refusal is thrown) and every few seconds while the stream is open;
 * it ends when the session does, too.
 */
export async function answerLive(ctx: WebCtx & { readonly actor: Person }, request: Request, watched: Watched): Promise<Response> {
  const { db } = ctx.store;
  const { channel, demand } = watched;
  await demand(db, ctx.actor);
  if (!(request.headers.get("Accept") ?? "").includes("text/event-stream")) {
    return Response.json({ n: (await versionsOf(db, [channel])).get(channel) ?? 0 }, { headers: { "Cache-Control": "no-store" } });
  }
  const { clock, live } = ctx.web;
  const { personId } = ctx.actor;
  const { sessionId } = ctx;
  const isAllowed = async (): Promise<boolean> => {
    const now = clock.now();
    const session = sessionId === null ? null : await openSession(db, personId, sessionId, now);
    if (!session) return false;
    const actor = await loadActor(db, personId, now, session);
    if (!actor) return false;
    try {
      await demand(db, actor);
      return true;
    } catch (thrown) {
      if (isDomainError(thrown)) return false;
      throw thrown;
    }
  };
  // Who looks through somebody's eyes is not them: the others are not told that they are there.
  return live.open({ channel, personId, isAllowed, request, unseen: Boolean(ctx.proof?.impersonatorId) });
}

/** Streams out of one network that may follow what everybody may: a hall behind one address, and not all there are. */
const MOST_OF_NETWORK = 800;

/** The same for what everybody may follow, with an account or without. Nobody is told who else listens. */
export async function answerPublicLive(ctx: WebCtx, request: Request, channel: string): Promise<Response> {
  const { db } = ctx.store;
  if (!(request.headers.get("Accept") ?? "").includes("text/event-stream")) {
    return Response.json({ n: (await versionsOf(db, [channel])).get(channel) ?? 0 }, { headers: { "Cache-Control": "no-store" } });
  }
  const { live, ip } = ctx.web;
  return live.open({
    channel,
    personId: `network:${networkOf(ip)}`,
    most: MOST_OF_NETWORK,
    unseen: true,
    isAllowed: () => Promise.resolve(true),
    request,
  });
}

/** The version of a channel, read by a loader before the data of its page, so that no change falls in between. */
export async function liveVersion(ctx: WebCtx, channel: string): Promise<number> {
  return (await versionsOf(ctx.store.db, [channel])).get(channel) ?? 0;
}
