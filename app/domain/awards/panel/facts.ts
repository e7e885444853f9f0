import { and, asc, eq } from "drizzle-orm";
import type { EntryContent } from "#db/schema/awards";
import { assignments, entries, entryVersions, rounds, sheets } from "#db/schema/awards";
import { juryPapers } from "#db/schema/awards-room";
import { ideas } from "#db/schema/ideas";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import type { Conflict } from "../conflict";
import { conflictsOf } from "../conflicts-of";
import type { Edition } from "../load";
import type { RoundRow } from "../rounds";
import type { Member } from "./members";
import { membersOf, roomIn, wishesOf } from "./members";
import type { Bar } from "./plan";

export interface PlanEntry {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly lang: Locale;
  /** What the team wrote, as it was submitted. */
  readonly text: string;
  readonly themeIds: readonly string[];
}

/** What stands now between a juror and an entry of the round. */
export interface Standing {
  readonly id: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly state: "open" | "recused" | "withdrawn";
  readonly pinned: boolean;
  readonly reason: string;
  readonly begun: boolean;
}

/** What a plan is made of, as it stands now. */
export interface PlanFacts {
  readonly edition: Edition;
  readonly round: RoundRow;
  readonly entries: readonly PlanEntry[];
  readonly members: readonly Member[];
  /** Everything that was ever given in this round. */
  readonly standing: readonly Standing[];
  /** Why pairs may not be (all but "soft" and "rather_not") or had rather not be, by `pairKey`. */
  readonly bars: ReadonlyMap<string, Bar>;
  readonly conflicts: readonly Conflict[];
}

/** Names a pair. */
export const pairKey = ({ entryId, jurorId }: { readonly entryId: string; readonly jurorId: string }): string => `${entryId} ${jurorId}`;

/** Whether a bar only advises against. */
export const isSoft = (bar: Bar | undefined | null): boolean => bar === "soft" || bar === "rather_not";

/** Everything a plan of a round rests on, in a fixed number of statements. Asks no rights. */
export async function planFacts(db: Db, edition: Edition, round: RoundRow, now: Date): Promise<PlanFacts> {
  const entered = await enteredOf(db, edition.id);
  const members = await membersOf(db, edition, now);
  const standing = await standingOf(db, round.id);
  const bars = new Map<string, Bar>();
  for (const pair of await wishesOf(db, edition.id)) bars.set(pairKey(pair), "rather_not");
  const conflicts = await conflictsOf(db, edition.id);
  for (const pair of conflicts) if (!pair.hard) bars.set(pairKey(pair), "soft");
  for (const member of members) {
    const away = member.daysAway > 0 && roomIn(1, member) === 0;
    for (const { id, lang } of entered) {
      const key = pairKey({ entryId: id, jurorId: member.id });
      if (away) bars.set(key, "away");
      if (!member.langs.includes(lang)) bars.set(key, "language");
    }
  }
  for (const pair of standing) if (pair.state === "recused") bars.set(pairKey(pair), "recused");
  for (const pair of conflicts) if (pair.hard) bars.set(pairKey(pair), "conflict");
  return { edition, round, entries: entered, members, standing, bars, conflicts };
}

async function enteredOf(db: Db, editionId: string): Promise<PlanEntry[]> {
  const rows = await db
    .select({
      id: entries.id,
      number: entries.number,
      content: entryVersions.content,
      domainId: ideas.domainId,
      growthMarketId: ideas.growthMarketId,
    })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(ideas, eq(ideas.id, entries.ideaId))
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  return rows.map(({ id, number, content, domainId, growthMarketId }) => ({
    id,
    number,
    title: content.title,
    lang: content.lang,
    text: textOf(content),
    themeIds: [domainId, growthMarketId].filter((one) => one !== null),
  }));
}

/** Everything the team wrote, one answer a line. */
function textOf({ lang: _lang, answers, ...texts }: EntryContent): string {
  return [...Object.values(texts), ...Object.values(answers ?? {})].join("\n");
}

async function standingOf(db: Db, roundId: string): Promise<Standing[]> {
  const rows = await db
    .select({
      id: assignments.id,
      entryId: assignments.entryId,
      jurorId: assignments.jurorId,
      state: assignments.state,
      pinned: assignments.pinned,
      reason: assignments.reason,
      sheetId: sheets.id,
      paperId: juryPapers.assignmentId,
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .leftJoin(juryPapers, eq(juryPapers.assignmentId, assignments.id))
    .where(eq(rounds.id, roundId))
    .orderBy(asc(assignments.id));
  return rows.map(({ sheetId, paperId, ...row }) => ({ ...row, begun: sheetId !== null || paperId !== null }));
}

/** Pairs whose work has begun and may go on: they are never moved, unless a hard conflict came to light. */
export function begunPairs({ standing, bars, entries: entered }: PlanFacts): Standing[] {
  const there = new Set(entered.map(({ id }) => id));
  return standing.filter((one) => one.state === "open" && one.begun && there.has(one.entryId) && bars.get(pairKey(one)) !== "conflict");
}
