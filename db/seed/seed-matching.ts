import type { Ctx } from "../../app/domain/kernel/context";
import { after, hours } from "../../app/domain/kernel/time";
import { answerInterest } from "../../app/domain/matching/answer-interest";
import { expressInterest } from "../../app/domain/matching/express-interest";
import { askedIdea, matchesFor } from "../../app/domain/matching/queries";
import { interestsFor } from "../../app/domain/matching/queries-interests";
import { refreshMatches } from "../../app/domain/matching/refresh-matches";
import { IDEAS } from "./demo";
import type { DemoIdea } from "./demo/ideas";
import type { Locale } from "./demo/types";
import type { Desk } from "./desk";
import { acting, actingPerson, daysAgo, idOf, operator } from "./desk";

const MESSAGE: Readonly<Record<Locale, string>> = {
  nl: "Jullie hebben wat wij zoeken, en misschien ook omgekeerd. Zullen we eens samen zitten?",
  fr: "Vous avez ce que nous cherchons, et peut-être l’inverse aussi. On se voit ?",
  en: "You have what we look for, and perhaps the other way round. Shall we meet?",
};
const ANSWER: Readonly<Record<Locale, string>> = {
  nl: "Graag, woensdag zijn we op de campus.",
  fr: "Volontiers, mercredi nous sommes au campus.",
  en: "Gladly, we are on campus on Wednesday.",
};

/** What became of the questions in the demo, one after the other, and how many days ago they were asked. */
const PLOT = [
  { answer: "accept", daysAgo: 9 },
  { answer: null, daysAgo: 5 },
  { answer: null, daysAgo: 1 },
  { answer: "decline", daysAgo: 12 },
  { answer: "accept", daysAgo: 3 },
  { answer: null, daysAgo: 2 },
] as const;

/** What completes what, and a handful of questions between teams: answered with yes, with no, and still open. */
export async function seedMatching(desk: Desk): Promise<void> {
  for (const idea of IDEAS) await refreshMatches(operator(desk, desk.now), idOf(desk.ideas, idea.slug));
  const plot = [...PLOT];
  for (const idea of IDEAS) {
    const next = plot[0];
    if (next === undefined) return;
    if (idea.plantedDaysAgo > next.daysAgo && (await ask(desk, idea, next))) plot.shift();
  }
}

async function ask(desk: Desk, idea: DemoIdea, { answer, daysAgo: count }: (typeof PLOT)[number]): Promise<boolean> {
  if (idea.matchConsent !== "veiled" && idea.matchConsent !== "open") return false;
  const ctx = await acting(desk, idea.team[0], daysAgo(desk, count, 11 * 60));
  const ideaId = idOf(desk.ideas, idea.slug);
  const token = await bestOf(ctx, ideaId);
  if (token === null) return false;
  const { interestId } = await expressInterest(ctx, ideaId, { token, message: MESSAGE[idea.lang] });
  if (answer !== null) {
    const other = await ownerAsked(desk, ctx, interestId);
    await answerInterest(other, interestId, { answer, reason: answer === "accept" ? ANSWER[idea.lang] : "" });
  }
  return true;
}

/** The best suggestion with whose team nothing was said yet; null when the team is shown none. */
async function bestOf(ctx: Ctx, ideaId: string): Promise<string | null> {
  const view = { db: ctx.store.db, actor: ctx.actor, now: ctx.now };
  const idea = await askedIdea(view, ideaId);
  if (idea.status !== "active") return null;
  const items = (await matchesFor(view, idea, { ideas: 5, people: 0 }))?.items ?? [];
  return items.find(({ standing }) => standing === "new")?.token ?? null;
}

/** Somebody of the asked team, some hours later. */
async function ownerAsked(desk: Desk, ctx: Ctx, interestId: string): Promise<Ctx> {
  const at = after(ctx.now, hours(5));
  for (const { team } of IDEAS) {
    const person = await acting(desk, team[0], at);
    const view = { db: desk.store.db, actor: person.actor, now: at };
    const waiting = (await interestsFor(view)).waitingForMe;
    if (waiting.some(({ id }) => id === interestId)) return actingPerson(desk, person.actor.personId ?? "", at);
  }
  throw new Error(`seed: nobody was asked by ${interestId}`);
}
