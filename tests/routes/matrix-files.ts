import type { AwardIds } from "#tests/support/app-awards";
import { NOBODY__, on, RUNS_400, RUNS_409, RUNS____, RUNS_GO_ } from "./matrix-editions";
import type { Fields } from "./matrix-editions";
import { read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const file = ({ file: id }: AwardIds): string => `/file/${id}`;
const blind = "/blind?index";
const copy = ({ entry }: AwardIds): string => `/blind/${entry}`;
const round = (value: string) => (): Fields => ({ round: "1", blind: value });
const redacted =
  (version: string, more: Fields = {}) =>
  (): Fields => ({ version, revision: "0", "text.title": "Zonder namen", ...more });

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const HELD____ = "in      ok    ok     hid      ok        hid   ok        hid            hid     ok    in";
const DRAFT___ = "in      ok    ok     hid      hid       hid   hid       hid            hid     hid   in";

/** Files of entries, and what jurors of blind rounds read. */
export const FILE_ROWS: Rows = {
  "routes/awards.$editionSlug.file.$fileId": [
    on("judging", file, "read", HELD____),
    on("published", file, "read", HELD____),
    on("open", file, "read", DRAFT___),
    read(({ awards }) => `/awards/${awards.open.slug}/file/${awards.judging.file}`, NOBODY__, "of another edition"),
  ],
  "routes/awards.$editionSlug.blind._index": [
    on("open", "/blind", "read", RUNS____),
    on("published", "/blind", "read", RUNS____),
    on("open", blind, "", RUNS_GO_, round("on")),
    on("judging", blind, "", RUNS_GO_, round("on")),
    on("deliberation", blind, "", RUNS_409, round("on")),
    on("published", blind, "", RUNS_409, round("on")),
    on("open", blind, "", RUNS_400, round("misschien")),
  ],
  "routes/awards.$editionSlug.blind.$entryId": [
    on("judging", copy, "read", RUNS____),
    on("published", copy, "read", RUNS____),
    on("open", copy, "read", NOBODY__),
    on("judging", copy, "keep", RUNS_GO_, redacted("1", { "verdict.q1": "keep" })),
    on("judging", copy, "next", RUNS_GO_, redacted("1")),
    on("judging", copy, "keep", RUNS_409, redacted("2")),
    on("judging", copy, "keep", RUNS_400, redacted("een")),
    on("judging", copy, "keep", RUNS_400, redacted("1", { "text.title": "" })),
    on("judging", copy, "keep", RUNS_400, redacted("1", { "verdict.q1": "replace" })),
    on("published", copy, "keep", RUNS_409, redacted("1")),
    on("open", copy, "keep", NOBODY__, redacted("1")),
  ],
};
