import type { AwardIds } from "#tests/support/app-awards";
import type { World } from "#tests/support/app-world";
import { act, read } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

type Phase = Exclude<keyof World["awards"], "votes">;
type Fields = Readonly<Record<string, string>>;

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const ORGANISERS = "in     hid   hid    hid      hid       hid   ok        ok             hid     ok    in";
const BEGINS_GO_ = "ask    hid   hid    hid      hid       hid   go        no             hid     go    ask";
const BEGINS_400 = "ask    hid   hid    hid      hid       hid   400       400            hid     400   ask";
const RUNS_READ_ = "in     hid   hid    hid      hid       hid   ok        hid            hid     ok    in";
const RUNS_GO___ = "ask    hid   hid    hid      hid       hid   go        hid            hid     go    ask";
const RUNS_400__ = "ask    hid   hid    hid      hid       hid   400       hid            hid     400   ask";
const RUNS_409__ = "ask    hid   hid    hid      hid       hid   409       hid            hid     409   ask";
const HIDDEN____ = "ask    hid   hid    hid      hid       hid   hid       hid            hid     hid   ask";
const HIDDEN_PAG = "in     hid   hid    hid      hid       hid   hid       hid            hid     hid   in";

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

/** One act on a page below an edition that is in a phase. */
const on = (
  phase: Phase,
  below: (ids: AwardIds) => string,
  name: string,
  expected: string,
  fields: (ids: AwardIds) => Fields = () => ({}),
): Row => {
  const path = ({ awards }: World): string => `/awards/${awards[phase].slug}${below(awards[phase])}`;
  return name === "read"
    ? read(path, expected, phase)
    : act(path, name, expected, { note: phase, fields: ({ awards }) => fields(awards[phase]) });
};

const growth =
  (rung: keyof World["ideas"]) =>
  ({ ideas }: World): string =>
    `/ideas/${ideas[rung].id}/growth`;
const LOOK = { rubric: "library:startup" };
const details = (): string => "/details";
const rubrics = (): string => "/rubrics";
const library = (): string => "/rubrics/library";
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
    on("open", details, "read", RUNS_READ_),
    on("published", details, "read", RUNS_READ_),
    on("open", details, "edit", RUNS_GO___, () => ({ ...words("name", "Anders"), ...words("theme", "Lucht"), jurorsPerEntry: "2" })),
    on("open", details, "add", RUNS_GO___, () => words("name", "Werkzoekenden")),
    on("open", details, "save:een", RUNS_GO___, () => ({ code: "een", ...words("name", "Eerste") })),
    on("open", details, "up", RUNS_GO___, () => ({ code: "een" })),
    on("open", details, "down", RUNS_GO___, () => ({ code: "een" })),
    on("open", details, "remove", RUNS_409__, () => ({ code: "een" })),
    on("published", details, "add", RUNS_409__, () => words("name", "Werkzoekenden")),
    on("open", details, "nonsense", RUNS_400__),
  ],
  "routes/awards.$editionSlug.rubrics._index": [
    on("open", rubrics, "read", RUNS_READ_),
    on("published", rubrics, "read", RUNS_READ_),
    on("open", rubrics, "choose", RUNS_GO___, (ids) => ({ "rubric.1.een": ids.rubric })),
    on("open", rubrics, "drop", RUNS_409__, (ids) => ({ id: ids.rubric })),
    on("published", rubrics, "choose", RUNS_409__, (ids) => ({ "rubric.1.een": ids.rubric })),
    on("open", rubrics, "nonsense", RUNS_400__),
  ],
  "routes/awards.$editionSlug.rubrics.library": [
    on("open", library, "read", RUNS_READ_),
    on("open", library, "take", RUNS_GO___, () => ({ from: "library:startup" })),
    on("open", library, "take", HIDDEN____, () => ({ from: "library:nothing" })),
    on("open", library, "take", RUNS_400__, () => ({ from: "nothing" })),
    on("published", library, "take", RUNS_409__, () => ({ from: "library:startup" })),
  ],
  "routes/awards.$editionSlug.rubrics.$versionId": [
    on("open", rubric, "read", RUNS_READ_),
    on("published", rubric, "read", RUNS_READ_),
    on("open", () => "/rubrics/nothing", "read", HIDDEN_PAG),
    on("open", rubric, "rename", RUNS_GO___, () => words("name", "Ons rooster")),
    on("open", rubric, "criterion:new", RUNS_GO___, () => criterion),
    on("deliberation", rubric, "criterion:need", RUNS_GO___, () => criterion),
    on("open", rubric, "weights", RUNS_GO___, () => ({ "weight.need": "100" })),
    on("open", rubric, "weights", RUNS_400__, () => ({ "weight.need": "90" })),
    on("open", rubric, "weights_even", RUNS_GO___),
    on("open", rubric, "weights_rest", RUNS_GO___, () => ({ "weight.need": "90", rest: "need" })),
    on("open", rubric, "up", RUNS_GO___, () => ({ code: "need" })),
    on("open", rubric, "down", RUNS_GO___, () => ({ code: "need" })),
    on("open", rubric, "remove", RUNS_400__, () => ({ code: "need" })),
    on("published", rubric, "rename", RUNS_409__, () => words("name", "Ons rooster")),
    on("open", rubric, "nonsense", RUNS_400__),
  ],
};
