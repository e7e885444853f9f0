import type { Fields } from "#tests/support/app-client";
import type { IdeaIds, Role, World } from "#tests/support/app-world";
import { emailOf, PASSWORD } from "#tests/support/app-world";

/**
 * What each act of a route comes to for each role, in the order of ROLES:
 * ok    200, and nothing changed
 * go    a redirect or 200, and something changed
 * idle  as `go`, but there was nothing to change
 * away  a redirect to somewhere else than the sign-in page, and nothing changed
 * in    sent to the sign-in page, to come back afterwards
 * no    403: sees the thing, may not do this
 * hid   404, the same page as for a thing that does not exist
 * a number is that status, and nothing changed
 */
export type Outcome = "ok" | "go" | "idle" | "away" | "in" | "no" | "hid" | "400" | "404" | "409";

export interface Row {
  /** `read` for the loader, else the intent of the action ("" where it has none). */
  readonly act: string;
  readonly note: string;
  readonly expected: string;
  readonly path: (world: World) => string;
  readonly fields?: (world: World, role: Role) => Fields;
}

interface RowOptions {
  readonly note?: string;
  readonly path?: Row["path"];
  readonly fields?: Row["fields"];
}

const read = (path: Row["path"] | string, expected: string, note = ""): Row => ({ act: "read", note, expected, path: pathOf(path) });

const pathOf = (path: Row["path"] | string): Row["path"] => (typeof path === "string" ? () => path : path);

const act = (path: Row["path"] | string, name: string, expected: string, { note = "", fields }: RowOptions = {}): Row => ({
  act: name,
  note,
  expected,
  path: pathOf(path),
  fields: (world, role) => ({ ...(name === "" ? {} : { intent: name }), ...(fields?.(world, role) as Record<string, string> | undefined) }),
});

type Rung = keyof World["ideas"];
type OnIdea = (idea: IdeaIds, world: World, role: Role) => Record<string, string>;

/** One act on ideas of several rungs of the ladder. */
const onIdeas = (below: string, name: string, expected: Partial<Record<Rung, string>>, fields: OnIdea = () => ({})): Row[] =>
  (Object.entries(expected) as [Rung, string][]).map(([rung, codes]) =>
    name === "read"
      ? read((world) => `/ideas/${world.ideas[rung].id}${below}`, codes, rung)
      : act((world) => `/ideas/${world.ideas[rung].id}${below}`, name, codes, {
          note: rung,
          fields: (world, role) => fields(world.ideas[rung], world, role),
        }),
  );

const EDITED = {
  lang: "nl",
  title: "Warmtemeter voor lokalen",
  pitch: "Toont waar de warmte weglekt, lokaal per lokaal.",
  baseVersion: "1",
};
const AGE = { ageBand: "18-25" };

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const TEAM_READS = "hid   ok    ok     hid      hid       hid   hid       hid            hid     hid   hid";
const PERSONAL_ = "in    ok    ok     ok       ok        ok    ok        ok             ok      ok    in";
const ANYBODY__ = "ok    ok    ok     ok       ok        ok    ok        ok             ok      ok    ok";

const IDEA_ROWS: Readonly<Record<string, readonly Row[]>> = {
  "routes/ideas.$ideaId._index": [
    ...onIdeas("", "read", { team: TEAM_READS, campus: "?", public: ANYBODY__, hidden: TEAM_READS, archived: TEAM_READS }),
    ...onIdeas("?index", "follow", { team: "?", campus: "?", public: "?", hidden: "?" }),
    ...onIdeas("?index", "unfollow", { team: "?", campus: "?" }),
    ...onIdeas("?index", "comment", { team: "?", campus: "?", public: "?", hidden: "?", archived: "?" }, () => ({ body: "Mooi plan" })),
    ...onIdeas("?index", "remove_comment", { team: "?", campus: "?", public: "?" }, ({ comment }) => ({ id: comment })),
    ...onIdeas("?index", "restore_comment", { team: "?", campus: "?" }, ({ removedComment }) => ({ id: removedComment })),
    ...onIdeas("?index", "hide_comment", { team: "?", campus: "?", public: "?" }, ({ comment }) => ({ id: comment, reason: "Onaardig" })),
    ...onIdeas("?index", "unhide_comment", { campus: "?", public: "?" }, ({ hiddenComment }) => ({ id: hiddenComment })),
    ...onIdeas("?index", "hide", { team: "?", campus: "?", public: "?" }, () => ({ reason: "Even wachten" })),
    ...onIdeas("?index", "stage", { team: "?", campus: "?", public: "?" }, () => ({ stage: "bloom", reason: "" })),
    ...onIdeas("?index", "report", { team: "?", campus: "?", public: "?" }, ({ id }) => ({
      subjectKind: "idea",
      subjectId: id,
      reason: "other",
    })),
    ...onIdeas("?index", "nonsense", { team: "?", public: "?" }),
  ],
  "routes/ideas.$ideaId.edit": [
    ...onIdeas("/edit", "read", { team: "?", campus: "?", public: "?", hidden: "?", archived: "?" }),
    ...onIdeas("/edit", "save", { team: "?", campus: "?", public: "?", archived: "?" }, () => EDITED),
    ...onIdeas("/edit", "autosave", { team: "?", campus: "?" }, () => ({ ...EDITED, title: "Warmtemeter nog" })),
    ...onIdeas("/edit", "more_rows", { team: "?" }, () => EDITED),
    ...onIdeas("/edit", "discard", { campus: "?" }, (_idea, { editDraft }) => ({ draftId: editDraft })),
    ...onIdeas("/edit", "archive", { team: "?", campus: "?", public: "?" }),
    ...onIdeas("/edit", "restore", { archived: "?", campus: "?" }),
  ],
  "routes/ideas.$ideaId.team": [
    ...onIdeas("/team", "read", { team: "?", campus: "?", public: "?", hidden: "?" }),
    ...onIdeas("/team", "invite", { team: "?", campus: "?", public: "?" }, () => ({ email: "iemand@broeikas.test" })),
    ...onIdeas("/team", "withdraw", { team: "?", campus: "?" }, ({ invitation }) => ({ id: invitation })),
    ...onIdeas("/team", "owner", { team: "?", campus: "?" }, (_idea, { people }) => ({ id: people.member.personId ?? "" })),
    ...onIdeas("/team", "remove", { team: "?", campus: "?" }, (_idea, { people }) => ({ id: people.member.personId ?? "" })),
    ...onIdeas("/team", "leave", { team: "?", campus: "?", public: "?" }),
    ...onIdeas("/team", "nonsense", { team: "?", public: "?" }),
  ],
  "routes/ideas.$ideaId.versions": [
    ...onIdeas("/versions", "read", { team: "?", campus: "?", public: "?", hidden: "?" }),
  ],
  "routes/ideas.$ideaId.receipt.$no": [
    ...onIdeas("/receipt/1", "read", { team: "?", campus: "?", public: "?" }),
  ],
};

const campusAct = (page: string, name: string, expected: string, fields?: Row["fields"]): Row =>
  act(`/campus/noord/${page}`, name, expected, { fields });
const withId = (id: (world: World) => string, more: Record<string, string> = {}) => (world: World): Record<string, string> => ({ id: id(world), ...more });
const strangersId = ({ people }: World): string => people.stranger.personId ?? "";

const CAMPUS_ROWS: Readonly<Record<string, readonly Row[]>> = {
  "routes/campus.$campusSlug.people": [
    read("/campus/noord/people", "?"),
    read((world) => `/campus/noord/people?person=${strangersId(world)}`, "?", "one opened"),
    read("/campus/nergens/people", "?", "no such campus"),
    campusAct("people", "invite", "?", () => ({ email: "klas@broeikas.test", role: "coach", locale: "nl" })),
    campusAct("people", "withdraw", "?", withId(({ strangersRoleInvite }) => strangersRoleInvite)),
    campusAct("people", "grant", "?", withId(strangersId, { role: "coach" })),
    campusAct("people", "revoke", "?", withId(strangersId, { role: "learner" })),
    campusAct("people", "suspend", "?", withId(strangersId, { reason: "Proef" })),
    campusAct("people", "reinstate", "?", withId(({ people }) => people.suspended.personId ?? "")),
    campusAct("people", "nonsense", "?"),
  ],
  "routes/campus.$campusSlug.reports": [
    read("/campus/noord/reports", "?"),
    campusAct("reports", "close", "?", withId(({ report }) => report, { outcome: "kept" })),
    campusAct("reports", "hide", "?", withId(({ report }) => report, { reason: "Onveilig" })),
    campusAct("reports", "unhide_idea", "?", withId(({ ideas }) => ideas.hidden.id)),
    campusAct("reports", "unhide_comment", "?", withId(({ ideas }) => ideas.campus.hiddenComment)),
    campusAct("reports", "nonsense", "?"),
  ],
  "routes/campus.$campusSlug.settings": [
    read("/campus/noord/settings", "?"),
    campusAct("settings", "hours", "?", () => weekOf("08:00", "17:00")),
    campusAct("settings", "closure", "?", () => ({
      firstDay: "2027-01-04",
      lastDay: "2027-01-05",
      "reason.nl": "Verlof",
      "reason.fr": "Congé",
      "reason.en": "Leave",
    })),
    campusAct("settings", "remove_closure", "?", withId(({ closure }) => closure)),
    campusAct("settings", "organisation", "?", () => ({ name: "Lasatelier" })),
    campusAct("settings", "member", "?", ({ organisation }) => ({ organisationId: organisation.id, email: emailOf("stranger") })),
    campusAct("settings", "end_member", "?", withId(({ organisation, people }) => `${organisation.id}:${people.company.personId}`)),
    campusAct("settings", "restore_member", "?", withId(({ organisation, people }) => `${organisation.id}:${people.stranger.personId}`)),
    campusAct("settings", "nonsense", "?"),
  ],
};

function weekOf(from: string, until: string): Record<string, string> {
  return Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [
      [`days[${day}].parts[0].from`, from],
      [`days[${day}].parts[0].until`, until],
    ]),
  );
}

const ACCOUNT_ROWS: Readonly<Record<string, readonly Row[]>> = {
  "routes/account._index": [
    read("/account", PERSONAL_),
    act("/account?index", "profile", "?", {
      fields: (_world, role) => ({ name: `Nieuwe ${role}`, locale: "nl", languages: "nl", visibility: "campus" }),
    }),
    act("/account?index", "password", "?", {
      fields: (_world, role) => ({ password: "vier natte paraplus", ...(role === "owner" ? { currentPassword: PASSWORD } : {}) }),
    }),
    act("/account?index", "accept_invite", "?", { fields: withId(({ strangersRoleInvite }) => strangersRoleInvite) }),
    act("/account?index", "revoke_session", "?", { fields: () => ({ id: "01a1fe31-0000-7000-8000-000000000000" }), note: "nobody's" }),
    act("/account?index", "revoke_others", "?"),
    act("/account?index", "erase", "?", { fields: (_world, role) => ({ email: emailOf(role) }) }),
    act("/account?index", "nonsense", "?"),
  ],
  "routes/account.export": [read("/account/export", PERSONAL_)],
  "routes/account.words": [
    read("/account/words", PERSONAL_),
    act("/account/words", "save", "?", { fields: () => ({ lang: "nl", "offers[0].kind": "expertise", "offers[0].words": "lassen" }) }),
    act("/account/words", "more_rows", "?", { fields: () => ({ lang: "nl", "needs[0].kind": "network", "needs[0].words": "contacten" }) }),
  ],
  "routes/greenhouse": [
    read("/greenhouse", PERSONAL_),
    act("/greenhouse", "discard", "?", { fields: withId(({ draft }) => draft) }),
    act("/greenhouse", "", "?", { fields: withId(({ strangersTeamInvitation }) => strangersTeamInvitation, { answer: "accept" }), note: "accept" }),
    act("/greenhouse", "", "?", { fields: withId(({ strangersTeamInvitation }) => strangersTeamInvitation, { answer: "decline" }), note: "decline" }),
  ],
};

const OPEN_ROWS: Readonly<Record<string, readonly Row[]>> = {
  root: [read("/_root.data", ANYBODY__)],
  "routes/_index": [read("/", ANYBODY__)],
  "routes/ideas._index": [read("/ideas", ANYBODY__), read("/ideas?q=warmtemeter&view=greenhouse", ANYBODY__, "search")],
  "routes/plant": [
    read("/plant", ANYBODY__),
    read(({ draft }) => `/plant?draft=${draft}&step=2`, ANYBODY__, "somebody's draft"),
    ...(["next", "back", "autosave", "more_rows"] as const).map((name) =>
      act("/plant", name, "?", { fields: ({ campus }) => ({ step: "1", title: "Iets", pitch: "Tien tekens lang.", lang: "nl", campusId: campus.id }) }),
    ),
    act("/plant", "next", "?", { fields: ({ draft }) => ({ step: "2", draftId: draft, revision: "1" }), note: "somebody's draft" }),
  ],
  "routes/plant_.similar": [read("/plant/similar?title=warmtemeter&pitch=warmte&lang=nl", ANYBODY__)],
  "routes/sign-in._index": [
    read("/sign-in", "?"),
    act("/sign-in?index", "link", "?", { fields: () => ({ email: emailOf("stranger") }) }),
    act("/sign-in?index", "password", "?", { fields: () => ({ email: emailOf("owner"), password: PASSWORD }) }),
    act("/sign-in?index", "password", "?", { fields: () => ({ email: emailOf("owner"), password: "verkeerd" }), note: "wrong" }),
  ],
  "routes/sign-in.link": [
    read(({ tokens }) => `/sign-in/link?token=${tokens.link}`, ANYBODY__),
    act("/sign-in/link", "", "?", { fields: ({ tokens }) => ({ token: tokens.link }) }),
    act("/sign-in/link", "", "?", { fields: () => ({ token: "niet-van-ons" }), note: "no such token" }),
  ],
  "routes/sign-in.sent": [read("/sign-in/sent", ANYBODY__)],
  "routes/sign-out": [read("/sign-out", "?"), act("/sign-out", "", "?")],
  "routes/sign-up": [
    read("/sign-up", "?"),
    act("/sign-up", "", "?", { fields: ({ campus }) => ({ name: "Nele", email: "nele@broeikas.test", campusId: campus.id, ...AGE }) }),
  ],
  "routes/reset._index": [act("/reset?index", "", "?", { fields: () => ({ email: emailOf("owner") }) })],
  "routes/reset.choose": [
    read(({ tokens }) => `/reset/choose?token=${tokens.reset}`, ANYBODY__),
    act("/reset/choose", "", "?", { fields: ({ tokens }) => ({ token: tokens.reset, password: "vier natte paraplus" }) }),
    act("/reset/choose", "", "?", { fields: () => ({ token: "niet-van-ons", password: "vier natte paraplus" }), note: "no such token" }),
  ],
  "routes/invite": [
    read(({ tokens }) => `/invite?token=${tokens.invite}`, ANYBODY__),
    act("/invite", "", "?", { fields: ({ tokens }) => ({ token: tokens.invite, name: "Nieuwe coach", ...AGE }) }),
    act("/invite", "", "?", { fields: () => ({ token: "niet-van-ons" }), note: "no such token" }),
  ],
  "routes/language": [read("/language", "?"), act("/language", "", "?", { fields: () => ({ locale: "fr", to: "/about" }) })],
  "routes/dev.mail._index": [read("/dev/mail", "?"), read(({ mail }) => `/dev/mail?mail=${mail}`, "?", "one opened")],
  "routes/dev.mail.$mailId": [read(({ mail }) => `/dev/mail/${mail}`, "?")],
};

/** Every route with a loader or an action, by its id in the build. A test fails for a route, or an act of one, that has no row. */
export const MATRIX: Readonly<Record<string, readonly Row[]>> = { ...OPEN_ROWS, ...ACCOUNT_ROWS, ...CAMPUS_ROWS, ...IDEA_ROWS };
