import type { AwardIds } from "#tests/support/app-awards";
import type { World } from "#tests/support/app-world";
import { NOBODY__, on, RUNS_400, RUNS_409, RUNS____, RUNS_GO_ } from "./matrix-editions";
import type { Fields } from "./matrix-editions";
import { act, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const ORGANISERS = "in     hid   hid    hid      hid       hid   ok        ok             hid     ok    in";
const BEGINS_GO_ = "ask    hid   hid    hid      hid       hid   go        no             hid     go    ask";
const BEGINS_400 = "ask    hid   hid    hid      hid       hid   400       400            hid     400   ask";

const words = (name: string, text: string): Fields => Object.fromEntries(["nl", "fr", "en"].map((locale) => [`${name}.${locale}`, text]));

const begun = ({ campus }: World): Fields => ({
  ...words("name", "Nieuwe editie"),
  ...words("theme", "Water"),
  slug: "nieuw-2027",
  campusId: campus.id,
  ceremonyDay: "2027-05-20",
  jurorsPerEntry: "3",
  rubric: "pupils",
  "categories[0].name.nl": "Leerlingen",
});

const criterion: Fields = {
  ...words("name", "Klanten"),
  ...words("question", "Wie betaalt?"),
  counted: "on",
  ...words("levels[0].label", "niemand"),
  ...words("levels[0].evidence", "Er is niemand gevraagd."),
  ...words("levels[1].label", "iemand"),
  ...words("levels[1].evidence", "Iemand heeft betaald."),
};

const growth =
  (rung: keyof World["ideas"]) =>
  ({ ideas }: World): string =>
    `/ideas/${ideas[rung].id}/growth`;
const LOOK = { rubric: "library:startup" };
const details = "/details";
const rubrics = "/rubrics";
const library = "/rubrics/library";
const rubric = ({ rubric: id }: AwardIds): string => `/rubrics/${id}`;

/** Pages on which an organiser makes an edition and its rubrics. */
export const RUBRIC_ROWS: Rows = {
  "routes/ideas.$ideaId.growth": [
    read(growth("campus"), "in ok ok hid hid ok hid hid hid hid in", "with a coach"),
    read(growth("team"), "in ok ok hid hid hid hid hid hid hid in", "without a coach"),
    read(growth("archived"), "in ok ok hid hid hid hid hid hid hid in", "archived"),
    act(growth("campus"), "assess", "ask go go hid hid go hid hid hid hid ask", { fields: () => ({ ...LOOK, "level.need": "2" }) }),
    act(growth("campus"), "assess", "ask 400 400 hid hid 400 hid hid hid hid ask", { note: "without a level", fields: () => LOOK }),
    act(growth("campus"), "assess", "ask 400 400 hid hid 400 hid hid hid hid ask", {
      note: "no such rubric",
      fields: () => ({ rubric: "library:nothing" }),
    }),
    act(growth("archived"), "assess", "ask 409 409 hid hid hid hid hid hid hid ask", {
      note: "archived",
      fields: () => ({ ...LOOK, "level.need": "2" }),
    }),
    act(growth("campus"), "take_back", "ask go no hid hid no hid hid hid hid ask", { fields: ({ growth: { owners: id } }) => ({ id }) }),
    act(growth("campus"), "put_back", "ask 409 no hid hid no hid hid hid hid ask", { fields: ({ growth: { owners: id } }) => ({ id }) }),
    act(growth("campus"), "unhide", "ask no no hid hid no hid hid hid hid ask", { fields: ({ growth: { coachs: id } }) => ({ id }) }),
    act(growth("campus"), "nonsense", "ask 400 400 hid hid 400 hid hid hid hid ask"),
  ],
  "routes/awards.new": [
    read("/awards/new", ORGANISERS),
    act("/awards/new", "", BEGINS_GO_, { fields: begun }),
    act("/awards/new", "", BEGINS_400, { note: "too soon", fields: (world) => ({ ...begun(world), ceremonyDay: "2026-11-23" }) }),
  ],
  "routes/awards.$editionSlug.details": [
    on("open", details, "read", RUNS____),
    on("published", details, "read", RUNS____),
    on("open", details, "edit", RUNS_GO_, () => ({ ...words("name", "Anders"), ...words("theme", "Lucht"), jurorsPerEntry: "2" })),
    on("open", details, "add", RUNS_GO_, () => words("name", "Werkzoekenden")),
    on("open", details, "save:een", RUNS_GO_, () => ({ code: "een", ...words("name", "Eerste") })),
    on("open", details, "up", RUNS_GO_, () => ({ code: "een" })),
    on("open", details, "down", RUNS_GO_, () => ({ code: "een" })),
    on("open", details, "remove", RUNS_409, () => ({ code: "een" })),
    on("published", details, "add", RUNS_409, () => words("name", "Werkzoekenden")),
    on("open", details, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.rubrics._index": [
    on("open", rubrics, "read", RUNS____),
    on("published", rubrics, "read", RUNS____),
    on("open", rubrics, "choose", RUNS_GO_, (ids) => ({ "rubric.1.een": ids.rubric })),
    on("open", rubrics, "drop", RUNS_409, (ids) => ({ id: ids.rubric })),
    on("published", rubrics, "choose", RUNS_409, (ids) => ({ "rubric.1.een": ids.rubric })),
    on("open", rubrics, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.rubrics.library": [
    on("open", library, "read", RUNS____),
    on("open", library, "take", RUNS_GO_, () => ({ from: "library:startup" })),
    on("open", library, "take", NOBODY__, () => ({ from: "library:nothing" })),
    on("open", library, "take", RUNS_400, () => ({ from: "nothing" })),
    on("published", library, "take", RUNS_409, () => ({ from: "library:startup" })),
  ],
  "routes/awards.$editionSlug.rubrics.$versionId": [
    on("open", rubric, "read", RUNS____),
    on("published", rubric, "read", RUNS____),
    on("open", "/rubrics/nothing", "read", NOBODY__),
    on("open", rubric, "rename", RUNS_GO_, () => words("name", "Ons rooster")),
    on("open", rubric, "criterion:new", RUNS_GO_, () => criterion),
    on("deliberation", rubric, "criterion:need", RUNS_GO_, () => criterion),
    on("open", rubric, "weights", RUNS_GO_, () => ({ "weight.need": "100" })),
    on("open", rubric, "weights", RUNS_400, () => ({ "weight.need": "90" })),
    on("open", rubric, "weights_even", RUNS_GO_),
    on("open", rubric, "weights_rest", RUNS_GO_, () => ({ "weight.need": "90", rest: "need" })),
    on("open", rubric, "up", RUNS_GO_, () => ({ code: "need" })),
    on("open", rubric, "down", RUNS_GO_, () => ({ code: "need" })),
    on("open", rubric, "remove", RUNS_400, () => ({ code: "need" })),
    on("published", rubric, "rename", RUNS_409, () => words("name", "Ons rooster")),
    on("open", rubric, "nonsense", RUNS_400),
  ],
};
