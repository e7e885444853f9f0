import { roomOf } from "~/domain/rooms/queries-list";
import { ideasToBring, sessionPage } from "~/domain/sessions/queries";
import type { WebCtx } from "~/web/ctx";
import { viewOf } from "~/web/view";

/** A session with where the person stands; the code of the address is filled in for who came by the QR code. */
export async function sessionView(ctx: WebCtx, sessionId: string) {
  const view = viewOf(ctx);
  const session = await sessionPage(view, sessionId, ctx.now);
  return {
    session,
    roomId: await roomOf(view, "session", sessionId, ctx.now),
    ideas: session.mayRegister ? await ideasToBring(view) : [],
    code: (ctx.url.searchParams.get("code") ?? "").slice(0, 10),
  };
}

export type SessionView = Awaited<ReturnType<typeof sessionView>>;
