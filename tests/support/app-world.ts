import { and, eq } from "drizzle-orm";
import { keptMails, notifications } from "#db/schema/across";
import { addComment } from "~/domain/ideas/add-comment";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { archiveIdea } from "~/domain/ideas/archive-idea";
import { followIdea } from "~/domain/ideas/follow-idea";
import { hideComment } from "~/domain/ideas/hide-comment";
import { hideIdea } from "~/domain/ideas/hide-idea";
import type { Visibility } from "~/domain/ideas/idea";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { PlantInput } from "~/domain/ideas/plant-idea";
import { removeComment } from "~/domain/ideas/remove-comment";
import { saveDraft } from "~/domain/ideas/save-draft";
import { addClosure } from "~/domain/campus/add-closure";
import { reportContent } from "~/domain/community/report-content";
import { inviteList } from "~/domain/identity/invite-list/invite-list";
import { invitesOfList } from "~/domain/identity/invite-list/queries";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { requestPasswordReset } from "~/domain/identity/request-password-reset";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { visitor } from "~/domain/kernel/actor";
import type { Actor, Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { renewCalendarFeed } from "~/domain/notifications/renew-calendar-feed";
import { issueUnsubscribe } from "~/domain/notifications/unsubscribe";
import { makeCampus, makeOrganisation, makePerson } from "./actors";
import type { PersonOptions, TestCampus, TestOrganisation } from "./actors";
import type { App } from "./app";
import { buildAllotment } from "./app-allotment";
import type { AllotmentIds } from "./app-allotment";
import { buildAwards } from "./app-awards";
import type { AwardsWorld } from "./app-awards";
import type { CompanyIds } from "./app-companies";
import { buildCompanies } from "./app-companies";
import type { CoachingIds } from "./app-coaching";
import { buildCoaching } from "./app-coaching";
import type { GraftIds } from "./app-grafts";
import { buildGrafts } from "./app-grafts";
import { buildGrowth } from "./app-growth";
import type { GrowthIds } from "./app-growth";
import type { LabIds } from "./app-lab";
import { buildLab } from "./app-lab";
import type { MatchingIds } from "./app-matching";
import { buildMatching } from "./app-matching";
import type { RoomIds } from "./app-rooms";
import { buildPasskey } from "./app-passkeys";
import { buildPhoto } from "./app-photos";
import { buildRoom } from "./app-rooms";
import type { SessionIds } from "./app-sessions";
import { buildSessions } from "./app-sessions";
import type { StuckIds } from "./app-stuck";
import { buildTerms } from "./app-terms";
import { buildStuck } from "./app-stuck";
import { testCtx } from "./ctx";

/** Everybody who may ask for a page, as the matrix knows them. */
export const ROLES = [
  "visitor",
  "owner",
  "member",
  "stranger",
  "elsewhere",
  "coach",
  "organiser",
  "otherOrganiser",
  "company",
  "admin",
  "suspended",
] as const;
export type Role = (typeof ROLES)[number];

export const PASSWORD = "zeven groene gieters";

export const emailOf = (role: Role): string => `${role.toLowerCase()}@broeikas.test`;

/** An idea of `owner`, with `member` in its team, comments and an open invitation. */
export interface IdeaIds {
  readonly id: string;
  readonly comment: string;
  readonly removedComment: string;
  readonly hiddenComment: string;
  readonly invitation: string;
}

export interface World {
  readonly campus: TestCampus;
  readonly otherCampus: TestCampus;
  readonly organisation: TestOrganisation;
  readonly people: Readonly<Record<Role, Actor>>;
  readonly ideas: Readonly<Record<"team" | "campus" | "public" | "hidden" | "archived", IdeaIds>>;
  /** What only one of them has. */
  readonly draft: string;
  readonly editDraft: string;
  readonly strangersTeamInvitation: string;
  readonly strangersRoleInvite: string;
  /** A class that was invited, and the invitation of its one learner. */
  readonly classList: string;
  readonly listedInvite: string;
  readonly closure: string;
  readonly report: string;
  readonly mail: string;
  readonly matching: MatchingIds;
  readonly grafts: GraftIds;
  readonly lab: LabIds;
  readonly rooms: RoomIds;
  readonly coaching: CoachingIds;
  readonly allotment: AllotmentIds;
  readonly sessions: SessionIds;
  readonly stuck: StuckIds;
  readonly companies: CompanyIds;
  readonly ownersNotice: string;
  /** One of the owner's. */
  readonly passkey: string;
  /** The member's, who shows it. */
  readonly photo: string;
  readonly awards: AwardsWorld;
  readonly growth: GrowthIds;
  /** Secrets out of mails: to sign in, to choose a password, to take on a role, to get no more mails; and of the owner's calendar. */
  readonly tokens: Readonly<Record<"link" | "reset" | "invite" | "unsubscribe" | "calendar", string>>;
}

const idea = (title: string, more: Partial<PlantInput> & Pick<PlantInput, "campusId" | "visibility">): PlantInput => ({
  lang: "nl",
  title,
  pitch: "Een goedkope meter die toont waar de warmte weglekt.",
  description: "",
  domainId: null,
  growthMarketId: null,
  productionStepId: null,
  needs: [{ kind: "expertise", termId: null, words: "solderen", weight: 2 }],
  offers: [],
  matchConsent: "veiled",
  ...more,
});

/** A campus and one beside it, with everybody and everything the matrix asks about; made by use cases, mails sent. */
export async function buildWorld(app: App): Promise<World> {
  const { store } = app;
  const campus = await makeCampus(store, { name: "Campus Noord", slug: "noord" });
  const otherCampus = await makeCampus(store, { name: "Campus Zuid", slug: "zuid" });
  const organisation = await makeOrganisation(store, campus.id, "Meetwerk");
  const people = await everybody(store, campus, otherCampus, organisation);
  const team = await plantWithTeam(store, people, campus.id, "team");
  const onCampus = await plantWithTeam(store, people, campus.id, "campus");
  const open = await plantWithTeam(store, people, campus.id, "public");
  const hidden = await plantWithTeam(store, people, campus.id, "campus");
  await hideIdea(testCtx(store, people.coach), hidden.id, { reason: "Even wachten" });
  const archived = await plantWithTeam(store, people, campus.id, "campus");
  await archiveIdea(testCtx(store, people.owner), archived.id);
  const rest = await odds(store, people, campus, { team: team.id, campus: onCampus.id });
  const coaching = await buildCoaching(store, people, campus.id, onCampus.id);
  const matching = await buildMatching(store, people, campus.id, onCampus.id);
  const lab = await buildLab(store, people, campus.id, onCampus.id);
  const awards = await buildAwards(app, people, campus.id, onCampus.id);
  const growth = await buildGrowth(store, people, onCampus.id);
  const sessions = await buildSessions(store, people, campus.id, onCampus.id);
  const grafts = await buildGrafts(store, people, campus.id, onCampus.id);
  const rooms = await buildRoom(store, people, campus.id, team.id);
  const allotment = await buildAllotment(store, people, campus.id);
  const { id: passkey } = await buildPasskey(store, people.owner, app.origin, { proof: { password: PASSWORD } });
  const photo = await buildPhoto(app, people.member);
  const stuck = await buildStuck(store, people.owner);
  await buildTerms(store);
  const mails = await mailed(app, people, campus);
  const companies = await buildCompanies(store, people, campus.id, emailOf("elsewhere"));
  await suspendPerson(testCtx(store, people.admin), { personId: people.suspended.personId, reason: "Proef" });
  return {
    grafts,
    stuck,
    companies,
    lab,
    campus,
    otherCampus,
    organisation,
    people,
    ideas: { team, campus: onCampus, public: open, hidden, archived },
    matching,
    coaching,
    allotment,
    sessions,
    rooms,
    awards,
    growth,
    passkey,
    photo,
    ...rest,
    ...mails,
  };
}

type People = Readonly<Record<Exclude<Role, "visitor">, Person> & { visitor: Actor }>;

async function everybody(store: Store, campus: TestCampus, otherCampus: TestCampus, organisation: TestOrganisation): Promise<People> {
  const make = (role: Role, options: PersonOptions) => makePerson(store, { name: `Naam ${role}`, email: emailOf(role), ...options });
  const learner = { homeCampusId: campus.id };
  const staff = (role: "coach" | "organiser", scopeId: string): PersonOptions => ({ ageBand: "26-45", roles: [{ role, scopeId }] });
  const admin = { role: "admin", scopeKind: "instance", scopeId: "instance" } as const;
  // A second admin, so that the one who acts may leave.
  await makePerson(store, { name: "Tweede admin", email: "admin2@broeikas.test", roles: [admin] });
  return {
    visitor: visitor("nl"),
    owner: await make("owner", { ...learner, password: PASSWORD }),
    member: await make("member", learner),
    stranger: await make("stranger", learner),
    elsewhere: await make("elsewhere", { homeCampusId: otherCampus.id }),
    coach: await make("coach", staff("coach", campus.id)),
    organiser: await make("organiser", staff("organiser", campus.id)),
    otherOrganiser: await make("otherOrganiser", staff("organiser", otherCampus.id)),
    company: await make("company", { ageBand: "26-45", organisationIds: [organisation.id] }),
    admin: await make("admin", { ageBand: "26-45", roles: [admin] }),
    suspended: await make("suspended", learner),
  };
}

async function plantWithTeam(store: Store, people: People, campusId: string, visibility: Visibility): Promise<IdeaIds> {
  const owner = testCtx(store, people.owner);
  const member = testCtx(store, people.member);
  const { ideaId } = await plantIdea(owner, idea(`Warmtemeter ${visibility}`, { campusId, visibility }));
  const asked = await inviteToTeam(owner, ideaId, { email: emailOf("member") });
  await answerTeamInvitation(member, asked.invitationId, "accept");
  const say = async (body: string) => (await addComment(member, ideaId, { body, lang: "nl" })).commentId;
  const comment = await say("Welke sensor gebruik je?");
  const removedComment = await say("Laat maar.");
  await removeComment(member, removedComment);
  const hiddenComment = await say("Dit hoort hier niet.");
  if (visibility !== "team") await hideComment(testCtx(store, people.coach), hiddenComment, { reason: "Onaardig" });
  const { invitationId } = await inviteToTeam(owner, ideaId, { email: "later@broeikas.test" });
  return { id: ideaId, comment, removedComment, hiddenComment, invitation: invitationId };
}

async function odds(store: Store, people: People, campus: TestCampus, ideas: { team: string; campus: string }) {
  const owner = testCtx(store, people.owner);
  for (const role of ["stranger", "coach", "organiser"] as const) await followIdea(testCtx(store, people[role]), ideas.campus);
  const { draftId: draft } = await saveDraft(owner, { content: { title: "Nog een idee", lang: "nl", campusId: campus.id } });
  const { draftId: editDraft } = await saveDraft(owner, { ideaId: ideas.campus, baseVersion: 1, content: { title: "Warmtemeter anders" } });
  const { invitationId: strangersTeamInvitation } = await inviteToTeam(owner, ideas.team, { email: emailOf("stranger") });
  const reason = { nl: "Kerst", fr: "Noël", en: "Christmas" };
  const organiser = testCtx(store, people.organiser);
  const closure = await addClosure(organiser, { campusId: campus.id, firstDay: "2026-12-24", lastDay: "2026-12-26", reason });
  const about = { subjectKind: "idea", subjectId: ideas.campus, reason: "other", words: "" } as const;
  const { reportId: report } = await reportContent(testCtx(store, people.stranger), about);
  return { draft, editDraft, strangersTeamInvitation, closure: closure.closureId, report };
}

async function mailed(app: App, people: People, campus: TestCampus) {
  const { store } = app;
  const anybody = testCtx(store);
  const scope = { kind: "campus", id: campus.id } as const;
  const organiser = testCtx(store, people.organiser);
  const { inviteId } = await inviteToRole(organiser, { email: emailOf("stranger"), role: "expert", scope, locale: "nl" });
  await inviteToRole(organiser, { email: "nieuw@broeikas.test", role: "coach", scope, locale: "nl" });
  const classList = "0192f0c4-0000-7000-8000-0000000c1a55";
  const rows = [{ email: "leerling@broeikas.test", name: "Lore", role: "learner", locale: "nl" }] as const;
  await inviteList(organiser, { listId: classList, campusId: campus.id, name: "5 houttechnieken", rows });
  const [listed] = await invitesOfList(store.db, classList, organiser.now);
  await requestAccountLink(anybody, { email: emailOf("member"), locale: "nl", intent: "sign_in" });
  await requestPasswordReset(anybody, { email: emailOf("owner"), locale: "nl" });
  await app.runDue();
  const { secret: calendar } = await renewCalendarFeed(testCtx(store, people.owner));
  const { personId } = people.owner;
  const told = and(eq(notifications.personId, personId), eq(notifications.kind, "comment"));
  const [notice] = await store.db.select({ id: notifications.id }).from(notifications).where(told).limit(1);
  const tokens = {
    calendar,
    unsubscribe: await store.tx((tx) => issueUnsubscribe(tx, anybody, personId, "comment")),
    link: await tokenMailed(store, emailOf("member"), "/sign-in/link"),
    reset: await tokenMailed(store, emailOf("owner"), "/reset/choose"),
    invite: await tokenMailed(store, "nieuw@broeikas.test", "/invite"),
  };
  const [kept] = await store.db.select({ id: keptMails.id }).from(keptMails).limit(1);
  return {
    strangersRoleInvite: inviteId,
    classList,
    listedInvite: listed?.id ?? "",
    tokens,
    mail: kept?.id ?? "",
    ownersNotice: notice?.id ?? "",
  };
}

/** The secret in the newest kept mail to an address that leads to a page. */
export async function tokenMailed(store: Store, to: string, page: string): Promise<string> {
  const mails = await store.db.select().from(keptMails).where(eq(keptMails.to, to));
  const tokens = mails.flatMap(({ text }) => {
    const at = text.indexOf(`${page}?token=`);
    return at === -1 ? [] : [text.slice(at + page.length + 7).match(/^[\w-]+/)?.[0] ?? ""];
  });
  const token = tokens.at(-1);
  if (!token) throw new Error(`no mail to ${to} leads to ${page}`);
  return token;
}
