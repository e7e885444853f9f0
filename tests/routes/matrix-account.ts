import type { Role } from "#tests/support/app-world";
import { emailOf, PASSWORD } from "#tests/support/app-world";
import { act, ANYBODY__, PERSONAL_, read, withId } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const AGE = { ageBand: "18-25" };

/** The one of the world who has a password gives it. */
const proofOf = (role: Role): Record<string, string> => (role === "owner" ? { currentPassword: PASSWORD } : {});

/** Pages of one's own. */
export const ACCOUNT_ROWS: Rows = {
  "routes/account._index": [
    read("/account", PERSONAL_),
    act("/account?index", "profile", "ask go go go go go go go go go ask", {
      fields: (_world, role) => ({ name: `Nieuwe ${role}`, locale: "nl", languages: "nl", visibility: "campus" }),
    }),
    act("/account?index", "password", "ask go go go go go go go go go ask", {
      fields: (_world, role) => ({ password: "vier natte paraplus", ...proofOf(role) }),
    }),
    act("/account?index", "accept_invite", "ask hid hid go hid hid hid hid hid hid ask", {
      fields: withId(({ strangersRoleInvite }) => strangersRoleInvite),
    }),
    act("/account?index", "end_sessions", "ask hid hid hid hid hid hid hid hid hid ask", {
      fields: (_world, role) => ({ id: "01a1fe31-0000-7000-8000-000000000000", ...proofOf(role) }),
      note: "nobody's",
    }),
    act("/account?index", "unblock", "ask hid hid hid hid hid hid hid hid hid ask", {
      fields: () => ({ id: "01a1fe31-0000-7000-8000-000000000000" }),
      note: "nobody's",
    }),
    act("/account?index", "end_sessions", "ask go go go go go go go go go ask", {
      fields: (_world, role) => ({ id: "others", ...proofOf(role) }),
      note: "all others",
    }),
    act("/account?index", "end_sessions", "ask 400 go go go go go go go go ask", {
      fields: () => ({ id: "others" }),
      note: "without a password where there is one",
    }),
    act("/account?index", "erase", "ask go go go go go go go go go ask", { fields: (_world, role) => ({ email: emailOf(role) }) }),
    act("/account?index", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/account.export": [read("/account/export", PERSONAL_)],
  "routes/account.words": [
    read("/account/words", PERSONAL_),
    act("/account/words", "save", "ask go go go go go go go go go ask", {
      fields: () => ({ lang: "nl", "offers[0].kind": "expertise", "offers[0].words": "lassen" }),
    }),
    act("/account/words", "more_rows", "ask go go go go go go go go go ask", {
      fields: () => ({ lang: "nl", "needs[0].kind": "network", "needs[0].words": "contacten" }),
    }),
  ],
  "routes/greenhouse": [
    read("/greenhouse", PERSONAL_),
    act("/greenhouse", "discard", "ask go hid hid hid hid hid hid hid hid ask", { fields: withId(({ draft }) => draft) }),
    act("/greenhouse", "", "ask hid hid go hid hid hid hid hid hid ask", {
      fields: withId(({ strangersTeamInvitation }) => strangersTeamInvitation, { answer: "accept" }),
      note: "accept",
    }),
    act("/greenhouse", "", "ask hid hid go hid hid hid hid hid hid ask", {
      fields: withId(({ strangersTeamInvitation }) => strangersTeamInvitation, { answer: "decline" }),
      note: "decline",
    }),
  ],
};

/** Pages for everybody. */
export const OPEN_ROWS: Rows = {
  root: [read("/_root.data", ANYBODY__)],
  "routes/_index": [read("/", ANYBODY__)],
  "routes/ideas._index": [read("/ideas", ANYBODY__), read("/ideas?q=warmtemeter&view=greenhouse", ANYBODY__, "search")],
  "routes/plant": [
    read("/plant", ANYBODY__),
    read(({ draft }) => `/plant?draft=${draft}&step=2`, ANYBODY__, "somebody's draft"),
    ...(["next", "back", "autosave", "more_rows"] as const).map((name) =>
      act("/plant", name, "go go go go go go go go go go go", {
        fields: ({ campus }) => ({ step: "1", title: "Iets", pitch: "Tien tekens lang.", lang: "nl", campusId: campus.id }),
      }),
    ),
    act("/plant", "next", "go idle go go go go go go go go go", {
      fields: ({ draft }) => ({ step: "2", draftId: draft, revision: "1" }),
      note: "somebody's draft",
    }),
  ],
  "routes/plant_.terms": [read("/plant/terms?lang=nl&needs[0]=lassen&offers[3]=boekh&other=x", ANYBODY__)],
  "routes/accessibility": [read("/accessibility", ANYBODY__)],
  "routes/privacy": [read("/privacy", ANYBODY__)],
  "routes/about": [read("/about", ANYBODY__)],
  "routes/plant_.similar": [read("/plant/similar?title=warmtemeter&pitch=warmte&lang=nl", ANYBODY__)],
  "routes/sign-in._index": [
    read("/sign-in", "ok away away away away away away away away away ok"),
    act("/sign-in?index", "link", "go go go go go go go go go go go", { fields: () => ({ email: emailOf("stranger") }) }),
    act("/sign-in?index", "password", "go go go go go go go go go go go", {
      fields: () => ({ email: emailOf("owner"), password: PASSWORD }),
    }),
    act("/sign-in?index", "password", "400 idle idle idle idle idle idle idle idle idle 400", {
      fields: () => ({ email: emailOf("owner"), password: "verkeerd" }),
      note: "wrong",
    }),
    act("/sign-in?index", "passkey", "400 idle idle idle idle idle idle idle idle idle 400", {
      fields: () => ({ answer: '{"id":"x"}' }),
      note: "asked by nobody",
    }),
  ],
  "routes/sign-in.link": [
    read(({ tokens }) => `/sign-in/link?token=${tokens.link}`, ANYBODY__),
    act("/sign-in/link", "", "go go go go go go go go go go go", { fields: ({ tokens }) => ({ token: tokens.link }) }),
    act("/sign-in/link", "", "400 400 400 400 400 400 400 400 400 400 400", {
      fields: () => ({ token: "niet-van-ons" }),
      note: "no such token",
    }),
  ],
  "routes/sign-in.sent": [read("/sign-in/sent", ANYBODY__)],
  "routes/sign-out": [
    read("/sign-out", "away away away away away away away away away away away"),
    act("/sign-out", "", "idle go go go go go go go go go idle"),
  ],
  "routes/sign-up": [
    read("/sign-up", "ok away away away away away away away away away ok"),
    act("/sign-up", "", "go go go go go go go go go go go", {
      fields: ({ campus }) => ({ name: "Nele", email: "nele@broeikas.test", campusId: campus.id, ...AGE }),
    }),
  ],
  "routes/reset._index": [
    act("/reset?index", "", "idle idle idle idle idle idle idle idle idle idle idle", { fields: () => ({ email: emailOf("owner") }) }),
  ],
  "routes/reset.choose": [
    read(({ tokens }) => `/reset/choose?token=${tokens.reset}`, ANYBODY__),
    act("/reset/choose", "", "go go go go go go go go go go go", {
      fields: ({ tokens }) => ({ token: tokens.reset, password: "vier natte paraplus" }),
    }),
    act("/reset/choose", "", "400 400 400 400 400 400 400 400 400 400 400", {
      fields: () => ({ token: "niet-van-ons", password: "vier natte paraplus" }),
      note: "no such token",
    }),
  ],
  "routes/invite": [
    read(({ tokens }) => `/invite?token=${tokens.invite}`, ANYBODY__),
    act("/invite", "", "go go go go go go go go go go go", {
      fields: ({ tokens }) => ({ token: tokens.invite, name: "Nieuwe coach", ...AGE }),
    }),
    act("/invite", "", "400 400 400 400 400 400 400 400 400 400 400", { fields: () => ({ token: "niet-van-ons" }), note: "no such token" }),
  ],
  "routes/language": [
    read("/language", "away away away away away away away away away away away"),
    act("/language", "", "idle go go go go go go go go go idle", { fields: () => ({ locale: "fr", to: "/about" }) }),
  ],
  "routes/dev.mail._index": [
    read("/dev/mail", "hid hid hid hid hid hid hid hid hid ok hid"),
    read(({ mail }) => `/dev/mail?mail=${mail}`, "hid hid hid hid hid hid hid hid hid ok hid", "one opened"),
  ],
  "routes/dev.mail.$mailId": [read(({ mail }) => `/dev/mail/${mail}`, "hid hid hid hid hid hid hid hid hid ok hid")],
};
