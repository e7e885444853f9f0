import type { Campus } from "~/domain/campus/queries";
import { listsOf } from "~/domain/identity/invite-list/queries";
import { givableRoles } from "~/domain/identity/policy";
import type { Person } from "~/domain/kernel/actor";
import type { WebCtx } from "~/web/ctx";

/** What the page of classes shows before anything is sent: what may be chosen, and the classes that were invited. */
export async function classesView(ctx: WebCtx & { readonly actor: Person }, { id, slug, name, zone, languages }: Campus) {
  return {
    campus: { slug, name, zone },
    givable: [...givableRoles(ctx.actor, { kind: "campus", id })],
    languages,
    lists: await listsOf(ctx.store.db, ctx.actor, id),
  };
}

export type ClassesView = Awaited<ReturnType<typeof classesView>>;
