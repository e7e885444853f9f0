import type { AwardIds } from "#tests/support/app-awards";
import type { World } from "#tests/support/app-world";
import { NOBODY__, on, RUNS_400, RUNS_409, RUNS____, RUNS_GO_ } from "./matrix-editions";
import type { Rows } from "./matrix-rows";

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const ROOM____ = "in      hid   hid    hid      ok        hid   ok        hid            hid     ok    in";
const LEADS_GO = "ask     hid   hid    hid      no        hid   go        hid            hid     go    ask";
const ROOM_GO_ = "ask     hid   hid    hid      go        hid   go        hid            hid     go    ask";
const LEADS409 = "ask     hid   hid    hid      no        hid   409       hid            hid     409   ask";
const ROOM_409 = "ask     hid   hid    hid      409       hid   409       hid            hid     409   ask";
const ROOM_400 = "ask     hid   hid    hid      400       hid   400       hid            hid     400   ask";

const note = ({ entry: entryId }: AwardIds) => ({ entryId, body: "Goed gemeten." });
const proposal = ({ entry: entryId }: AwardIds) => ({ entryId, place: "2", citation: "" });
const entry = ({ entry: id }: AwardIds) => ({ id });
const juror = (_: AwardIds, { people }: World) => ({ id: people.elsewhere.personId ?? "", present: "yes" });

/** The deliberation of the jury and its minutes. */
export const COUNCIL_ROWS: Rows = {
  "routes/awards.$editionSlug.council": [
    on("deliberation", "/council", "read", ROOM____),
    on("published", "/council", "read", ROOM____),
    on("judging", "/council", "read", RUNS____),
    on("deliberation", "/council", "note", ROOM_GO_, note),
    on("deliberation", "/council", "note", ROOM_400, ({ entry: entryId }) => ({ entryId, body: " " })),
    on("published", "/council", "note", ROOM_409, note),
    on("deliberation", "/council", "propose", LEADS_GO, proposal),
    on("published", "/council", "propose", LEADS409, proposal),
    on("deliberation", "/council", "discuss", LEADS_GO, entry),
    on("deliberation", "/council", "presence", LEADS_GO, juror),
    on("deliberation", "/council", "chair", LEADS_GO, () => ({ id: "" })),
    on("deliberation", "/council", "vote", NOBODY__, () => ({ id: "nergens", choice: "for" })),
    ...["open", "close", "withdraw", "remove"].map((act) => on("deliberation", "/council", act, NOBODY__, () => ({ id: "nergens" }))),
    on("deliberation", "/council", "nonsense", ROOM_400, () => ({ id: "nergens" })),
  ],
  "routes/awards.$editionSlug.minutes": [
    on("deliberation", "/minutes", "read", RUNS____),
    on("published", "/minutes", "read", RUNS____),
    on("deliberation", "/minutes", "closing", RUNS_GO_, () => ({ closing: "Dank." })),
    on("published", "/minutes", "closing", RUNS_409, () => ({ closing: "Dank." })),
    on("deliberation", "/minutes", "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.minutes[.]pdf": [
    on("deliberation", "/minutes.pdf", "read", RUNS____),
    on("published", "/minutes.pdf", "read", RUNS____),
  ],
  "routes/awards.$editionSlug.result[.]xlsx": [
    on("deliberation", "/result.xlsx", "read", RUNS____),
    on("open", "/result.xlsx", "read", RUNS____),
  ],
};
