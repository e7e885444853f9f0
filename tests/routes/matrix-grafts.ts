import type { World } from "#tests/support/app-world";
import type { Row, Rows } from "./matrix-rows";
import { act, read } from "./matrix-rows";

const below = (path: string) => (world: World) => `/ideas/${world.ideas.campus.id}${path}`;
const proposal = (world: World): string => `/graft/${world.grafts.proposal}`;

//               visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const TEAM_ONLY = "in ok ok no hid no no hid hid hid in";
const SEEING = "in ok ok ok hid ok ok hid hid hid in";

/** The proposal as its form sends it. */
const joined = (world: World): Record<string, string> => ({
  "with[0]": world.grafts.other,
  lang: "nl",
  title: "Een groter plan",
  pitch: "Samen staan we verder.",
  visibility: "campus",
  "shares[0].personId": world.people.owner.personId ?? "",
  "shares[0].share": "30",
  "shares[1].personId": world.people.member.personId ?? "",
  "shares[1].share": "30",
  "shares[2].personId": world.people.stranger.personId ?? "",
  "shares[2].share": "40",
});

/** Pages of grafting, forking, passports and receipts. */
export const GRAFT_ROWS: Rows = {
  "routes/ideas.$ideaId.graft": [
    read(below("/graft"), TEAM_ONLY),
    read((world) => `/ideas/${world.ideas.campus.id}/graft?with=${world.grafts.other}`, TEAM_ONLY, "chosen"),
    read(
      (world) => `/ideas/${world.ideas.campus.id}/graft?with=${world.ideas.team.id}`,
      "in ok ok no hid no no hid hid hid in",
      "unseen by others",
    ),
    act(below("/graft"), "", "ask go go no hid no no hid hid hid ask", { fields: joined }),
  ],
  "routes/graft.$proposalId": [
    read(proposal, "in ok hid ok hid ok ok hid hid hid in"),
    act(proposal, "yes", "ask go hid no hid no no hid hid hid ask", { fields: (world) => ({ ideaId: world.grafts.asked, reason: "" }) }),
    act(proposal, "no", "ask go hid no hid no no hid hid hid ask", {
      fields: (world) => ({ ideaId: world.grafts.asked, reason: "Nu niet" }),
    }),
    act(proposal, "hide", "ask no hid no hid go go hid hid hid ask", { fields: () => ({ reason: "Kwetsend" }) }),
    act(proposal, "show", "ask no hid no hid 409 409 hid hid hid ask"),
    act(proposal, "remove", "ask no hid 409 hid no no hid hid hid ask"),
    act(proposal, "withdraw", "ask no hid go hid no no hid hid hid ask"),
  ],
  "routes/ideas.$ideaId.fork": [
    read(below("/fork"), SEEING),
    act(below("/fork"), "", "ask go go go hid go go hid hid hid ask", {
      fields: () => ({ title: "Mijn eigen meter", pitch: "Hetzelfde, maar voor de gang." }),
    }),
  ],
  "routes/ideas.$ideaId.passport": [read(below("/passport"), TEAM_ONLY)],
  "routes/verify": [
    act("/verify", "", "idle idle idle idle idle idle idle idle idle idle idle", { fields: () => ({ receipt: "0".repeat(64) }) }),
  ],
};

const need = { fields: (world: World) => ({ id: world.grafts.need }) };

/** Acts on the page of an idea: how its needs stand, and undoing a graft. */
export const NEED_ROWS: readonly Row[] = [
  act(below("?index"), "need_in_talk", "ask go go no hid no no hid hid hid ask", need),
  act(below("?index"), "need_met", "ask go go no hid no no hid hid hid ask", {
    fields: (world) => ({ id: world.grafts.need, by: "", words: "de bakker" }),
  }),
  act(below("?index"), "need_open", "ask 409 409 no hid no no hid hid hid ask", need),
  act((world) => `/ideas/${world.grafts.child}?index`, "ungraft", "ask go no no hid no no hid hid hid ask"),
];
