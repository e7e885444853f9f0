import type { View } from "~/domain/ideas/visible";
import type { WebCtx } from "./ctx";

/** Where to read, and for whom, as queries of ideas ask it. */
export function viewOf(ctx: WebCtx): View {
  return { db: ctx.store.db, actor: ctx.actor };
}

/** The same, for a page that asks several times about the same idea. */
export function readingOf(ctx: WebCtx): View {
  return { ...viewOf(ctx), looked: new Map(), read: new Map() };
}
