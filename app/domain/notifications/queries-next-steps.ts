import { and, asc, desc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { editions, entries, phases } from "#db/schema/awards";
import { coachingSessions } from "#db/schema/coaching";
import { ideaMembers, ideas, needs, offers } from "#db/schema/ideas";
import type { Labels } from "#db/schema/campus";
import type { Locale } from "../kernel/actor";
import type { NoticeView } from "./queries-notices";

/** Something that would take an idea further, told to its team. */
export interface NextStep {
  readonly kind: "confirm_words" | "say_needs" | "book_talk" | "enter_awards" | "say_offers";
  readonly ideaId: string;
  readonly title: string;
  readonly lang: Locale;
  /** Name and end of the edition that is open. */
  readonly edition: { readonly name: string; readonly slug: string; readonly until: Date } | null;
}

/** What the steps of one idea follow from. */
export interface IdeaState {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale;
  readonly stage: string;
  readonly campusId: string;
  readonly needs: number;
  readonly offers: number;
  /** Words proposed from the text that nobody confirmed yet. */
  readonly proposed: number;
  readonly talks: number;
}
export interface OpenEdition {
  readonly id: string;
  readonly campusId: string;
  readonly name: Labels;
  readonly slug: string;
  readonly until: Date;
  /** Ideas that take part already, as far as asked. */
  readonly ideaIds: readonly string[];
}

const STEPS_SHOWN = 4;
/** The same advice for a third idea is noise. */
const SAME_KIND_SHOWN = 2;
const IDEAS_ASKED = 30;

/** The steps of one idea, the most useful first. A rule of thumb, never a duty. */
export function stepsOf(idea: IdeaState, open: readonly OpenEdition[], locale: Locale): NextStep[] {
  const step = (kind: NextStep["kind"], edition: NextStep["edition"] = null): NextStep => ({
    kind,
    ideaId: idea.id,
    title: idea.title,
    lang: idea.lang,
    edition,
  });
  const edition = open.find((one) => one.campusId === idea.campusId && !one.ideaIds.includes(idea.id));
  const entry = edition && { name: edition.name[locale], slug: edition.slug, until: edition.until };
  return [
    ...(idea.proposed > 0 ? [step("confirm_words")] : []),
    ...(idea.needs === 0 ? [step("say_needs")] : []),
    ...(idea.talks === 0 && idea.stage !== "seed" ? [step("book_talk")] : []),
    ...(entry && idea.stage !== "seed" ? [step("enter_awards", entry)] : []),
    ...(idea.needs > 0 && idea.offers === 0 ? [step("say_offers")] : []),
  ];
}

/** The next steps of the actor's own ideas, each idea's first step before anybody's second; four at most, in two statements. */
export async function nextSteps({ db, actor }: NoticeView, now: Date): Promise<NextStep[]> {
  const count = (table: typeof needs | typeof offers, more = sql``) =>
    sql`(select count(*) from ${table} w where w.owner_kind = 'idea' and w.owner_id = ${ideas.id} and w.removed_at is null${more})`.mapWith(
      Number,
    );
  const fromText = sql` and w.origin = 'text'`;
  const mine = await db
    .select({
      id: ideas.id,
      title: ideas.title,
      lang: ideas.lang,
      stage: ideas.stage,
      campusId: ideas.homeCampusId,
      needs: count(needs),
      offers: count(offers),
      proposed: sql`${count(needs, fromText)} + ${count(offers, fromText)}`.mapWith(Number),
      talks: sql`(select count(*) from ${coachingSessions} s where s.idea_id = ${ideas.id} and s.state <> 'cancelled')`.mapWith(Number),
    })
    .from(ideaMembers)
    .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
    .where(and(eq(ideaMembers.personId, actor.personId), isNull(ideaMembers.until), eq(ideas.status, "active")))
    .orderBy(desc(ideas.activeAt), desc(ideas.id))
    .limit(IDEAS_ASKED);
  const open = await openEditions({ db, actor }, now);
  const all = mine.map((idea) => stepsOf(idea, open, actor.locale));
  const rounds = Math.max(0, ...all.map((steps) => steps.length));
  const turns = Array.from({ length: rounds }, (_, i) => all.flatMap((steps) => steps[i] ?? [])).flat();
  const shown = turns.filter((step, i) => turns.slice(0, i).filter(({ kind }) => kind === step.kind).length < SAME_KIND_SHOWN);
  return shown.slice(0, STEPS_SHOWN);
}

/** Editions open for entries now, with the ideas of the actor's teams that take part. */
async function openEditions({ db, actor }: NoticeView, now: Date): Promise<OpenEdition[]> {
  const inTeam = sql`exists (select 1 from ${ideaMembers} m where m.idea_id = ${entries.ideaId} and m.person_id = ${actor.personId} and m.until_at is null)`;
  const rows = await db
    .select({
      id: editions.id,
      campusId: editions.campusId,
      name: editions.name,
      slug: editions.slug,
      until: phases.until,
      ideaId: entries.ideaId,
    })
    .from(phases)
    .innerJoin(editions, eq(editions.id, phases.editionId))
    .leftJoin(entries, and(eq(entries.editionId, editions.id), inTeam))
    .where(and(eq(phases.kind, "open"), lte(phases.from, now), gt(phases.until, now)))
    .orderBy(asc(phases.until), asc(editions.id));
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(({ ideaId: _one, ...edition }) => ({
    ...edition,
    ideaIds: rows.flatMap((row) => (row.id === edition.id && row.ideaId !== null ? [row.ideaId] : [])),
  }));
}
