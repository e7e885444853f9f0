import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { follows, ideaGuests, ideaMembers, ideas, lineage, needs, offers, stageChanges } from "#db/schema/ideas";
import { needMeetings } from "#db/schema/lineage";
import { countOpenNeeds } from "../../campus/terms/open-needs";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { notifyAll } from "../../notifications/notify";
import type { PreparedContent } from "../content";
import { prepareContent } from "../content";
import { followersOf } from "../followers";
import type { WordInput } from "../idea";
import { STAGES } from "../idea";
import { indexIdea } from "../index-idea";
import { ideaColumns } from "../plant-idea";
import { insertVersion } from "../versions";
import { writeAudience } from "../write-audience";
import type { JoinedWord } from "./graft";
import { copyOrigin } from "./graft";
import { joinWords } from "./join";
import type { Proposal, SourceIdea } from "./load";
import { everybodyIn, loadSources } from "./load";
import { overtakeGrafts, settleGraft } from "./settle-graft";

/**
 * Grafts, once every team said yes: the sources become `grafted`, and the new idea carries the text of the proposal, the joined
 * needs and offers, and everybody with the agreed share. An idea is grafted once: the database refuses the second ("conflict").
 * "team_changed": somebody joined or left a team since the shares were proposed.
 */
export async function makeGraft(tx: Tx, ctx: Ctx, proposal: Proposal): Promise<string> {
  const { row, shares } = proposal;
  const ids = proposal.sources.map(({ ideaId }) => ideaId);
  const sources = await loadSources(tx, ids);
  const everybody = everybodyIn(sources);
  if (everybody.length !== shares.size || everybody.some((id) => !shares.has(id))) throw new DomainError("team_changed");
  for (const id of ids) await takeSource(tx, id);
  const childId = ctx.newId();
  const allOffers = sources.flatMap((source) => source.offers);
  const joined = {
    needs: joinWords(
      sources.map((source) => source.needs),
      row.meetings,
      allOffers,
    ).words,
    offers: joinWords(
      sources.map((source) => source.offers),
      [],
      [],
    ).words,
  };
  const prepared = await contentOf(tx, proposal, sources, joined);
  await insertChild(tx, ctx, childId, proposal, sources, prepared);
  await insertWords(tx, ctx, childId, joined);
  await insertLineage(tx, ctx, childId, proposal, sources);
  await indexIdea(tx, childId, prepared.stems);
  for (const id of [childId, ...ids]) await writeAudience(tx, id);
  await settleGraft(tx, ctx, row.id, "accepted", childId);
  await overtakeGrafts(tx, ctx, ids, row.id);
  await writeAudit(tx, ctx, { action: "idea.grafted", subjectKind: "idea", subjectId: childId, fields: ["content", "members", "lineage"] });
  for (const id of ids) await writeAudit(tx, ctx, { action: "idea.became_source", subjectKind: "idea", subjectId: id, fields: ["status"] });
  const told = new Set(everybody);
  for (const id of ids) for (const follower of await followersOf(tx, id)) told.add(follower);
  await notifyAll(tx, ctx, told, { kind: "grafted", subjectKind: "idea", subjectId: childId, dedupeKey: childId });
  return childId;
}

/** One source is taken by one graft: whoever comes second finds it taken. */
async function takeSource(tx: Tx, ideaId: string): Promise<void> {
  const [taken] = await tx
    .update(ideas)
    .set({ status: "grafted" })
    .where(and(eq(ideas.id, ideaId), eq(ideas.status, "active")))
    .returning({ id: ideas.id });
  if (!taken) throw new DomainError("conflict", { reason: "source" });
}

type JoinedLists = Readonly<Record<"needs" | "offers", readonly JoinedWord[]>>;

async function contentOf(tx: Tx, { row }: Proposal, sources: readonly SourceIdea[], joined: JoinedLists): Promise<PreparedContent> {
  const first = <K extends "domainId" | "growthMarketId" | "productionStepId">(field: K): string | null =>
    sources.map(({ idea }) => idea[field]).find((id) => id !== null) ?? null;
  const plain = ({ kind, termId, words, weight }: JoinedWord): WordInput => ({
    kind,
    termId,
    words,
    weight: weight as WordInput["weight"],
  });
  return prepareContent(tx, {
    lang: row.lang,
    title: row.title,
    pitch: row.pitch,
    description: row.description,
    domainId: first("domainId"),
    growthMarketId: first("growthMarketId"),
    productionStepId: first("productionStepId"),
    needs: joined.needs.map(plain),
    offers: joined.offers.map(plain),
  });
}

async function insertChild(
  tx: Tx,
  ctx: Ctx,
  childId: string,
  { row, shares }: Proposal,
  sources: readonly SourceIdea[],
  prepared: PreparedContent,
): Promise<void> {
  const person = requirePerson(ctx);
  const stage = STAGES[Math.max(...sources.map(({ idea }) => STAGES.indexOf(idea.stage)))] ?? "seed";
  const home = found(sources.find(({ idea }) => idea.id === row.byIdeaId)).idea;
  await tx.insert(ideas).values({
    id: childId,
    kind: "idea",
    homeCampusId: home.homeCampusId,
    ...(await ideaColumns(tx, prepared.content)),
    stage,
    visibility: row.visibility,
    matchConsent: row.matchConsent,
    versionNo: 1,
    plantedAt: ctx.now,
    activeAt: ctx.now,
  });
  const salt = randomBytes(16).toString("hex");
  await insertVersion(tx, ctx, { id: ctx.newId(), ideaId: childId, no: 1, salt, prepared, authorId: row.byPersonId });
  const owners = new Set(sources.flatMap(({ team }) => team.filter(({ role }) => role === "owner").map(({ personId }) => personId)));
  const team = everybodyIn(sources);
  await tx.insert(ideaMembers).values(
    team.map((personId) => ({
      id: ctx.newId(),
      ideaId: childId,
      personId,
      role: owners.has(personId) ? ("owner" as const) : ("member" as const),
      share: shares.get(personId) ?? 0,
      from: ctx.now,
    })),
  );
  await tx.insert(follows).values(team.map((personId) => ({ ideaId: childId, personId, at: ctx.now })));
  await tx
    .insert(stageChanges)
    .values({ id: ctx.newId(), ideaId: childId, fromStage: null, toStage: stage, byPersonId: person.personId, at: ctx.now });
}

async function insertWords(tx: Tx, ctx: Ctx, childId: string, joined: JoinedLists): Promise<void> {
  const base = { ownerKind: "idea", ownerId: childId, createdAt: ctx.now, removedAt: null } as const;
  for (const [table, list] of [
    [needs, joined.needs],
    [offers, joined.offers],
  ] as const) {
    for (const [position, { from, metBy, ...word }] of list.entries()) {
      const id = ctx.newId();
      await tx.insert(table).values({ id, ...base, ...word, origin: copyOrigin(from), position });
      if (table === needs) await keepMeeting(tx, ctx, childId, id, { from, metBy });
    }
  }
  await countOpenNeeds(tx, [childId]);
}

/** The copy of a met need says by whom: by the offer inside the graft, or as its source said. */
async function keepMeeting(
  tx: Tx,
  ctx: Ctx,
  childId: string,
  needId: string,
  { from, metBy }: Pick<JoinedWord, "from" | "metBy">,
): Promise<void> {
  const base = { id: ctx.newId(), needId, ideaId: childId, byPersonId: requirePerson(ctx).personId, at: ctx.now };
  if (metBy) {
    await tx.insert(needMeetings).values({ ...base, metKind: "idea", metId: metBy.ideaId, offerId: metBy.offerId });
    return;
  }
  for (const sourceNeed of from) {
    const earlier = (await tx.select().from(needMeetings).where(eq(needMeetings.needId, sourceNeed))).find((one) => one.undoneAt === null);
    if (!earlier) continue;
    const { metKind, metId, offerId, words, byPersonId, at } = earlier;
    await tx.insert(needMeetings).values({ ...base, metKind, metId, offerId, words, byPersonId, at });
    return;
  }
}

async function insertLineage(tx: Tx, ctx: Ctx, childId: string, { shares }: Proposal, sources: readonly SourceIdea[]): Promise<void> {
  const counted = new Set<string>();
  for (const { idea, team } of sources) {
    // Who stands in two teams counts for the first.
    const own = team.filter(({ personId }) => !counted.has(personId));
    for (const { personId } of own) counted.add(personId);
    const share = own.reduce((sum, { personId }) => sum + (shares.get(personId) ?? 0), 0);
    await tx.insert(lineage).values({ id: ctx.newId(), childId, parentId: idea.id, kind: "graft", share, at: ctx.now });
    await tx
      .insert(ideaGuests)
      .values({ ideaId: idea.id, guestIdeaId: childId, from: ctx.now })
      .onConflictDoUpdate({ target: [ideaGuests.ideaId, ideaGuests.guestIdeaId], set: { from: ctx.now, until: null } });
  }
}
