import { and, eq, inArray } from "drizzle-orm";
import { graftProposals, graftShares, graftSources } from "#db/schema/lineage";
import type { Locale, Person } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { clean } from "../../kernel/text";
import { after } from "../../kernel/time";
import { prepareContent } from "../content";
import type { Visibility } from "../idea";
import { canEdit } from "../policy";
import { demand, demandActive, ideaToActOn } from "../visible";
import type { Meeting } from "./graft";
import { GRAFT_MESSAGE_MAX, GRAFT_OPEN, GRAFT_OPEN_MAX, GRAFT_SOURCES_MAX, narrowestConsent, opensWider } from "./graft";
import type { SourceIdea } from "./load";
import { demandSeenByAll, everybodyIn, loadSources, refuseUnseenWords, wholeProposal } from "./load";
import { makeGraft } from "./make-graft";
import { tellTeams } from "./settle-graft";

export interface GraftInput {
  /** The other ideas. */
  readonly withIds: readonly string[];
  readonly lang: Locale;
  readonly title: string;
  readonly pitch: string;
  readonly description: string;
  readonly visibility: Visibility;
  /** Everybody in the teams, with whole percents that sum to 100. */
  readonly shares: readonly { readonly personId: string; readonly share: number }[];
  readonly meetings: readonly Meeting[];
  readonly message: string;
}

/**
 * Proposes to join an idea of the actor with others they see; the teams answer within 14 days. The actor's own teams have then said
 * yes; when that is all of them, it is grafted at once (`childId`). Refuses with "graft_unseen" (a team cannot see all the ideas),
 * "already_done" (the same is proposed already), "too_many", "conflict" (an idea is not active, hidden, or a challenge), "invalid"
 * with the `field`, and "forbidden" when it would open the actor's idea wider and they are not its owner.
 */
export async function proposeGraft(ctx: Ctx, ideaId: string, input: GraftInput): Promise<{ proposalId: string; childId: string | null }> {
  const person = requirePerson(ctx);
  const ids = [...new Set([ideaId, ...input.withIds])];
  const message = clean(input.message);
  if (message.length > GRAFT_MESSAGE_MAX) throw new DomainError("invalid", { field: "message", max: GRAFT_MESSAGE_MAX });
  const { content } = await prepareContent(ctx.store.db, { ...input, ...NOTHING });
  if (content.pitch === "") throw new DomainError("invalid", { field: "pitch" });
  if (input.visibility === "private") throw new DomainError("invalid", { field: "visibility" });
  const proposalId = ctx.newId();

  return ctx.store.tx(async (tx) => {
    await demandAllFree(tx, person, ids);
    const sources = await loadSources(tx, ids);
    await demandSeenByAll(tx, sources, ctx.now);
    await refuseUnseenWords(tx, sources, "message", message);
    checkShares(sources, input.shares);
    checkMeetings(sources, input.meetings);
    await refuseTwice(tx, ids);
    const home = sources[0]?.idea;
    const opened = { visibility: input.visibility, campusId: home?.homeCampusId ?? "" };
    const says = sources.map((source) => saysYes(person, source, opensWider(opened, toOpened(source))));
    demand(person, says[0] === true);
    const row = {
      id: proposalId,
      byIdeaId: ideaId,
      byPersonId: person.personId,
      lang: content.lang,
      title: content.title,
      pitch: content.pitch,
      description: content.description,
      visibility: input.visibility,
      matchConsent: narrowestConsent(sources.map(({ idea }) => idea.matchConsent)),
      meetings: [...input.meetings],
      message,
      state: "open" as const,
      createdAt: ctx.now,
      dueAt: after(ctx.now, GRAFT_OPEN),
    };
    const [kept] = await tx.insert(graftProposals).values(row).returning();
    await tx.insert(graftSources).values(
      ids.map((id, position) => ({
        proposalId,
        ideaId: id,
        position,
        ...(says[position] === true
          ? { answer: "yes" as const, answeredBy: person.personId, answeredAt: ctx.now }
          : { answer: "waiting" as const }),
      })),
    );
    await tx.insert(graftShares).values(input.shares.map(({ personId, share }) => ({ proposalId, personId, share })));
    await writeAudit(tx, ctx, {
      action: "graft.proposed",
      subjectKind: "graft",
      subjectId: proposalId,
      fields: ["sources", "shares", "text"],
    });
    if (kept && says.every(Boolean)) return { proposalId, childId: await makeGraft(tx, ctx, await wholeProposal(tx, kept)) };
    await tellTeams(tx, ctx, { proposalId, kind: "graft_proposed", round: "new" });
    return { proposalId, childId: null };
  });
}

const NOTHING = { domainId: null, growthMarketId: null, productionStepId: null, needs: [], offers: [] } as const;

/** What `opensWider` looks at. */
export function toOpened({ idea }: SourceIdea): { visibility: Visibility; campusId: string } {
  return { visibility: idea.visibility, campusId: idea.homeCampusId };
}

/** Whether this person may say yes for the team of a source: its members, and only its owners when it is opened wider. */
export function saysYes(person: Person, { team }: SourceIdea, wider: boolean): boolean {
  const own = team.find(({ personId }) => personId === person.personId);
  return own !== undefined && (!wider || own.role === "owner");
}

/** The first is the actor's own. How many there are is told only to whoever may act on it. */
async function demandAllFree(tx: Tx, person: Person, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.slice(0, GRAFT_SOURCES_MAX).entries()) await demandFree(tx, person, id, at === 0);
  if (ids.length < 2 || ids.length > GRAFT_SOURCES_MAX) throw new DomainError("invalid", { field: "with", max: GRAFT_SOURCES_MAX });
}

async function demandFree(tx: Tx, person: Person, ideaId: string, isOwn: boolean): Promise<void> {
  const { idea, facts } = await ideaToActOn(tx, person, ideaId);
  demandActive(idea);
  if (isOwn) demand(person, canEdit(person, facts));
  if (facts.hidden || idea.kind !== "idea") throw new DomainError("conflict", { reason: "source" });
}

function checkShares(sources: readonly SourceIdea[], shares: GraftInput["shares"]): void {
  const everybody = new Set(everybodyIn(sources));
  const named = new Set(shares.map(({ personId }) => personId));
  const whole = shares.every(({ share }) => Number.isInteger(share) && share >= 0 && share <= 100);
  const sum = shares.reduce((total, { share }) => total + share, 0);
  const sameOnes = named.size === shares.length && named.size === everybody.size && [...named].every((id) => everybody.has(id));
  if (!whole || sum !== 100 || !sameOnes) throw new DomainError("invalid", { field: "shares", message: "graft.error.shares", sum });
}

function checkMeetings(sources: readonly SourceIdea[], meetings: readonly Meeting[]): void {
  const needs = new Map(sources.flatMap((source) => source.needs).map((need) => [need.id, need]));
  const offers = new Map(sources.flatMap((source) => source.offers).map((offer) => [offer.id, offer]));
  const seen = new Set<string>();
  for (const { needId, offerId } of meetings) {
    const need = needs.get(needId);
    const offer = offers.get(offerId);
    if (!need || !offer || need.ideaId === offer.ideaId || seen.has(needId)) throw new DomainError("invalid", { field: "meetings" });
    seen.add(needId);
  }
}

/** The same ideas are proposed once at a time, and one idea does not ask the whole campus. */
async function refuseTwice(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ proposalId: graftSources.proposalId, ideaId: graftSources.ideaId })
    .from(graftSources)
    .innerJoin(graftProposals, eq(graftProposals.id, graftSources.proposalId))
    .where(and(eq(graftProposals.state, "open"), inArray(graftSources.ideaId, [...ids])));
  const open = new Map<string, string[]>();
  for (const { proposalId, ideaId } of rows) open.set(proposalId, [...(open.get(proposalId) ?? []), ideaId]);
  for (const [proposalId, joined] of open) {
    if (joined.length !== ids.length) continue;
    const all = await tx.select({ ideaId: graftSources.ideaId }).from(graftSources).where(eq(graftSources.proposalId, proposalId));
    if (all.length === ids.length) throw new DomainError("already_done");
  }
  if (rows.filter(({ ideaId }) => ideaId === ids[0]).length >= GRAFT_OPEN_MAX) throw new DomainError("too_many", { max: GRAFT_OPEN_MAX });
}
