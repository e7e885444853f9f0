import { asc, eq } from "drizzle-orm";
import { categories, editions, rounds } from "#db/schema/awards";
import { blindRounds } from "#db/schema/awards-files";
import type { Labels } from "#db/schema/campus";
import { LOCALES } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, isDomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { addDays, dayAt, instantOf, wallTimeAt } from "../scheduling/wall";
import type { Phase } from "./edition";
import { EDITION_NAME_MAX, THEME_MAX } from "./edition";
import { RESERVED_SLUGS } from "./editions/category";
import { formOf, writeForm } from "./form-rows";
import { categoriesOf, editionToRun } from "./load";
import { commitLot } from "./lot/commit-lot";
import { writePhases } from "./phase-rows";
import { copySlots } from "./rubrics/slots";

/** 52 weeks: the same weekday, a year on. */
const YEAR_DAYS = 364;

export interface CopyInput {
  /** Slug of the edition that is copied. */
  readonly from: string;
  readonly slug: string;
  readonly name: Labels;
  readonly theme: Labels;
}

/**
 * The phases of an edition a year on (or more, until the first lies ahead), each on the same weekday and at the same hour of the
 * venue's clock; an hour that day's clock skips moves by as much as the clock does.
 */
export function shiftedPhases(phases: readonly Phase[], zone: string, now: Date): Phase[] {
  const first = phases[0]?.from;
  let years = 1;
  while (first !== undefined && onDay(first, years, zone) <= now) years += 1;
  const begins = phases.map(({ from }) => onDay(from, years, zone));
  return phases.map((phase, i) => ({
    ...phase,
    from: begins[i] ?? phase.from,
    until: begins[i + 1] ?? onDay(phase.until, years, zone),
  }));
}

function onDay(at: Date, years: number, zone: string): Date {
  const days = YEAR_DAYS * years;
  try {
    return instantOf(zone, addDays(dayAt(zone, at), days), wallTimeAt(zone, at), { overlap: "earlier" });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "no_such_time") throw thrown;
    return new Date(at.getTime() + days * 86_400_000);
  }
}

/**
 * Makes a new edition out of another: its categories, entry form, rules, rubric of each round and whether it is blind, grace and phases a year on. Entries,
 * jury and prizes are not copied. Refuses with "not_found", "forbidden", "invalid" and the `field`, or "conflict" (the slug is taken).
 */
export async function copyEdition(ctx: Ctx, input: CopyInput): Promise<{ editionId: string }> {
  const { slug } = input;
  if (!/^[a-z0-9][a-z0-9-]{1,59}$/.test(slug) || RESERVED_SLUGS.includes(slug)) throw new DomainError("invalid", { field: "slug" });
  const name = named(input.name, "name", EDITION_NAME_MAX);
  const theme = named(input.theme, "theme", THEME_MAX);
  const editionId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const from = await editionToRun(tx, ctx, input.from);
    const { campusId, jurorsPerEntry, graceSeconds, rules } = from;
    const [made] = await tx
      .insert(editions)
      .values({ id: editionId, slug, campusId, name, theme, jurorsPerEntry, graceSeconds, rules, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: editions.id });
    if (!made) throw new DomainError("conflict");
    for (const { code, name: called, about, position } of await categoriesOf(tx, from.id)) {
      await tx.insert(categories).values({ id: ctx.newId(), editionId, code, name: called, about, position });
    }
    const fields = await formOf(tx, from.id);
    await writeForm(
      tx,
      ctx,
      editionId,
      fields.map((field) => ({ ...field, removed: false })),
    );
    await copyRounds(tx, ctx, from.id, editionId);
    await copySlots(tx, from.id, editionId);
    await writePhases(tx, ctx, editionId, shiftedPhases(from.phases, from.campus.zone, ctx.now));
    await commitLot(tx, ctx, { id: editionId, slug });
    await touchPages(tx, ["awards", `awards:${slug}`]);
    await writeAudit(tx, ctx, { action: "edition.copied", subjectKind: "edition", subjectId: editionId, fields: [from.slug] });
    return { editionId };
  });
}

/** Rounds with their rubric, blind where they were. */
async function copyRounds(tx: Tx, ctx: Ctx, fromId: string, editionId: string): Promise<void> {
  const played = await tx
    .select({ no: rounds.no, rubricVersionId: rounds.rubricVersionId, blind: blindRounds.roundId })
    .from(rounds)
    .leftJoin(blindRounds, eq(blindRounds.roundId, rounds.id))
    .where(eq(rounds.editionId, fromId))
    .orderBy(asc(rounds.no));
  for (const { no, rubricVersionId, blind } of played) {
    const id = ctx.newId();
    await tx.insert(rounds).values({ id, editionId, no, rubricVersionId });
    if (blind !== null) await tx.insert(blindRounds).values({ roundId: id, byPersonId: requirePerson(ctx).personId, at: ctx.now });
  }
}

function named(labels: Labels, field: string, max: number): Labels {
  const texts = LOCALES.map((locale) => [locale, clean(labels[locale]).replace(/\s+/g, " ")] as const);
  const wrong = texts.find(([, text]) => text === "" || text.length > max);
  if (wrong) throw new DomainError("invalid", { field: `${field}.${wrong[0]}`, max });
  return Object.fromEntries(texts) as unknown as Labels;
}
