import { and, count, eq, gt } from "drizzle-orm";
import { invites, inviteLists } from "#db/schema/identity";
import type { Locale, Role } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { after, hours, minutes } from "../../kernel/time";
import { inviteUnlessDone } from "../invite-to-role";
import { canGiveRole } from "../policy";
import { LIST_MAX } from "./limits";

/** People one organiser may invite by lists in a day: a large school at the start of its year. */
const DAY_MAX = 3_000;
const AT_ONCE = 50;
/** Mails that leave in a minute, so that those somebody waits for are not behind a whole school. */
const MAILS_A_MINUTE = 100;

export interface InviteListInput {
  /** Made with the form, so that a form sent twice makes one list. */
  readonly listId: string;
  readonly campusId: string;
  readonly name: string;
  readonly rows: readonly { readonly email: string; readonly name: string; readonly role: Role; readonly locale: Locale }[];
}

/** When the mail of the n-th of a list may leave. */
export const mailAt = (now: Date, n: number): Date => after(now, minutes(Math.floor(n / MAILS_A_MINUTE)));

/**
 * Invites everybody of a list who does not hold the role and has no open invitation; the others are left alone. Sent again with the same
 * `listId` it goes on where it was. Returns how many were invited now. Refuses with "forbidden", "invalid" for more than 1,000 people,
 * "too_many" beyond 3,000 in a day, and "not_found" for a list of somebody else.
 */
export async function inviteList(ctx: Ctx, { listId, campusId, name, rows }: InviteListInput): Promise<{ invited: number }> {
  requirePerson(ctx);
  const scope = { kind: "campus", id: campusId } as const;
  if (rows.length === 0 || rows.length > LIST_MAX) throw new DomainError("invalid");
  if (!rows.every(({ role }) => canGiveRole(ctx.actor, role, scope))) throw new DomainError("forbidden");
  await beginList(ctx, { listId, campusId, name, most: DAY_MAX - rows.length });
  let invited = 0;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const before = invited;
    invited += await ctx.store.tx(async (tx) => {
      let written = 0;
      for (const row of rows.slice(from, from + AT_ONCE)) {
        const inviteId = await inviteUnlessDone(tx, ctx, { ...row, scope, listId, mailAt: mailAt(ctx.now, before + written) });
        if (inviteId !== null) written += 1;
      }
      return written;
    });
  }
  return { invited };
}

async function beginList(
  ctx: Ctx,
  { listId, campusId, name, most }: Omit<InviteListInput, "rows"> & { readonly most: number },
): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [today] = await tx
      .select({ n: count() })
      .from(invites)
      .where(and(eq(invites.invitedBy, personId), gt(invites.createdAt, after(ctx.now, -hours(24)))));
    if ((today?.n ?? 0) > most) throw new DomainError("too_many", { seconds: 3_600, minutes: 60 });
    const [made] = await tx
      .insert(inviteLists)
      .values({ id: listId, campusId, name, invitedBy: personId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: inviteLists.id });
    if (made) return writeAudit(tx, ctx, { action: "invite_list.made", subjectKind: "invite_list", subjectId: listId });
    const [mine] = await tx
      .select({ id: inviteLists.id })
      .from(inviteLists)
      .where(and(eq(inviteLists.id, listId), eq(inviteLists.campusId, campusId), eq(inviteLists.invitedBy, personId)));
    if (!mine) throw new DomainError("not_found");
  });
}
