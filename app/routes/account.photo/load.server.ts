import { hasPhoto } from "~/domain/identity/person";
import { myPhoto } from "~/domain/identity/photo/queries-photo";
import { myConsents } from "~/domain/identity/privacy/queries-consents";
import type { Person } from "~/domain/kernel/actor";
import type { WebCtx } from "~/web/ctx";

/** One's own photo, who sees it, and what is asked before anybody does. */
export async function photoView(ctx: WebCtx & { readonly actor: Person }) {
  const { actor, store, web } = ctx;
  const { asked } = await myConsents(store.db, actor);
  return {
    name: actor.name,
    mayHave: hasPhoto(actor.ageBand),
    photo: await myPhoto(store.db, actor.personId),
    consent: asked.find(({ purpose }) => purpose === "photo") ?? null,
    uploadMost: web.env.UPLOAD_LIMIT_KB * 1024,
  };
}

export type PhotoView = Awaited<ReturnType<typeof photoView>>;
