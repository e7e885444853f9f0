import { and, asc, eq, inArray } from "drizzle-orm";
import { entries, entryVersions } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import type { Edition } from "../load";
import { editionToOversee } from "../load";
import { nudgesOf } from "../panel/progress";
import type { RoundRow } from "../rounds";
import { currentRound, isJudging } from "../rounds";
import type { JurorPace } from "./pace";
import { PACES, pacesOf } from "./pace";
import type { BoardPair } from "./rows";
import { boardPairs } from "./rows";

/** Totals of one entry that lie this far apart ask for a talk (hundredths of a point). */
const WIDE = 3_000;
export const BOARD_FILTERS = ["all", "missing", "wide"] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];
const JURORS_A_PAGE = 8;
const ENTRIES_A_PAGE = 10;

interface EntryFigures {
  readonly entryId: string;
  readonly number: number;
  readonly assigned: number;
  readonly done: number;
  /** Lowest and highest total of the sent sheets, in hundredths; null below two of them. */
  readonly lowest: number | null;
  readonly highest: number | null;
}
/** What the sheets of a round say as a whole. */
export interface BoardFigures {
  readonly at: Date;
  readonly jurors: readonly JurorPace[];
  readonly entries: readonly EntryFigures[];
}
export interface BoardPage {
  readonly edition: { readonly slug: string; readonly name: Labels; readonly zone: string };
  readonly roundNo: number;
  readonly judging: boolean;
  readonly until: Date;
  /** When the figures were counted. */
  readonly at: Date;
  readonly sheets: { readonly done: number; readonly drafts: number; readonly assigned: number };
  readonly paces: Readonly<Record<(typeof PACES)[number], number>>;
  readonly jurors: readonly (JurorPace & { readonly name: string; readonly nudgedAt: Date | null })[];
  readonly jurorPage: number;
  readonly jurorPages: number;
  readonly filter: BoardFilter;
  /** How many entries each filter shows. */
  readonly counts: Readonly<Record<BoardFilter, number>>;
  /** `wide` when the totals ask for a talk. */
  readonly entries: readonly (EntryFigures & { readonly wide: boolean; readonly title: string; readonly lang: Locale })[];
  readonly page: number;
  readonly pages: number;
  /** Of the entry that is opened: who has it, and what they gave. */
  readonly opened: { readonly entryId: string; readonly sheets: readonly OpenedSheet[] } | null;
}
export interface OpenedSheet {
  readonly name: string;
  readonly state: "todo" | "draft" | "submitted" | "recused";
  readonly total: number | null;
}
export interface BoardWish {
  readonly jurorPage: number;
  readonly filter: BoardFilter;
  readonly page: number;
  readonly entryId: string | null;
}
/** Counts the figures of a round, or hands those counted a moment ago. */
export type CountFigures = (round: RoundRow, count: () => Promise<BoardFigures>) => Promise<BoardFigures>;

/** How a round gets on, for its organiser; "not_found" for all others. Seven statements at most, whatever the size of the round. */
export async function boardPage(
  { db, actor }: View,
  slug: string,
  now: Date,
  wish: BoardWish,
  figuresOf: CountFigures = (_, count) => count(),
): Promise<BoardPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const round = await currentRound(db, edition);
  const figures = await figuresOf(round, async () => countFigures(await boardPairs(db, round.id), edition, round, now));
  const by = (filter: BoardFilter) => figures.entries.filter((one) => passes(filter, one));
  const shown = by(wish.filter);
  if (wish.filter === "wide") shown.sort((a, b) => spreadOf(b) - spreadOf(a) || a.number - b.number);
  const pages = Math.max(1, Math.ceil(shown.length / ENTRIES_A_PAGE));
  const jurorPages = Math.max(1, Math.ceil(figures.jurors.length / JURORS_A_PAGE));
  const page = Math.min(pages, Math.max(1, wish.page));
  const jurorPage = Math.min(jurorPages, Math.max(1, wish.jurorPage));
  const sum = (key: "done" | "drafts" | "assigned"): number => figures.jurors.reduce((total, one) => total + one[key], 0);
  return {
    edition: { slug: edition.slug, name: edition.name, zone: edition.campus.zone },
    roundNo: round.no,
    judging: isJudging(edition, round.no),
    until: (edition.phases.find((one) => one.kind === "judging" && (one.roundNo ?? 1) === round.no) ?? edition.phase).until,
    at: figures.at,
    sheets: { done: sum("done"), drafts: sum("drafts"), assigned: sum("assigned") },
    paces: Object.fromEntries(PACES.map((pace) => [pace, figures.jurors.filter((one) => one.pace === pace).length])) as BoardPage["paces"],
    jurors: await named(db, edition, figures.jurors.slice((jurorPage - 1) * JURORS_A_PAGE, jurorPage * JURORS_A_PAGE), now),
    jurorPage,
    jurorPages,
    filter: wish.filter,
    counts: { all: figures.entries.length, missing: by("missing").length, wide: by("wide").length },
    entries: await titled(db, shown.slice((page - 1) * ENTRIES_A_PAGE, page * ENTRIES_A_PAGE)),
    page,
    pages,
    opened: wish.entryId === null ? null : await openedEntry(db, round, wish.entryId),
  };
}

const spreadOf = ({ lowest, highest }: EntryFigures): number => (lowest === null || highest === null ? 0 : highest - lowest);

function passes(filter: BoardFilter, one: EntryFigures): boolean {
  if (filter === "missing") return one.done < one.assigned;
  return filter === "all" || spreadOf(one) >= WIDE;
}

/** Jurors who need a word first, then those on the way; entries by number. Pure. */
export function countFigures(pairs: readonly BoardPair[], edition: Edition, round: RoundRow, now: Date): BoardFigures {
  const left = ({ assigned, done }: JurorPace): number => assigned - done;
  const jurors = pacesOf(pairs, edition, round, now).sort(
    (a, b) => PACES.indexOf(b.pace) - PACES.indexOf(a.pace) || left(b) - left(a) || (a.jurorId < b.jurorId ? -1 : 1),
  );
  const byEntry = new Map<string, { -readonly [K in keyof EntryFigures]: EntryFigures[K] }>();
  for (const { entryId, number, recused, sheet, total } of pairs) {
    if (recused) continue;
    const one = byEntry.get(entryId) ?? { entryId, number, assigned: 0, done: 0, lowest: null, highest: null };
    byEntry.set(entryId, one);
    one.assigned += 1;
    if (sheet !== "submitted") continue;
    one.done += 1;
    one.lowest = Math.min(one.lowest ?? Infinity, total ?? 0);
    one.highest = Math.max(one.highest ?? 0, total ?? 0);
  }
  const all = [...byEntry.values()].sort((a, b) => a.number - b.number);
  return { at: now, jurors, entries: all.map((one) => (one.done > 1 ? one : { ...one, lowest: null, highest: null })) };
}

async function named(db: Db, edition: Edition, jurors: readonly JurorPace[], now: Date): Promise<BoardPage["jurors"]> {
  const ids = jurors.map(({ jurorId }) => jurorId);
  const rows = ids.length === 0 ? [] : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  const nudges = await nudgesOf(db, edition, now);
  return jurors.map((one) => ({
    ...one,
    name: rows.find(({ id }) => id === one.jurorId)?.name ?? "",
    nudgedAt: nudges.get(one.jurorId) ?? null,
  }));
}

async function titled(db: Db, list: readonly EntryFigures[]): Promise<BoardPage["entries"]> {
  const ids = list.map(({ entryId }) => entryId);
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: entries.id, content: entryVersions.content })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(inArray(entries.id, ids));
  return list.map((one) => {
    const content = rows.find(({ id }) => id === one.entryId)?.content;
    return { ...one, wide: spreadOf(one) >= WIDE, title: content?.title ?? "", lang: content?.lang ?? "nl" };
  });
}

async function openedEntry(db: Db, round: RoundRow, entryId: string): Promise<BoardPage["opened"]> {
  const rows = await boardPairs(db, round.id, entryId);
  if (rows.length === 0) return null;
  const ids = rows.map(({ jurorId }) => jurorId);
  const names = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(asc(people.nameKey), asc(people.id));
  return {
    entryId,
    sheets: names.flatMap(({ id, name }) =>
      rows
        .filter(({ jurorId }) => jurorId === id)
        .map(({ recused, sheet, total }): OpenedSheet => ({ name, state: recused ? "recused" : sheet, total: recused ? null : total })),
    ),
  };
}
