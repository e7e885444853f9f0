import { and, desc, eq, gte, inArray, isNull } from "drizzle-orm";
import { organisations } from "#db/schema/campus";
import { ideaMembers, ideas, needs } from "#db/schema/ideas";
import { people, roleGrants } from "#db/schema/identity";
import { needMeetings } from "#db/schema/lineage";
import { countOpenNeeds } from "../campus/terms/open-needs";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { after, minutes } from "../kernel/time";
import type { MetBy, NeedState } from "./need-state";
import { MET_WORDS_MAX } from "./need-state";
import { canEdit } from "./policy";
import type { IdeaRow } from "./visible";
import { demand, demandActive, ideaToActOn, isId } from "./visible";
import { touchIdeaPages } from "./write-audience";

/**
 * Says how far a need of the actor's idea is; when it is met, by whom. A met need is matched no more; calling it open again takes the
 * meeting back. Returns what it was before. Refuses with "not_found" (the need, or who is said to have met it), "forbidden" (not in
 * the team), "conflict" (idea not active), "already_done" (nothing changes) or "invalid" (words too long).
 */
export async function markNeed(
  ctx: Ctx,
  needId: string,
  input: { readonly state: NeedState; readonly by?: MetBy },
): Promise<{ ideaId: string; before: NeedState }> {
  const person = requirePerson(ctx);
  if (!isId(needId)) throw new DomainError("not_found");
  const by = { kind: "words", id: null, ...input.by, words: clean(input.by?.words ?? "").replace(/\s+/g, " ") } as const;
  if (by.words.length > MET_WORDS_MAX) throw new DomainError("invalid", { field: "words", max: MET_WORDS_MAX });
  return ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ ideaId: needs.ownerId, state: needs.state })
      .from(needs)
      .where(and(eq(needs.id, needId), eq(needs.ownerKind, "idea"), isNull(needs.removedAt)));
    const need = found(row);
    const { idea, facts } = await ideaToActOn(tx, person, need.ideaId);
    demandActive(idea);
    demand(person, canEdit(person, facts));
    const named = input.state === "met" && (by.id !== null || by.words !== "");
    if (need.state === input.state && !named) throw new DomainError("already_done");
    if (input.state === "met") await demandMeeter(tx, ctx, idea, by);
    await tx
      .update(needMeetings)
      .set({ undoneAt: ctx.now })
      .where(and(eq(needMeetings.needId, needId), isNull(needMeetings.undoneAt)));
    await tx.update(needs).set({ state: input.state }).where(eq(needs.id, needId));
    if (input.state === "met" && (named || !(await takeBack(tx, ctx, needId)))) {
      await tx.insert(needMeetings).values({
        id: ctx.newId(),
        needId,
        ideaId: idea.id,
        metKind: by.kind,
        metId: by.id,
        words: by.words,
        byPersonId: person.personId,
        at: ctx.now,
      });
    }
    await settleNeed(tx, ctx, idea);
    await writeAudit(tx, ctx, { action: `need.${input.state}`, subjectKind: "idea", subjectId: idea.id, fields: ["state"] });
    return { ideaId: idea.id, before: need.state };
  });
}

/** Whoever calls a need met again at once, without saying by whom, only takes back a slip: the last meeting stands again. */
const SLIP = minutes(2);

async function takeBack(tx: Tx, ctx: Ctx, needId: string): Promise<boolean> {
  const [last] = await tx
    .select({ id: needMeetings.id })
    .from(needMeetings)
    .where(and(eq(needMeetings.needId, needId), gte(needMeetings.undoneAt, after(ctx.now, -SLIP))))
    .orderBy(desc(needMeetings.undoneAt), desc(needMeetings.id))
    .limit(1);
  if (!last) return false;
  await tx.update(needMeetings).set({ undoneAt: null }).where(eq(needMeetings.id, last.id));
  return true;
}

/**
 * For other contexts: these open needs of an idea are being talked about from now on, because both sides said yes. Needs of other
 * ideas, and those in talk or met already, stay as they are. The caller checks who may. Returns how many changed.
 */
export async function talkAboutNeeds(tx: Tx, ctx: Ctx, ideaId: string, needIds: readonly string[]): Promise<number> {
  if (needIds.length === 0) return 0;
  const changed = await tx
    .update(needs)
    .set({ state: "in_talk" })
    .where(
      and(
        inArray(needs.id, [...needIds]),
        eq(needs.ownerKind, "idea"),
        eq(needs.ownerId, ideaId),
        eq(needs.state, "open"),
        isNull(needs.removedAt),
      ),
    )
    .returning({ id: needs.id });
  if (changed.length === 0) return 0;
  const [idea] = await tx.select().from(ideas).where(eq(ideas.id, ideaId));
  await settleNeed(tx, ctx, found(idea));
  await writeAudit(tx, ctx, { action: "need.in_talk", subjectKind: "idea", subjectId: ideaId, fields: ["state"] });
  return changed.length;
}

async function settleNeed(tx: Tx, ctx: Ctx, idea: IdeaRow): Promise<void> {
  await tx.update(ideas).set({ activeAt: ctx.now }).where(eq(ideas.id, idea.id));
  await countOpenNeeds(tx, [idea.id]);
  await touchIdeaPages(tx, idea.id, idea.visibility === "public");
}

/** Whoever is said to have met a need must be known to the actor: an idea they see, staff or a team mate, an organisation of the campus. */
async function demandMeeter(tx: Tx, ctx: Ctx, idea: IdeaRow, by: MetBy): Promise<void> {
  if (by.id === null || by.kind === "words") return;
  if (by.kind === "idea") {
    if (by.id === idea.id) throw new DomainError("invalid", { field: "by" });
    await ideaToActOn(tx, ctx.actor, by.id);
    return;
  }
  if (by.kind === "organisation") {
    const [known] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, by.id), eq(organisations.campusId, idea.homeCampusId)));
    found(known);
    return;
  }
  const staff = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        eq(people.id, by.id),
        inArray(roleGrants.role, ["coach", "expert"]),
        eq(roleGrants.scopeId, idea.homeCampusId),
        isNull(people.erasedAt),
      ),
    )
    .limit(1);
  const mates = await tx
    .select({ id: ideaMembers.id })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, idea.id), eq(ideaMembers.personId, by.id), isNull(ideaMembers.until)))
    .limit(1);
  found(staff[0] ?? mates[0]);
}
