import { assessIdea } from "~/domain/awards/assessing/assess-idea";
import { addComment } from "~/domain/ideas/add-comment";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { archiveIdea } from "~/domain/ideas/archive-idea";
import { changeStage } from "~/domain/ideas/change-stage";
import { editIdea } from "~/domain/ideas/edit-idea";
import { hideComment } from "~/domain/ideas/hide-comment";
import { hideIdea } from "~/domain/ideas/hide-idea";
import type { IdeaContent, Visibility } from "~/domain/ideas/idea";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { leaveTeam } from "~/domain/ideas/leave-team";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { removeComment } from "~/domain/ideas/remove-comment";
import { saveDraft } from "~/domain/ideas/save-draft";
import { updateProfile } from "~/domain/identity/update-profile";
import { reportContent } from "~/domain/community/report-content";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { makePerson } from "./actors";
import type { PersonOptions } from "./actors";
import { emailOf } from "./app-world";
import type { World } from "./app-world";
import { canary } from "./canary";
import { testCtx } from "./ctx";

/** The ladder, and what takes an idea off it. `left`: somebody was in its team and went; `invited`: somebody was asked. */
export const RUNGS = [
  "private",
  "team",
  "coaches",
  "campus",
  "companies",
  "public",
  "hidden",
  "archived",
  "left",
  "invited",
  "elsewhere",
] as const;
export type Rung = (typeof RUNGS)[number];

/** In every title, and in every text: a word to search for that betrays nothing. */
export const SHARED = "gedeeldwoord";

/** Each canary by `rung.field` or by whose it is, and the ideas it was put in. */
export interface Planted {
  readonly canaries: ReadonlyMap<string, string>;
  readonly ideaIds: Readonly<Record<Rung, string>>;
}

const OPEN: Partial<Record<Rung, Visibility>> = {
  hidden: "campus",
  archived: "campus",
  left: "team",
  invited: "team",
  elsewhere: "campus",
};
export const visibilityOf = (rung: Rung): Visibility => OPEN[rung] ?? (rung as Visibility);

/** Plants an idea with canaries in every field on every rung of the ladder, and people with canaries for names and addresses. */
export async function plantCanaries(store: Store, world: World): Promise<Planted> {
  const canaries = new Map<string, string>();
  const sing = (name: string): string => {
    const word = canary(name);
    canaries.set(name, word);
    return word;
  };
  const mates = await makeMates(store, world, sing);
  const ideaIds = {} as Record<Rung, string>;
  for (const rung of RUNGS) ideaIds[rung] = await plantOne(store, world, mates, rung, (field) => sing(`${rung}.${field}`));
  await saveDraft(testCtx(store, world.people.owner), { content: { title: sing("draft.title"), pitch: sing("draft.pitch") } });
  return { canaries, ideaIds };
}

type Sing = (field: string) => string;
type Mates = readonly { readonly person: Person; readonly email: string }[];

async function makeMates(store: Store, { campus }: World, sing: Sing): Promise<Mates> {
  const make = async (who: string, visibility: "private" | "campus" | "public", more: PersonOptions = {}) => {
    const name = sing(`${who}.name`);
    const email = `${sing(`${who}.email`)}@broeikas.test`;
    const person = await makePerson(store, { name, email, homeCampusId: campus.id, ...more });
    const said = { bio: sing(`${who}.bio`), interests: "" };
    await updateProfile(testCtx(store, person), { name, locale: "nl", languages: ["nl"], visibility, ...said });
    return { person, email };
  };
  const minor = { ageBand: "13-15" } as const;
  return [await make("mate", "private"), await make("minor", "campus", minor), await make("known", "public")];
}

function contentOf(rung: Rung, sing: Sing): IdeaContent {
  const word = (text: string) => ({ kind: "expertise" as const, termId: null, words: text, weight: 2 as const });
  return {
    lang: "nl",
    title: `${SHARED} ${sing("title")}`,
    pitch: `Een plan voor ${rung} met ${sing("pitch")}.`,
    description: `Meer over ${sing("description")}.`,
    domainId: null,
    growthMarketId: null,
    productionStepId: null,
    needs: [word(sing("need"))],
    offers: [word(sing("offer"))],
  };
}

async function plantOne(store: Store, world: World, mates: Mates, rung: Rung, sing: Sing): Promise<string> {
  const { people, campus, otherCampus } = world;
  const away = rung === "elsewhere";
  const owner = testCtx(store, away ? people.elsewhere : people.owner);
  const content = contentOf(rung, sing);
  const visibility = visibilityOf(rung);
  const before = { ...content, title: `${SHARED} ${sing("oldTitle")}` };
  const where = { campusId: away ? otherCampus.id : campus.id, visibility, matchConsent: "open" as const };
  const { ideaId } = await plantIdea(owner, { ...before, ...where });
  const join = async (who: Person, email: string): Promise<void> => {
    const { invitationId } = await inviteToTeam(owner, ideaId, { email });
    await answerTeamInvitation(testCtx(store, who), invitationId, "accept");
  };
  if (rung === "left") {
    await join(people.stranger as Person, emailOf("stranger"));
    await leaveTeam(testCtx(store, people.stranger), ideaId);
  }
  if (rung !== "private" && !away) await joinEverybody(world, mates, rung, join);
  await editIdea(owner, ideaId, { baseVersion: 1, content });
  await changeStage(owner, ideaId, { stage: "bloom", reason: sing("stageReason") });
  await talk(store, world, rung, ideaId, sing);
  await saveDraft(owner, { ideaId, baseVersion: 2, content: { ...content, description: sing("editDraft") } });
  const scores = [{ code: "need", level: 2, comment: sing("assessmentComment") }];
  await assessIdea(owner, { ideaId, rubric: { library: "startup" }, scores, note: sing("assessment"), lang: "nl" });
  if (rung === "invited") await inviteToTeam(owner, ideaId, { email: emailOf("stranger") });
  // Asking somebody opens a private idea to whoever says yes, so its address is written down as well.
  await inviteToTeam(owner, ideaId, { email: `${sing("invitation")}@broeikas.test` });
  if (rung === "archived") await archiveIdea(owner, ideaId);
  return ideaId;
}

async function joinEverybody(world: World, mates: Mates, rung: Rung, join: (who: Person, email: string) => Promise<void>): Promise<void> {
  await join(world.people.member as Person, emailOf("member"));
  if (rung === "public") for (const { person, email } of mates) await join(person, email);
}

/** A comment, one taken back, one hidden, and a report: all by a member, in ideas others see as well. */
async function talk(store: Store, { people }: World, rung: Rung, ideaId: string, sing: Sing): Promise<void> {
  const author = testCtx(store, rung === "private" ? people.owner : rung === "elsewhere" ? people.elsewhere : people.member);
  const say = async (field: string) => (await addComment(author, ideaId, { body: sing(field), lang: "nl" })).commentId;
  await say("comment");
  await removeComment(author, await say("removedComment"));
  const open = visibilityOf(rung) !== "private" && visibilityOf(rung) !== "team" && rung !== "elsewhere";
  if (!open) return;
  await hideComment(testCtx(store, rung === "public" ? people.coach : people.organiser), await say("hiddenComment"), {
    reason: sing("hideReason"),
  });
  if (rung === "campus") {
    const about = { subjectKind: "idea", subjectId: ideaId, reason: "other", words: sing("report") } as const;
    await reportContent(testCtx(store, people.stranger), about);
  }
  if (rung === "hidden") await hideIdea(testCtx(store, people.coach), ideaId, { reason: sing("ideaHideReason") });
}
