import { and, eq, inArray } from "drizzle-orm";
import { blocks } from "#db/schema/identity";
import { interests } from "#db/schema/matching";
import type { ActedIdea } from "../ideas/visible";
import { demand, demandActive, ideaToActOn, isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import { visitor } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import type { NoticeKind } from "../notifications/notice";
import { notifyAll } from "../notifications/notify";
import type { Party } from "./party";
import { speakersOf } from "./party";
import { canSpeakFor } from "./policy";

export type InterestRow = typeof interests.$inferSelect;

/** Who was asked. */
export const askedOf = ({ toKind, toId }: Pick<InterestRow, "toKind" | "toId">): Party => ({ kind: toKind, id: toId });
/** Who asked. */
export const askingOf = ({ fromIdeaId }: Pick<InterestRow, "fromIdeaId">): Party => ({ kind: "idea", id: fromIdeaId });

/** The idea for which the actor speaks. Refuses with "not_found", "forbidden" or "conflict" as every act on an idea does. */
export async function spokenFor(tx: Tx, person: Person, ideaId: string): Promise<ActedIdea> {
  const acted = await ideaToActOn(tx, person, ideaId);
  demandActive(acted.idea);
  demand(person, canSpeakFor(person, acted.facts));
  return acted;
}

/**
 * An interest in which the actor speaks for who asked, or for who was asked; for others it does not exist ("not_found"), nor for
 * who was asked before its own team agreed.
 */
export async function ownInterest(tx: Tx, ctx: Ctx, interestId: string, side: "from" | "to" | "either"): Promise<InterestRow> {
  const person = requirePerson(ctx);
  if (!isId(interestId)) throw new DomainError("not_found");
  const [kept] = await tx.select().from(interests).where(eq(interests.id, interestId));
  const row = found(kept);
  const parties = side === "either" ? [askingOf(row), askedOf(row)] : [side === "from" ? askingOf(row) : askedOf(row)];
  for (const party of parties) {
    if (row.state === "proposed" && party.id === row.toId) continue;
    if (!(await speakersOf(tx, party, ctx.now)).includes(person.personId)) continue;
    if (party.kind === "idea") await spokenFor(tx, person, party.id);
    return row;
  }
  throw new DomainError("not_found");
}

/** What a person is told who is asked by themselves, where a team is told of its idea. */
const ALONE: Readonly<Partial<Record<NoticeKind, NoticeKind>>> = { interest_received: "help_asked", interest_due: "help_asked" };

/**
 * Tells everybody who speaks for a party about an interest, in the app and by mail; not those who want nothing of who asks.
 * Nobody's name goes with it: until both said yes, who asks is veiled. `round` tells a second time from the first.
 */
export async function tellParty(
  tx: Tx,
  ctx: Ctx,
  about: { readonly interest: InterestRow; readonly party: Party; readonly kind: NoticeKind; readonly round: string },
): Promise<void> {
  const { interest, party, round } = about;
  const speakers = (await speakersOf(tx, party, ctx.now)).filter((personId) => personId !== ctx.actor.personId);
  const apart = await tx
    .select({ personId: blocks.blockerId })
    .from(blocks)
    .where(and(eq(blocks.blockedId, interest.byPersonId), inArray(blocks.blockerId, [...speakers, ""])));
  const told = speakers.filter((personId) => !apart.some((one) => one.personId === personId));
  const nameless: Ctx = { ...ctx, actor: visitor(ctx.actor.locale) };
  const kind = party.kind === "idea" ? about.kind : (ALONE[about.kind] ?? about.kind);
  const notice = { kind, subjectKind: "interest", subjectId: interest.id, dedupeKey: `${interest.id}:${party.id}:${round}` } as const;
  await notifyAll(tx, nameless, told, party.kind === "idea" ? { ...notice, ideaId: party.id } : notice);
}
