import type { World } from "#tests/support/app-world";
import type { Row, Rows } from "./matrix-rows";
import { act, PERSONAL_, read } from "./matrix-rows";

const matchPath = (world: World): string => `/ideas/${world.ideas.campus.id}/match/idea/${world.matching.token}`;
const interestPath = (world: World): string => `/interest/${world.matching.interest}`;

//               visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const SUGGESTED = "in ok ok no hid ok ok hid hid hid in";

const organisationPath = (world: World): string => `/organisations/${world.organisation.id}`;
const OFFER = { lang: "nl", "offers[0].kind": "workspace", "offers[0].words": "een halve dag in ons atelier" };

/** Pages of matching: what completes an idea, and questions between teams. */
export const MATCHING_ROWS: Rows = {
  "routes/matches._index": [read("/matches", PERSONAL_)],
  "routes/ideas.$ideaId.matches": [
    read((world) => `/ideas/${world.ideas.campus.id}/matches`, SUGGESTED),
    read((world) => `/ideas/${world.ideas.campus.id}/matches?q=printplaten&not=${world.ideas.team.id}`, SUGGESTED, "why not"),
    read(
      (world) => `/ideas/${world.ideas.campus.id}/matches?q=a&not=${world.organisation.id}&kind=organisation`,
      SUGGESTED,
      "why not this organisation",
    ),
  ],
  "routes/organisations.$organisationId": [
    read(organisationPath, "in hid hid hid hid hid ok hid ok ok in"),
    act(organisationPath, "save", "ask hid hid hid hid hid go hid go go ask", { fields: () => OFFER }),
    act(organisationPath, "more_rows", "ask hid hid hid hid hid go hid go go ask", { fields: () => OFFER }),
  ],
  "routes/ideas.$ideaId.match.$kind.$id": [
    read(matchPath, SUGGESTED),
    act(matchPath, "interest", "ask go go no hid no no hid hid hid ask", { fields: () => ({ message: "Samen?" }) }),
    act(matchPath, "refuse", "ask go go no hid no no hid hid hid ask", { fields: () => ({ reason: "later" }) }),
    act(matchPath, "propose", "ask no no no hid 409 409 hid hid hid ask", { fields: () => ({ message: "Voor dit team?" }) }),
    act(matchPath, "reconsider", "ask idle idle no hid no no hid hid hid ask"),
  ],
  "routes/interest.$interestId": [
    read(interestPath, "in ok hid ok hid ok ok hid hid hid in"),
    act(interestPath, "accept", "ask go hid hid hid hid hid hid hid hid ask"),
    act(interestPath, "decline", "ask go hid hid hid hid hid hid hid hid ask"),
    act(interestPath, "withdraw", "ask hid hid go hid hid hid hid hid hid ask"),
    act(interestPath, "block", "ask go hid hid hid hid hid hid hid hid ask"),
    ...(["confirm", "not_confirm"] as const).flatMap((intent) => [
      act(interestPath, intent, "ask hid hid 409 hid hid hid hid hid hid ask"),
      act((world) => `/interest/${world.matching.proposed}`, intent, "ask go hid hid hid hid hid hid hid hid ask", { note: "proposed" }),
    ]),
    read((world) => `/interest/${world.matching.proposed}`, "in ok hid hid hid ok ok hid hid hid in", "proposed"),
  ],
};

const proposal = {
  path: (world: World): string => `/ideas/${world.matching.asked}?index`,
  need: (world: World) => ({ id: world.matching.proposedNeed }),
};

/** Needs read from a text, on the page of their idea. */
export const PROPOSAL_ROWS: readonly Row[] = (["confirm_word", "dismiss_word"] as const).map((intent) =>
  act(proposal.path, intent, "ask go no no hid no no hid hid hid ask", { fields: proposal.need }),
);
