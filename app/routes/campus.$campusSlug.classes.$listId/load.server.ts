import { INVITE_STATES, invitesOfList, listToRun } from "~/domain/identity/invite-list/queries";
import { DomainError } from "~/domain/kernel/errors";
import type { Person } from "~/domain/kernel/actor";
import { withQuery } from "~/web/admin";
import { campusToRun } from "~/web/campus";
import type { WebCtx } from "~/web/ctx";

type Ctx = WebCtx & { readonly actor: Person };

const PAGE = 100;

/** The campus and the list of an address; "not_found" unless the one belongs to the other and the reader runs it. */
export async function listHere(ctx: Ctx, params: { readonly campusSlug?: string; readonly listId?: string }) {
  const campus = await campusToRun(ctx, params.campusSlug);
  const list = await listToRun(ctx.store.db, ctx.actor, params.listId ?? "");
  if (list.campusId !== campus.id) throw new DomainError("not_found");
  return { campus, list, page: `/campus/${campus.slug}/classes/${list.id}` };
}

/** What became of the invitations of a class: how many in which state, and a page of those that are asked for. */
export async function listView(ctx: Ctx, params: { readonly campusSlug?: string; readonly listId?: string }) {
  const { campus, list, page } = await listHere(ctx, params);
  const all = await invitesOfList(ctx.store.db, list.id, ctx.now);
  const state = INVITE_STATES.find((one) => one === ctx.url.searchParams.get("state")) ?? null;
  const chosen = state === null ? all : all.filter((one) => one.state === state);
  const from = Math.max(
    0,
    chosen.findIndex(({ id }) => id === ctx.url.searchParams.get("from")),
  );
  const next = chosen[from + PAGE]?.id;
  const kept = { state: state ?? undefined };
  return {
    campus: { slug: campus.slug, name: campus.name, zone: campus.zone },
    name: list.name,
    state,
    page,
    states: INVITE_STATES.map((one) => ({
      state: one,
      count: all.filter((invite) => invite.state === one).length,
      to: withQuery(page, { state: one }),
    })),
    rows: chosen.slice(from, from + PAGE),
    first: from > 0 ? withQuery(page, kept) : null,
    next: next === undefined ? null : withQuery(page, { ...kept, from: next }),
  };
}

export type ListView = Awaited<ReturnType<typeof listView>>;
