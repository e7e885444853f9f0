import type { VoteIds } from "#tests/support/app-vote";
import type { World } from "#tests/support/app-world";
import { at, HIDDEN__, NOBODY__, on as inPhase, RUNS_400, RUNS_409, RUNS____, RUNS_GO_, RUNSIDLE } from "./matrix-editions";
import type { Fields } from "./matrix-editions";
import { act, ANYBODY__, read } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

type Where = "deliberation" | "published";
const on = (where: Where, below: string, name: string, expected: string, fields?: (votes: VoteIds) => Fields): Row =>
  inPhase(where, below, name, expected, fields && ((_, { awards }) => fields(awards.votes[where])));

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const VOTES_GO = "ask     go    go     go       go        go    go        go             go      go    ask";
const ANYGO___ = "go      go    go     go       go        go    go        go             go      go    go";
const ANYIDLE_ = "idle    idle  idle   idle     idle      idle  idle      idle           idle    idle  idle";
const all = (status: string): string => ANYBODY__.replaceAll("ok", status);

const byCode = ({ byCode: voteId }: VoteIds): Fields => ({ voteId });
const byAccount = ({ byAccount: voteId }: VoteIds): Fields => ({ voteId });
const made = ({ entries }: VoteIds): Fields => ({
  kind: "ranked",
  places: "2",
  electorate: "codes",
  "entryIds[0]": entries[0] ?? "",
  "entryIds[1]": entries[1] ?? "",
});
const start = (): Fields => ({ itemId: "", step: "0" });
const away = (): Fields => ({ itemId: "nergens", step: "0" });
const gone = (): Fields => ({ id: "nergens" });
const added = (): Fields => ({ what: "break", minutes: "10", words: "Muziek" });
const casting = (
  path: (world: World) => string,
  voteId: (votes: VoteIds) => string,
  where: Where,
  expected: string,
  choice?: string,
): Row => ({
  act: "",
  note: `${where} ${choice ?? "a ballot"}`,
  expected,
  path,
  fields: ({ awards }) => ({ intent: `cast:${voteId(awards.votes[where])}`, choice1: choice ?? awards.votes[where].entries[1] ?? "" }),
});
const codePath =
  (where: Where) =>
  ({ awards }: World): string =>
    `/vote/${awards.votes[where].code}`;

const presses = (below: string): Row[] => [
  on("deliberation", below, "start", RUNS_GO_),
  on("published", below, "start", RUNS_409),
  on("published", below, "next", RUNS_GO_, start),
  on("published", below, "next", RUNSIDLE, away),
  on("published", below, "next", RUNS_400),
  on("deliberation", below, "next", RUNS_409, start),
  on("published", below, "back", RUNSIDLE, start),
  on("published", below, "black", RUNS_GO_),
  on("published", below, "light", RUNS_GO_),
  on("published", below, "restart", RUNS_409),
  on("published", below, "more", RUNS_409),
  on("published", below, "end", RUNS_GO_),
  on("deliberation", below, "end", RUNS_409),
  on("published", below, "nonsense", RUNS_400),
];

/** Votes of the public, and the ceremony. */
export const VOTE_ROWS: Rows = {
  "routes/vote._index": [
    act("/vote", "", ANYIDLE_, { note: "a code", fields: ({ awards }) => ({ code: awards.votes.published.code.toLowerCase() }) }),
    act("/vote", "", all("400"), { note: "no code", fields: () => ({ code: "22222222222A" }) }),
  ],
  "routes/vote.$code": [
    read(codePath("published"), ANYBODY__, "open"),
    read(codePath("deliberation"), ANYBODY__, "not open yet"),
    read("/vote/22222222222A", HIDDEN__, "no such code"),
    casting(codePath("published"), ({ byCode: id }) => id, "published", ANYGO___),
    casting(codePath("published"), ({ byCode: id }) => id, "published", all("400"), "nergens"),
    casting(codePath("deliberation"), ({ byCode: id }) => id, "deliberation", all("409")),
    casting(
      () => "/vote/22222222222A",
      () => "x",
      "published",
      HIDDEN__,
      "no such code",
    ),
  ],
  "routes/awards.$editionSlug.vote": [
    on("deliberation", "/vote", "read", ANYBODY__),
    read("/awards/proef-open/vote", ANYBODY__, "no votes"),
    read("/awards/nergens/vote", HIDDEN__, "no such edition"),
    casting(at("deliberation", "/vote"), ({ byAccount: id }) => id, "deliberation", VOTES_GO),
    casting(at("published", "/vote"), ({ byCode: id }) => id, "published", VOTES_GO.replaceAll("go", "hid")),
  ],
  "routes/awards.$editionSlug.votes": [
    on("deliberation", "/votes", "read", RUNS____),
    on("published", "/votes", "make", RUNS_GO_, made),
    on("published", "/votes", "make", RUNS_400, (votes) => ({ ...made(votes), "entryIds[1]": "" })),
    on("deliberation", "/votes", "make", RUNS_409, made),
    on("deliberation", "/votes", "open", RUNS_GO_, (votes) => ({ ...byCode(votes), minutes: "5" })),
    on("deliberation", "/votes", "open", RUNS_400, (votes) => ({ ...byCode(votes), minutes: "0" })),
    on("deliberation", "/votes", "open", NOBODY__, () => ({ voteId: "nergens", minutes: "5" })),
    on("deliberation", "/votes", "close", RUNS_GO_, byAccount),
    on("deliberation", "/votes", "close", RUNSIDLE, byCode),
    on("deliberation", "/votes", "reveal", RUNS_409, byAccount),
    on("deliberation", "/votes", "drop", RUNS_GO_, byCode),
    on("deliberation", "/votes", "drop", RUNS_409, byAccount),
    on("deliberation", "/votes", "drop_codes", RUNS_GO_, byCode),
    on("published", "/votes", "drop_codes", RUNS_409, byCode),
    on("deliberation", "/votes", "nonsense", RUNS_400, byCode),
  ],
  "routes/awards.$editionSlug.codes": [
    on("deliberation", "/codes", "", RUNS_GO_, (votes) => ({ ...byCode(votes), count: "2" })),
    on("deliberation", "/codes", "", RUNSIDLE, (votes) => ({ ...byCode(votes), count: "0" })),
    on("deliberation", "/codes", "", RUNSIDLE, (votes) => ({ ...byAccount(votes), count: "2" })),
  ],
  "routes/awards.$editionSlug.events": [
    on("published", "/events", "read", ANYBODY__),
    read("/awards/nergens/events", HIDDEN__, "no such edition"),
  ],
  "routes/awards.$editionSlug.stage": [
    on("published", "/stage", "read", ANYBODY__),
    read("/awards/nergens/stage", HIDDEN__, "no such edition"),
  ],
  "routes/awards.$editionSlug.live": [on("published", "/live", "read", ANYBODY__), on("deliberation", "/live", "read", ANYBODY__)],
  "routes/awards.$editionSlug.show": [on("published", "/show", "read", RUNS____), ...presses("/show")],
  "routes/awards.$editionSlug.beamer": [
    on("published", "/beamer", "read", RUNS____),
    on("deliberation", "/beamer", "read", RUNS____),
    ...presses("/beamer"),
  ],
  "routes/awards.$editionSlug.ceremony": [
    on("published", "/ceremony", "read", RUNS____),
    inPhase("open", "/ceremony", "read", RUNS____),
    inPhase("open", "/ceremony", "make", RUNS_GO_),
    on("deliberation", "/ceremony", "make", RUNS_409),
    on("deliberation", "/ceremony", "add", RUNS_GO_, added),
    on("deliberation", "/ceremony", "add", RUNS_400, () => ({ ...added(), minutes: "0" })),
    on("deliberation", "/ceremony", "save:nergens", NOBODY__, () => ({ id: "nergens", minutes: "3", words: "" })),
    on("deliberation", "/ceremony", "up", NOBODY__, gone),
    on("deliberation", "/ceremony", "down", NOBODY__, gone),
    on("deliberation", "/ceremony", "remove", NOBODY__, gone),
    on("deliberation", "/ceremony", "draw", RUNS_GO_),
    on("deliberation", "/ceremony", "publishes", RUNS_GO_, () => ({ on: "on" })),
    inPhase("judging", "/ceremony", "lock", RUNS_GO_, () => ({ from: "judging" })),
    on("deliberation", "/ceremony", "lock", RUNS_409, () => ({ from: "judging" })),
    on("published", "/ceremony", "rewind", RUNS_GO_),
    on("deliberation", "/ceremony", "rewind", RUNS_409),
    ...presses("/ceremony"),
  ],
};
