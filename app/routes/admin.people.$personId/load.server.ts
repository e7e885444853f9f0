import { personForAdmin } from "~/domain/administration/queries-people";
import { allCampuses } from "~/domain/campus/queries";
import { INSTANCE, givableRoles } from "~/domain/identity/policy";
import { found } from "~/domain/kernel/errors";
import type { AdminCtx } from "~/web/admin";

/** One person with what an admin may do about them. */
export async function personView(ctx: AdminCtx, personId: string) {
  const person = found(await personForAdmin(ctx, personId));
  const campuses = await allCampuses(ctx.store.db);
  const isSelf = personId === ctx.actor.personId;
  const isOpen = person.suspendedAt === null && person.erasedAt === null;
  const isAdmin = person.roles.some(({ role }) => role === "admin");
  return {
    ...person,
    email: person.erasedAt === null ? person.email : "",
    roles: person.roles.map((held) => ({
      ...held,
      // Jurors are ended where the jury is made; who takes the admin's role from themselves is locked out.
      canEnd:
        givableRoles(ctx.actor, { kind: held.scopeKind, id: held.scopeId }).includes(held.role) &&
        held.role !== "juror" &&
        !(isSelf && held.role === "admin"),
    })),
    scopes: [...campuses.map(({ id, name }) => ({ id, name })), { id: INSTANCE.id, name: "" }],
    canSuspend: !isSelf && person.erasedAt === null,
    canBorrow: !isSelf && isOpen && !isAdmin,
    canEndSessions: person.sessions > 0,
    canResetStep: !isSelf && person.secondStep !== null,
    canGive: person.erasedAt === null,
  };
}

export type PersonView = Awaited<ReturnType<typeof personView>>;
