import { inArray } from "drizzle-orm";
import { people } from "#db/schema/identity";
import type { Labels } from "#db/schema/campus";
import type { View } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import { comparesPairs } from "../compare/queries";
import type { Conflict } from "../conflict";
import { isBeforeClosing } from "../edition";
import type { Edition } from "../load";
import { editionToOversee } from "../load";
import { currentRound } from "../rounds";
import type { PlanDiff } from "./changes";
import { diffOf } from "./changes";
import type { PlanFacts } from "./facts";
import { pairKey, planFacts } from "./facts";
import type { Member } from "./members";
import type { Bar, PlanChange, PlanGoal, Planned, PlannedPair, Stuck } from "./plan";
import { isPlanning, openPlan } from "./rows";
import { showsPeers } from "./peers";
import type { Progress } from "./progress";
import { progressOf } from "./progress";
import type { PlanRow } from "./rows";

export interface ShownPlanPair extends PlannedPair {
  readonly juror: string;
  /** Whether the juror has it already. */
  readonly isNew: boolean;
  /** Why it cannot be any more; null while it can. */
  readonly changed: PlanChange | null;
}
export interface ShownPlanEntry {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly lang: Locale;
  readonly pairs: readonly ShownPlanPair[];
  /** Jurors who have it now and would not any more. */
  readonly leaving: readonly string[];
}
export interface ShownStuck {
  readonly code: Stuck["code"];
  readonly numbers: readonly number[];
  readonly jurors: readonly string[];
  readonly need: number;
  readonly room: number;
}
export interface ShownPlan {
  readonly id: string;
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
  readonly dueAt: Date;
  readonly goal: PlanGoal;
  readonly least: number | null;
  readonly most: number | null;
  readonly choices: readonly {
    readonly entryId: string;
    readonly number: number;
    readonly jurorId: string;
    readonly juror: string;
    readonly kind: "pin" | "forbid";
  }[];
  /** Null while it is being computed. */
  readonly result: ShownResult | null;
}
export type ShownResult =
  | { readonly ok: false; readonly stuck: ShownStuck }
  | {
      readonly ok: true;
      readonly entries: readonly ShownPlanEntry[];
      readonly loads: readonly {
        readonly jurorId: string;
        readonly name: string;
        readonly load: number;
        readonly before: number;
        readonly most: number | null;
      }[];
      readonly kept: number;
      readonly added: number;
      readonly removed: number;
      /** Pairs that cannot be any more, and what came since. */
      readonly broken: number;
      readonly floor: number;
      readonly floorBound: number | null;
      readonly total: number;
      readonly bound: number;
      readonly optimal: boolean;
      /** How many groups of jurors share no entry; 1 when all can be compared. */
      readonly groups: number;
      readonly least: number;
      readonly most: number;
    };

export interface PanelPage {
  readonly edition: {
    readonly slug: string;
    readonly name: Labels;
    readonly zone: string;
    readonly jurorsPerEntry: number;
    readonly published: boolean;
  };
  readonly roundNo: number;
  readonly planning: boolean;
  readonly entries: number;
  readonly members: readonly Member[];
  /** Pairs given now. */
  readonly given: number;
  readonly plan: ShownPlan | null;
  /** Whom something keeps apart, with the reason, by entry. */
  readonly conflicts: readonly ShownConflict[];
  readonly progress: Progress;
  /** Whether jurors see each other's sheets once their own is sent. */
  readonly showsPeers: boolean;
  /** Whether jurors may compare near entries; and whether that can still be changed. */
  readonly comparesPairs: boolean;
  readonly mayCompare: boolean;
}

export interface ShownConflict extends Conflict {
  readonly juror: string;
  readonly number: number;
}

/** The jury of an edition, and the draft of who scores what; for its organiser ("not_found" for everybody else). A fixed number of statements. */
export async function panelPage({ db, actor }: View, slug: string, now: Date): Promise<PanelPage> {
  const { edition, round, facts, plan } = await panelFacts({ db, actor }, slug, now);
  return {
    edition: {
      slug: edition.slug,
      name: edition.name,
      zone: edition.campus.zone,
      jurorsPerEntry: edition.jurorsPerEntry,
      published: edition.publishedAt !== null,
    },
    roundNo: round.no,
    planning: isPlanning(edition),
    entries: facts.entries.length,
    members: facts.members,
    given: facts.standing.filter(({ state }) => state === "open").length,
    plan: plan && (await shownPlan(db, plan, facts)),
    progress: await progressOf(db, edition, round, now),
    showsPeers: await showsPeers(db, edition.id),
    comparesPairs: await comparesPairs(db, edition.id),
    mayCompare: isBeforeClosing(edition.phase.kind) || isPlanning(edition),
    conflicts: facts.conflicts
      .flatMap((one) => {
        const juror = facts.members.find(({ id }) => id === one.jurorId);
        const entry = facts.entries.find(({ id }) => id === one.entryId);
        return juror && entry ? [{ ...one, juror: juror.name, number: entry.number }] : [];
      })
      .sort((a, b) => a.number - b.number || (a.juror < b.juror ? -1 : 1)),
  };
}

async function panelFacts({ db, actor }: View, slug: string, now: Date) {
  const edition: Edition = await editionToOversee(db, actor, slug, now);
  const round = await currentRound(db, edition);
  return { edition, round, facts: await planFacts(db, edition, round, now), plan: await openPlan(db, round.id) };
}

async function shownPlan(db: Db, plan: PlanRow, facts: PlanFacts): Promise<ShownPlan> {
  const { id, revision, at, dueAt, goal, least, most, choices, result } = plan;
  const ids = new Set([plan.byPersonId, ...choices.map(({ jurorId }) => jurorId)]);
  if (result?.ok) for (const { jurorId } of result.pairs) ids.add(jurorId);
  for (const { jurorId } of facts.standing) ids.add(jurorId);
  const names = new Map(facts.members.map((one) => [one.id, one.name]));
  const others = [...ids].filter((one) => !names.has(one));
  const rows =
    others.length === 0 ? [] : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, others));
  for (const row of rows) names.set(row.id, row.name);
  const numbers = new Map(facts.entries.map((one) => [one.id, one.number]));
  const nameOf = (one: string): string => names.get(one) ?? "";
  return {
    id,
    revision,
    at,
    dueAt,
    goal,
    least,
    most,
    by: nameOf(plan.byPersonId),
    choices: choices.map((one) => ({ ...one, number: numbers.get(one.entryId) ?? 0, juror: nameOf(one.jurorId) })),
    result:
      result &&
      (result.ok
        ? shownResult(facts, result, nameOf)
        : { ok: false, stuck: shownStuck(result.stuck, nameOf, (one) => numbers.get(one) ?? 0) }),
  };
}

function shownStuck(stuck: Stuck, nameOf: (id: string) => string, numberOf: (id: string) => number): ShownStuck {
  const { code, entryIds, jurorIds, need, room } = stuck;
  return { code, need, room, numbers: entryIds.map(numberOf).sort((a, b) => a - b), jurors: jurorIds.map(nameOf).sort() };
}

function shownResult(facts: PlanFacts, result: Planned, nameOf: (id: string) => string): ShownResult {
  const diff = diffOf(facts, result);
  const added = new Set(diff.added);
  const { floor, floorBound, total, bound, optimal, groups, least, most } = result;
  const entries = facts.entries.map(({ id, number, title, lang }) => ({
    entryId: id,
    number,
    title,
    lang,
    pairs: result.pairs
      .filter(({ entryId }) => entryId === id)
      .map((pair) => {
        const key = pairKey(pair);
        return { ...pair, juror: nameOf(pair.jurorId), isNew: added.has(key), changed: diff.broken.get(key) ?? null };
      }),
    leaving: diff.removed.filter(({ entryId }) => entryId === id).map(({ jurorId }) => nameOf(jurorId)),
  }));
  return {
    ok: true,
    entries,
    loads: loadsOf(facts, result, diff),
    kept: diff.kept.length,
    added: diff.added.length,
    removed: diff.removed.length,
    broken: diff.broken.size + diff.unknown,
    floor,
    floorBound,
    total,
    bound,
    optimal,
    groups: groups.length,
    least,
    most,
  };
}

function loadsOf({ members, standing }: PlanFacts, { pairs }: Planned, { removed }: PlanDiff) {
  const gone = new Set(removed.map(({ id }) => id));
  return members.map(({ id, name, most }) => ({
    jurorId: id,
    name,
    most,
    load: pairs.filter(({ jurorId }) => jurorId === id).length,
    before: standing.filter((one) => one.jurorId === id && one.state === "open" && !gone.has(one.id)).length,
  }));
}

/** Why a juror does not have an entry in the draft: something keeps them apart, they have all they may, others suit it better, or the whole is better so. */
export type WhyNot = Bar | "less" | "whole";
export interface JurorOption {
  readonly jurorId: string;
  readonly name: string;
  readonly fit: number;
  readonly given: boolean;
  /** Null for who has it. */
  readonly whyNot: WhyNot | null;
  readonly pinned: boolean;
  readonly forbidden: boolean;
}

/** Every juror for one entry of the draft: who has it, and why the others do not. Null when the draft does not know the entry. */
export async function entryOptions(
  view: View,
  slug: string,
  entryId: string,
  now: Date,
): Promise<{ entryId: string; options: JurorOption[] } | null> {
  const { facts, plan } = await panelFacts(view, slug, now);
  const result = plan?.result?.ok ? plan.result : null;
  const row = result?.entryIds.indexOf(entryId) ?? -1;
  if (!result || row < 0) return null;
  const load = (id: string): number => result.pairs.filter(({ jurorId }) => jurorId === id).length;
  const own = result.pairs.filter((pair) => pair.entryId === entryId);
  const lowest = Math.min(...own.map(({ value }) => value));
  const options = result.jurorIds.flatMap((jurorId, column): JurorOption[] => {
    const member = facts.members.find(({ id }) => id === jurorId);
    if (!member) return [];
    const fit = result.fits[row]?.[column] ?? 0;
    const given = own.some((pair) => pair.jurorId === jurorId);
    const bar = result.bars[row]?.[column] ?? null;
    const full = load(jurorId) >= Math.min(result.most, member.most ?? result.most);
    const whyNot: WhyNot | null = given ? null : (bar ?? (fit <= lowest ? "less" : full ? "full" : "whole"));
    const chosen = plan?.choices.find((one) => one.entryId === entryId && one.jurorId === jurorId)?.kind;
    return [{ jurorId, name: member.name, fit, given, whyNot, pinned: chosen === "pin", forbidden: chosen === "forbid" }];
  });
  return { entryId, options: options.sort((a, b) => Number(b.given) - Number(a.given) || b.fit - a.fit || (a.name < b.name ? -1 : 1)) };
}
