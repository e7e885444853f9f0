import { addComment } from "../../app/domain/ideas/add-comment";
import { answerTeamInvitation } from "../../app/domain/ideas/answer-team-invitation";
import { changeStage } from "../../app/domain/ideas/change-stage";
import { editIdea } from "../../app/domain/ideas/edit-idea";
import { followIdea } from "../../app/domain/ideas/follow-idea";
import type { IdeaContent, Stage } from "../../app/domain/ideas/idea";
import { STAGES } from "../../app/domain/ideas/idea";
import { inviteToTeam } from "../../app/domain/ideas/invite-to-team";
import { plantIdea } from "../../app/domain/ideas/plant-idea";
import { after, days, minutes } from "../../app/domain/kernel/time";
import { demoEmail, IDEAS } from "./demo";
import type { DemoIdea } from "./demo/ideas";
import type { PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, daysAgo, idOf } from "./desk";
import { wordOf } from "./seed-people";

/** One thing that happened to an idea, and when. */
interface Happening {
  readonly at: Date;
  readonly run: () => Promise<void>;
}

/** Every idea with its history: team, edits, stages, comments, followers. */
export async function seedIdeas(desk: Desk): Promise<void> {
  for (const idea of IDEAS) await seedIdea(desk, idea);
}

async function seedIdea(desk: Desk, idea: DemoIdea): Promise<void> {
  const plantedAt = daysAgo(desk, idea.plantedDaysAgo, minuteOf(idea.slug));
  const planter = await acting(desk, idea.team[0], plantedAt);
  const { visibility, matchConsent, challengeOf } = idea;
  const organisationId = challengeOf === undefined ? null : idOf(desk.organisations, challengeOf);
  const campusId = idOf(desk.campuses, idea.campus);
  const { ideaId } = await plantIdea(planter, { ...plantedContent(idea), campusId, visibility, matchConsent, organisationId });
  desk.ideas.set(idea.slug, ideaId);
  const happenings = [...joins(desk, idea, plantedAt), ...stages(desk, idea, plantedAt), ...edits(desk, idea), ...talk(desk, idea)];
  happenings.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const happening of happenings) await happening.run();
}

function plantedContent(idea: DemoIdea): IdeaContent {
  return {
    lang: idea.lang,
    title: idea.title,
    pitch: idea.pitch,
    description: idea.description,
    domainId: idea.domain,
    growthMarketId: idea.growthMarket ?? null,
    productionStepId: idea.productionStep,
    needs: idea.needs.map(wordOf),
    offers: idea.offers.map(wordOf),
  };
}

/** Members join in the first days, one after another; the invitation is answered within three hours. */
function joins(desk: Desk, idea: DemoIdea, plantedAt: Date): Happening[] {
  const [owner, ...members] = idea.team;
  return members.map((slug, place) => {
    const at = after(plantedAt, minutes(40) + days(place));
    return { at, run: () => join(desk, idea, { owner, slug, at }) };
  });
}

async function join(desk: Desk, idea: DemoIdea, { owner, slug, at }: { owner: PersonSlug; slug: PersonSlug; at: Date }): Promise<void> {
  const ideaId = idOf(desk.ideas, idea.slug);
  const { invitationId } = await inviteToTeam(await acting(desk, owner, at), ideaId, { email: demoEmail(slug) });
  await answerTeamInvitation(await acting(desk, slug, after(at, minutes(150))), invitationId, "accept");
}

/** The stages before the present one came at even distances, with the newest change some time ago. */
function stages(desk: Desk, idea: DemoIdea, plantedAt: Date): Happening[] {
  const passed: readonly Stage[] = STAGES.slice(1, STAGES.indexOf(idea.stage) + 1);
  const age = desk.now.getTime() - plantedAt.getTime();
  return passed.map((stage, place) => {
    const at = new Date(plantedAt.getTime() + Math.round((age * (place + 1)) / (passed.length + 1.5)));
    return { at, run: async () => changeStage(await acting(desk, idea.team[0], at), idOf(desk.ideas, idea.slug), { stage }) };
  });
}

function edits(desk: Desk, idea: DemoIdea): Happening[] {
  let content = plantedContent(idea);
  return (idea.edits ?? []).map(({ field, text, daysAgo: count, by }, place) => {
    content = { ...content, [field]: text };
    const version = { baseVersion: place + 1, content };
    const at = daysAgo(desk, count, minuteOf(idea.slug) + 90);
    return {
      at,
      run: async () => {
        const { changed } = await editIdea(await acting(desk, by, at), idOf(desk.ideas, idea.slug), version);
        if (!changed) throw new Error(`seed: edit ${place + 1} of ${idea.slug} changes nothing`);
      },
    };
  });
}

/** Comments; who comments follows from then on. */
function talk(desk: Desk, idea: DemoIdea): Happening[] {
  return (idea.comments ?? []).map(({ by, text, daysAgo: count }, place) => {
    const at = daysAgo(desk, count, minuteOf(idea.slug) + 45 + 20 * place);
    return {
      at,
      run: async () => {
        const ctx = await acting(desk, by, at);
        await addComment(ctx, idOf(desk.ideas, idea.slug), { body: text });
        await followIdea(ctx, idOf(desk.ideas, idea.slug));
      },
    };
  });
}

/** A minute of the working day, spread over ideas by their name so that not everything happens at once. */
function minuteOf(slug: string): number {
  const sum = [...slug].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9_973, 7);
  return 7 * 60 + (sum % (8 * 60));
}
