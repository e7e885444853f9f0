import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { graftProposals } from "#db/schema/lineage";
import type { Person } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { clean } from "../../kernel/text";
import { canModerate } from "../policy";
import type { ProposalRow, SourceIdea } from "./load";
import { loadSources, proposalToActOn } from "./load";

/** May hide what was written with a proposal: coaches and organisers of a campus of its ideas who are in none of the teams. */
export function canModerateGraft(person: Person, sources: readonly SourceIdea[]): boolean {
  const inside = sources.some(({ team }) => team.some(({ personId }) => personId === person.personId));
  return !inside && sources.some(({ idea }) => canModerate(person, idea.homeCampusId));
}

/** What of a proposal may still be read: its text and reasons, unless hidden from the reader; a message and a graft that never was go when taken back. */
export function readableParts(
  row: ProposalRow,
  moderates: boolean,
): { readonly text: boolean; readonly message: boolean; readonly reasons: boolean } {
  const shown = row.hiddenAt === null || moderates;
  const kept = row.removedAt === null;
  return { text: shown && (kept || row.state === "accepted"), message: shown && kept, reasons: shown };
}

/** What others than the actor wrote with a proposal, for a report; null when nothing of it can be read, or it is all the actor's own. */
export interface GraftWords {
  readonly campusId: string;
  readonly by: string;
  readonly words: string;
  readonly lang: ProposalRow["lang"];
}

/** The words of a proposal as the actor may report them: what others wrote, or their own when nobody else did. Refuses with "not_found". */
export async function graftWords(db: Db, person: Person, proposalId: string): Promise<GraftWords | undefined> {
  const { row, sources } = await proposalToActOn(db, person, proposalId);
  if (row.hiddenAt !== null) return undefined;
  const loaded = await loadSources(
    db,
    sources.map(({ ideaId }) => ideaId),
  );
  const home = loaded.find(({ idea }) => idea.id === row.byIdeaId);
  const parts = readableParts(row, false);
  const text = [...(parts.text ? [row.title, row.pitch] : []), parts.message ? row.message : ""];
  const written = [
    { by: row.byPersonId, words: text.filter(Boolean).join("\n") },
    ...sources.map(({ answeredBy, reason }) => ({ by: answeredBy ?? "", words: reason })),
  ].filter(({ words }) => words !== "");
  const others = written.filter(({ by }) => by !== person.personId);
  const told = others.length > 0 ? others : written;
  const [first] = told;
  if (!home || !first) return undefined;
  return { campusId: home.idea.homeCampusId, by: first.by, words: told.map(({ words }) => words).join("\n"), lang: row.lang };
}

/**
 * Hides what was written with a proposal from its teams, with a reason in the trail, or shows it again. While hidden, nobody can say yes to
 * it. Refuses with "not_found", "forbidden" (a team decides nothing about it) or "already_done".
 */
export async function hideGraft(ctx: Ctx, proposalId: string, input: { reason: string } | "show"): Promise<void> {
  const person = requirePerson(ctx);
  const hide = input !== "show";
  await ctx.store.tx(async (tx) => {
    const { sources } = await proposalToActOn(tx, person, proposalId);
    const loaded = await loadSources(
      tx,
      sources.map(({ ideaId }) => ideaId),
    );
    if (!canModerateGraft(person, loaded)) throw new DomainError("forbidden");
    const [row] = await tx
      .update(graftProposals)
      .set(hide ? { hiddenAt: ctx.now, hiddenBy: person.personId } : { hiddenAt: null, hiddenBy: null })
      .where(and(eq(graftProposals.id, proposalId), hide ? isNull(graftProposals.hiddenAt) : isNotNull(graftProposals.hiddenAt)))
      .returning({ id: graftProposals.id });
    if (!row) throw new DomainError("already_done");
    await writeAudit(tx, ctx, {
      action: hide ? "graft.hidden" : "graft.shown",
      subjectKind: "graft",
      subjectId: proposalId,
      fields: ["hidden_at"],
      ...(hide ? { detail: clean(input.reason) } : {}),
    });
  });
}

/**
 * Takes back the words of a proposal that is over: its author's message, and its text unless it was grafted, which made it the team's.
 * Refuses with "not_found", "forbidden" (another wrote it), "conflict" (still open: it is withdrawn first) or "already_done".
 */
export async function removeGraftWords(ctx: Ctx, proposalId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { row } = await proposalToActOn(tx, person, proposalId);
    if (row.byPersonId !== person.personId) throw new DomainError("forbidden");
    if (row.removedAt !== null) throw new DomainError("already_done");
    const [removed] = await tx
      .update(graftProposals)
      .set({ removedAt: ctx.now })
      .where(and(eq(graftProposals.id, proposalId), ne(graftProposals.state, "open"), isNull(graftProposals.removedAt)))
      .returning({ id: graftProposals.id });
    if (!removed) throw new DomainError("conflict", { state: row.state });
    await writeAudit(tx, ctx, { action: "graft.words_removed", subjectKind: "graft", subjectId: proposalId, fields: ["removed_at"] });
  });
}
