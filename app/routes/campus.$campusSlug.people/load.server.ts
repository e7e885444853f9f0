import type { Campus } from "~/domain/campus/queries";
import { isMinor, nameKey } from "~/domain/identity/person";
import { canSuspend, givableRoles } from "~/domain/identity/policy";
import { activeGrants, invitesOfScope, namesOf, peopleOfCampus } from "~/domain/identity/queries";
import type { Person, Role } from "~/domain/kernel/actor";
import type { WebCtx } from "~/web/ctx";
import { facesOf } from "~/web/faces";

const PAGE_SIZE = 30;

type PersonCtx = WebCtx & { readonly actor: Person };

/** The address of the list with these parameters; empty ones are left out. */
function address(slug: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "")).toString();
  return query ? `/campus/${slug}/people?${query}` : `/campus/${slug}/people`;
}

async function rightsOver(ctx: PersonCtx, personId: string, held: readonly string[], campus: Campus) {
  const givable = givableRoles(ctx.actor, { kind: "campus", id: campus.id });
  const isSelf = personId === ctx.actor.personId;
  return {
    // Who takes the organiser's role from themselves is locked out of the page that gives it back.
    revocable: givable.filter((role) => held.includes(role) && !(isSelf && role === "organiser")),
    grantable: givable.filter((role) => !held.includes(role)),
    suspend: canSuspend(ctx.actor, personId, await activeGrants(ctx.store.db, personId, ctx.now)),
  };
}

/** People of a campus with their roles, what may be done with the one that is opened, and the invites that wait. */
export async function peopleView(ctx: PersonCtx, campus: Campus) {
  const { actor, now, url } = ctx;
  const { db } = ctx.store;
  const search = (url.searchParams.get("q") ?? "").slice(0, 100);
  const afterId = url.searchParams.get("after") ?? "";
  const opened = url.searchParams.get("person") ?? "";
  const afterName = (await namesOf(db, afterId === "" ? [] : [afterId])).get(afterId);
  const after = afterName === undefined ? undefined : { nameKey: nameKey(afterName), id: afterId };
  const page = await peopleOfCampus(db, actor, { campusId: campus.id, search, limit: PAGE_SIZE, after }, now);
  const invites = await invitesOfScope(db, campus.id, now);
  const photos = await facesOf(
    ctx,
    page.people.map(({ id }) => id),
  );
  const people = await Promise.all(
    page.people.map(async ({ id, name, roles, staff }) => ({
      id,
      name,
      photo: photos[id] ?? null,
      email: staff?.email ?? "",
      isMinor: isMinor(staff?.ageBand ?? null),
      suspendedAt: staff?.suspendedAt ?? null,
      roles: roles as Role[],
      rights: id === opened ? await rightsOver(ctx, id, roles, campus) : null,
      openTo: `${address(campus.slug, { q: search, after: afterId, person: id })}#person-${id}`,
    })),
  );
  return {
    campus: { slug: campus.slug, name: campus.name, zone: campus.zone },
    search,
    people,
    closeTo: address(campus.slug, { q: search, after: afterId }),
    firstPage: after ? address(campus.slug, { q: search }) : null,
    nextPage: page.more ? address(campus.slug, { q: search, after: page.people.at(-1)?.id ?? "" }) : null,
    givable: [...givableRoles(actor, { kind: "campus", id: campus.id })],
    languages: campus.languages,
    invites: invites.map(({ id, email, role, invitedBy, createdAt, dueAt }) => ({
      id,
      email,
      role,
      invitedBy,
      createdAt,
      dueAt,
    })),
  };
}

export type PeopleView = Awaited<ReturnType<typeof peopleView>>;
