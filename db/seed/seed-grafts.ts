import { changeVisibility } from "../../app/domain/ideas/change-visibility";
import { answerGraft } from "../../app/domain/ideas/graft/answer-graft";
import { forkIdea } from "../../app/domain/ideas/graft/fork-idea";
import { proposeGraft } from "../../app/domain/ideas/graft/propose-graft";
import { graftPlan } from "../../app/domain/ideas/graft/queries";
import { undoGraft } from "../../app/domain/ideas/graft/undo-graft";
import { markNeed } from "../../app/domain/ideas/mark-need";
import { metByOf } from "../../app/domain/ideas/need-state";
import { ideaPage } from "../../app/domain/ideas/queries-page";
import { viewOf } from "../../app/domain/ideas/visible";
import { IDEAS } from "./demo";
import type { IdeaSlug, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, daysAgo, idOf } from "./desk";

interface Plot {
  readonly by: PersonSlug;
  readonly own: IdeaSlug;
  readonly other: IdeaSlug;
  readonly title: string;
  readonly pitch: string;
  readonly message: string;
  readonly daysAgo: number;
}

const SUN: Plot = {
  by: "wim",
  own: "zonnedak-kantine",
  other: "carnet-solaire",
  title: "Zonnedak met logboek voor de club",
  pitch: "De voetbalkantine deelt haar zonnestroom met de buren, en een logboek toont wie hoeveel kreeg.",
  message: "Wij hebben het dak, jullie tonen wat het opbrengt. Samen is het een geheel.",
  daysAgo: 16,
};
const CLASSROOM: Plot = {
  by: "hilde",
  own: "geluidslicht",
  other: "easy-words",
  title: "Rustige klas, simpele woorden",
  pitch: "Een lamp en een stel kaarten waarmee een klas zonder veel woorden afspraken maakt.",
  message: "Jullie kaarten leggen uit wat onze lamp bedoelt.",
  daysAgo: 30,
};
const WALL: Plot = {
  by: "oksana",
  own: "leemsteen",
  other: "vochtkaart",
  title: "Leem tegen vocht",
  pitch: "Waar de vochtkaart een natte muur toont, laten leemstenen ze weer ademen.",
  message: "Jullie weten waar het vochtig is, wij hebben een steen die dat aankan.",
  daysAgo: 4,
};

/** One grafted idea, one that was undone again, one proposal that waits, one fork, and needs in each state. */
export async function seedGrafts(desk: Desk): Promise<void> {
  await graft(desk, SUN);
  const undone = await graft(desk, CLASSROOM);
  await undoGraft(await acting(desk, "hilde", daysAgo(desk, CLASSROOM.daysAgo - 12, 620)), undone);
  await propose(desk, WALL);
  await fork(desk);
  await mark(desk);
}

async function propose(desk: Desk, { by, own, other, title, pitch, message, daysAgo: count }: Plot) {
  const ctx = await acting(desk, by, daysAgo(desk, count, 600));
  const [ownId, otherId] = [idOf(desk.ideas, own), idOf(desk.ideas, other)];
  const plan = await graftPlan(viewOf(ctx), ownId, [otherId]);
  return proposeGraft(ctx, ownId, {
    withIds: [otherId],
    lang: plan.own.lang,
    title,
    pitch,
    message,
    description: plan.description,
    visibility: plan.visibility,
    shares: plan.people,
    meetings: plan.meetable.flatMap(({ need, offers, offerId }) => {
      const met = offerId ?? (need.weight === 3 ? offers[0]?.id : undefined);
      return met === undefined ? [] : [{ needId: need.id, offerId: met }];
    }),
  });
}

async function graft(desk: Desk, plot: Plot): Promise<string> {
  const { proposalId } = await propose(desk, plot);
  const slug = IDEAS.find((idea) => idea.slug === plot.other)?.team[0];
  if (slug === undefined) throw new Error(`seed: nobody to answer for ${plot.other}`);
  const ctx = await acting(desk, slug, daysAgo(desk, plot.daysAgo - 2, 720));
  const answer = { ideaId: idOf(desk.ideas, plot.other), answer: "yes", reason: "" } as const;
  const { childId } = await answerGraft(ctx, proposalId, answer);
  if (childId === null) throw new Error(`seed: ${plot.title} was not grafted`);
  return childId;
}

async function fork(desk: Desk): Promise<void> {
  const ctx = await acting(desk, "stan", daysAgo(desk, 8, 840));
  const { ideaId } = await forkIdea(ctx, idOf(desk.ideas, "restwarmte-bakker"), {
    title: "Restwarmte van de wasserette",
    pitch: "Wat bij de bakker kan, kan bij de wasserette ook: warm water gaat daar de hele dag de goot in.",
    keepNeeds: false,
  });
  await changeVisibility(ctx, ideaId, { visibility: "public", matchConsent: "open" });
}

async function mark(desk: Desk): Promise<void> {
  const ctx = await acting(desk, "oksana", daysAgo(desk, 3, 560));
  const [first, second] = (await ideaPage(viewOf(ctx), idOf(desk.ideas, "leemsteen"))).needs;
  if (first) await markNeed(ctx, first.id, { state: "met", by: metByOf("", "het proeflabo van de campus") });
  if (second) await markNeed(ctx, second.id, { state: "in_talk" });
}
