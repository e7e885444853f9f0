import type { AwardIds } from "#tests/support/app-awards";
import type { World } from "#tests/support/app-world";
import { act, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

type Phase = Exclude<keyof World["awards"], "votes">;
type Fields = Readonly<Record<string, string>>;

const at =
  (phase: Phase, below: (ids: AwardIds) => string) =>
  ({ awards }: World): string =>
    `/awards/${awards[phase].slug}${below(awards[phase])}`;

const file = ({ file: id }: AwardIds): string => `/file/${id}`;
const blind = (): string => "/blind?index";
const copy = ({ entry }: AwardIds): string => `/blind/${entry}`;
const round = (value: string) => ({ fields: (): Fields => ({ round: "1", blind: value }) });
const redacted = (version: string, more: Fields = {}) => ({
  fields: (): Fields => ({ version, revision: "0", "text.title": "Zonder namen", ...more }),
});

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const HELD____ = "in      ok    ok     hid      ok        hid   ok        hid            hid     ok    in";
const DRAFT___ = "in      ok    ok     hid      hid       hid   hid       hid            hid     hid   in";
const NOBODY__ = "in      hid   hid    hid      hid       hid   hid       hid            hid     hid   in";
const RUNS____ = "in      hid   hid    hid      hid       hid   ok        hid            hid     ok    in";
const RUNS_GO_ = "ask     hid   hid    hid      hid       hid   go        hid            hid     go    ask";
const RUNS_409 = "ask     hid   hid    hid      hid       hid   409       hid            hid     409   ask";
const RUNS_400 = "ask     hid   hid    hid      hid       hid   400       hid            hid     400   ask";
const HIDDEN_F = "ask     hid   hid    hid      hid       hid   hid       hid            hid     hid   ask";

/** Files of entries, and what jurors of blind rounds read. */
export const FILE_ROWS: Rows = {
  "routes/awards.$editionSlug.file.$fileId": [
    read(at("judging", file), HELD____, "judging"),
    read(at("published", file), HELD____, "published"),
    read(at("open", file), DRAFT___, "open"),
    read(({ awards }) => `/awards/${awards.open.slug}/file/${awards.judging.file}`, NOBODY__, "of another edition"),
  ],
  "routes/awards.$editionSlug.blind._index": [
    read(
      at("open", () => "/blind"),
      RUNS____,
      "open",
    ),
    read(
      at("published", () => "/blind"),
      RUNS____,
      "published",
    ),
    act(at("open", blind), "", RUNS_GO_, { note: "open", ...round("on") }),
    act(at("judging", blind), "", RUNS_GO_, { note: "judging", ...round("on") }),
    act(at("deliberation", blind), "", RUNS_409, { note: "deliberation", ...round("on") }),
    act(at("published", blind), "", RUNS_409, { note: "published", ...round("on") }),
    act(at("open", blind), "", RUNS_400, { note: "open", ...round("misschien") }),
  ],
  "routes/awards.$editionSlug.blind.$entryId": [
    read(at("judging", copy), RUNS____, "judging"),
    read(at("published", copy), RUNS____, "published"),
    read(at("open", copy), NOBODY__, "a draft"),
    act(at("judging", copy), "keep", RUNS_GO_, { note: "judging", ...redacted("1", { "verdict.q1": "keep" }) }),
    act(at("judging", copy), "next", RUNS_GO_, { note: "judging", ...redacted("1") }),
    act(at("judging", copy), "keep", RUNS_409, { note: "judging", ...redacted("2") }),
    act(at("judging", copy), "keep", RUNS_400, { note: "judging", ...redacted("een") }),
    act(at("judging", copy), "keep", RUNS_400, { note: "judging", ...redacted("1", { "text.title": "" }) }),
    act(at("judging", copy), "keep", RUNS_400, { note: "judging", ...redacted("1", { "verdict.q1": "replace" }) }),
    act(at("published", copy), "keep", RUNS_409, { note: "published", ...redacted("1") }),
    act(at("open", copy), "keep", HIDDEN_F, { note: "a draft", ...redacted("1") }),
  ],
};
