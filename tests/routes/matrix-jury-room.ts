import type { AwardIds } from "#tests/support/app-awards";
import { JUROR409, JUROR___, NOBODY__, on, RUNS_400, RUNS_409, RUNS____, RUNS_GO_ } from "./matrix-editions";
import type { Below, Fields, Phase } from "./matrix-editions";
import type { Rows } from "./matrix-rows";

const look = (phase: Phase, below: Below, expected: string) => on(phase, below, "read", expected);
const does = (phase: Phase, below: Below, intent: string, expected: string, fields: Fields = {}) =>
  on(phase, below, intent, expected, () => fields);

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const PRINTS__ = "in      hid   hid    hid      ok        hid   ok        hid            hid     ok    in";

const compare = "/jury/compare";
const board = "/board";
const papers = "/papers";
const paper = ({ assignment }: AwardIds): string => `/papers/${assignment}`;
const typed = { revision: "0", "level.need": "2", feedback: "", juryNote: "" };

/** Paper sheets, comparing and the board of the jury. */
export const JURY_ROOM_ROWS: Rows = {
  "routes/awards.$editionSlug.papers._index": [
    look("judging", papers, RUNS____),
    look("published", papers, RUNS____),
    look("open", papers, RUNS____),
  ],
  "routes/awards.$editionSlug.papers[.]pdf": [
    look("judging", "/papers.pdf", PRINTS__),
    look("open", "/papers.pdf", NOBODY__),
    look("judging", "/papers.pdf?juror=nergens", "in hid hid hid ok hid hid hid hid hid in"),
  ],
  "routes/awards.$editionSlug.papers.$assignmentId": [
    look("judging", paper, RUNS____),
    look("published", paper, RUNS____),
    does("judging", paper, "type", RUNS_GO_, typed),
    does("judging", paper, "type", RUNS_400, { ...typed, "level.need": "1" }),
    does("judging", paper, "settle", RUNS_409, { revision: "0" }),
    does("judging", paper, "drop", RUNS_409, { revision: "0" }),
    does("published", paper, "type", RUNS_409, typed),
    does("judging", paper, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.board": [
    look("judging", board, RUNS____),
    look("open", board, RUNS____),
    look("published", board, RUNS____),
    look("judging", ({ entry }) => `/board?show=wide&entry=${entry}`, RUNS____),
    on("judging", board, "nudge", RUNS_GO_, (_, { people }) => ({ id: people.elsewhere.personId ?? "" })),
    does("judging", board, "nudge_all", RUNS_GO_),
    does("open", board, "nudge_all", RUNS_409),
    does("judging", board, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.jury.compare": [
    look("judging", compare, JUROR___),
    look("deliberation", compare, NOBODY__),
    does("judging", compare, "compare", JUROR409, { oneId: "nergens", otherId: "nergens", better: "one" }),
    does("judging", compare, "undo", JUROR409, { oneId: "nergens", otherId: "nergens" }),
    does("judging", compare, "nonsense", "in hid hid hid 400 hid hid hid hid hid in"),
  ],
};
