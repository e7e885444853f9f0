import type { View } from "../../ideas/visible";
import type { Db } from "../../kernel/store";
import { placeOf } from "../edition";
import type { Edition } from "../load";
import { categoriesOf, editionBySlug, editionToOversee } from "../load";
import type { VoteRow } from "../vote/rows";
import { ballotsOf, candidatesOf, votesOf } from "../vote/rows";
import { voteState } from "../vote/vote";
import type { Position, ShownEntry, Slide, Stage } from "./ceremony";
import { lastShown, positionAfter, STEPS } from "./ceremony";
import type { CeremonyRow, ItemRow } from "./rows";
import { ceremonyOf, itemsOf, shownEntries, showState } from "./rows";

interface Looking {
  readonly db: Db;
  readonly edition: Edition;
  readonly show: CeremonyRow | null;
  readonly items: readonly ItemRow[];
  readonly now: Date;
}

async function look(db: Db, edition: Edition, now: Date): Promise<Looking> {
  return { db, edition, now, show: await ceremonyOf(db, edition.id), items: await itemsOf(db, edition.id) };
}

/** What phones show of the ceremony of an edition, for everybody. Only what is asked for is read: nothing of later items leaves the database. */
export async function stageFor({ db }: Pick<View, "db">, slug: string, now: Date): Promise<Stage> {
  return stageOf(await look(db, await editionBySlug(db, slug, now), now));
}

async function stageOf(looking: Looking): Promise<Stage> {
  const { edition, show, items, now } = looking;
  const state = showState(show, now);
  const on = show !== null && state === "running" ? (items.find(({ id }) => id === show.itemId) ?? null) : null;
  const seen = state === "before" ? [] : items.filter(({ revealedAt }) => revealedAt !== null);
  const slides = await slidesOf(looking, [
    ...(on && show && !show.black ? [{ item: on, step: show.step }] : []),
    ...seen.map((item) => ({ item, step: lastShown(item) })),
  ]);
  const at = (item: ItemRow | null, step: number): Slide | null =>
    slides.find(({ id, step: of }) => id === item?.id && of === step) ?? null;
  const latest = [...seen].sort((a, b) => (b.revealedAt?.getTime() ?? 0) - (a.revealedAt?.getTime() ?? 0) || b.position - a.position);
  const { name, campus, publishedAt } = edition;
  return {
    edition: { slug: edition.slug, name, zone: campus.zone, published: publishedAt !== null },
    state,
    black: show?.black ?? false,
    slide: show && !show.black ? at(on, show.step) : null,
    endsAt: on && show && !show.black ? show.endsAt : null,
    now,
    voting: (await votesOf(looking.db, edition.id)).some((vote) => voteState(vote, now) === "open"),
    revealed: latest.flatMap((item) => at(item, lastShown(item)) ?? []),
    drawn: show?.seed && state !== "before" ? { seed: show.seed, draws: show.draws } : null,
  };
}

/** What the screen of the hall needs beside: where it stands, and everything it showed so far, to go back to without a network. */
export interface BeamerStage extends Stage {
  readonly position: Position;
  readonly hasNext: boolean;
  /** Slides that were shown, in order, as they were last seen. */
  readonly history: readonly Slide[];
  /** How many voted so far, while a vote is on. */
  readonly ballots: number | null;
}

/** The stage for the screen; "not_found" for all but organisers. */
export async function beamerFor({ db, actor }: View, slug: string, now: Date): Promise<BeamerStage> {
  const looking = await look(db, await editionToOversee(db, actor, slug, now), now);
  const { show, items } = looking;
  const position = { itemId: show?.itemId ?? null, step: show?.step ?? 0 };
  const on = items.find(({ id }) => id === position.itemId);
  const shown = items.filter(({ shownAt }) => shownAt !== null);
  const voteId = on?.kind === "vote" ? on.voteId : null;
  return {
    ...(await stageOf(looking)),
    position,
    hasNext: positionAfter(items, position, 1) !== null,
    history: await slidesOf(
      looking,
      shown.map((item) => ({ item, step: item.kind === "vote" ? STEPS.vote - 1 : lastShown(item) })),
    ),
    ballots: voteId === null ? null : ((await ballotsOf(looking.db, [voteId])).get(voteId) ?? 0),
  };
}

interface Asked {
  readonly item: ItemRow;
  readonly step: number;
}

async function slidesOf({ db, edition, now }: Looking, asked: readonly Asked[]): Promise<Slide[]> {
  if (asked.length === 0) return [];
  const names = new Map((await categoriesOf(db, edition.id)).map(({ id, name }) => [id, name]));
  const entries = await shownEntries(
    db,
    asked.flatMap((one) => entryIdOf(one) ?? []),
  );
  const voting = asked.some(({ item }) => item.voteId !== null);
  const votes = new Map((voting ? await votesOf(db, edition.id) : []).map((vote) => [vote.id, vote]));
  const open = [...votes.values()].filter((vote) => voteState(vote, now) === "open").map(({ id }) => id);
  const candidates = await candidatesOf(db, open);
  return asked.map(({ item, step }): Slide => {
    const { id, kind, words, categoryId, place } = item;
    const vote = votes.get(item.voteId ?? "");
    const category = categoryId ?? vote?.categoryId ?? null;
    return {
      id,
      kind,
      step,
      words,
      category: category === null ? null : (names.get(category) ?? null),
      place: place === null ? null : placeOf(place),
      entry: shownOf(entries, { item, step }),
      vote: vote ? { ...voteOf(vote, now, kind === "audience" && step > 0), candidates: titles(candidates.get(vote.id) ?? []) } : null,
    };
  });
}

/** The entry a slide tells of: who pitches, or who won and was revealed. */
function entryIdOf({ item, step }: Asked): string | null {
  if (item.kind === "pitch") return item.entryId;
  return step > 0 && item.revealedAt !== null ? item.revealedId : null;
}

const shownOf = (entries: ReadonlyMap<string, ShownEntry>, asked: Asked): ShownEntry | null => entries.get(entryIdOf(asked) ?? "") ?? null;

function voteOf(vote: VoteRow, now: Date, withBallots: boolean) {
  const state = voteState(vote, now);
  return {
    state: state === "draft" ? ("waiting" as const) : state,
    closesAt: state === "open" ? vote.closesAt : null,
    electorate: vote.electorate,
    ballots: withBallots ? (vote.count?.ballots ?? null) : null,
  };
}

const titles = (list: readonly { entryId: string; title: string; lang: "nl" | "fr" | "en" }[]) =>
  list.map(({ entryId, title, lang }) => ({ entryId, title, lang }));

/** Whether something is going on that everybody may follow: the show, or an open vote. */
export async function liveNow(
  db: Db,
  edition: Pick<Edition, "id">,
  now: Date,
): Promise<{ readonly show: boolean; readonly vote: boolean }> {
  const show = showState(await ceremonyOf(db, edition.id), now) === "running";
  return { show, vote: (await votesOf(db, edition.id)).some((vote) => voteState(vote, now) === "open") };
}
