import type { AwardIds } from "#tests/support/app-awards";
import type { World } from "#tests/support/app-world";
import { HIDDEN__, JUROR409, JUROR___, NOBODY__, on, RUNS_400, RUNS_409, RUNS____, RUNS_GO_ } from "./matrix-editions";
import type { Fields } from "./matrix-editions";
import { CERTIFICATE_ACTS } from "./matrix-publish";
import { ANYBODY__, PERSONAL_, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const ASKED___ = "in  hid hid hid hid hid hid hid hid hid in";
//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const TEAM____ = "in      ok    ok     hid      hid       hid   hid       hid            hid     hid   in";
const TEAM_GO_ = "in      go    go     hid      hid       hid   hid       hid            hid     hid   in";
const TEAM_409 = "in      409   409    hid      hid       hid   hid       hid            hid     hid   in";
const JUROR_GO = "in      hid   hid    hid      go        hid   hid       hid            hid     hid   in";

const entry = ({ entry: id }: AwardIds): string => `/entry/${id}`;
const sheet = ({ assignment }: AwardIds): string => `/jury/${assignment}`;
const jury = "/jury";
const manage = "/manage";
const phases = "/phases";
const panel = "/panel";
const planOf = ({ plan }: AwardIds): Fields => ({ id: plan, revision: "1" });
const pairOf = (ids: AwardIds, world: World): Fields => ({ ...planOf(ids), entryId: ids.entry, jurorId: jurorOf(world) });
const brought = (_: AwardIds, world: World): Fields => ({ personId: jurorOf(world), languages: "nl", most: "5" });
const days = { firstDay: "2026-12-01", lastDay: "2026-12-02" };
const result = "/result";
const form = "/form";
const question = (): Fields => ({ kind: "text", "label.nl": "Wat kost het?", wordsMax: "50", audience: "jury" });
const entries = "/entries";
const ruling =
  (verdict: string) =>
  ({ entry: entryId }: AwardIds): Fields => ({ entryId, verdict, reason: "Zo staat het in het reglement." });
const copied = (): Fields => ({
  slug: "proef-volgend",
  ...Object.fromEntries(
    ["nl", "fr", "en"].flatMap((locale) => [
      [`name.${locale}`, "Volgende"],
      [`theme.${locale}`, "Water"],
    ]),
  ),
});
const later = "2026-12-02T09:00";

const dossier = (revision: string): Fields => ({
  revision,
  lang: "nl",
  title: "Warmtemeter",
  pitch: "Een goedkope meter.",
  problem: "Koude lokalen.",
  done: "Twaalf lokalen gemeten.",
  next: "Een kast maken.",
});
const written = (): Fields => dossier("2");
const scores = (): Fields => ({ revision: "0", "level.need": "2", note: "", feedback: "Sterk" });
const dates = (): Fields => ({
  "from.announced": "2027-01-01T09:00",
  "from.open": "2027-02-01T09:00",
  "from.judging": "2027-03-01T09:00",
  "from.deliberation": "2027-04-01T09:00",
  "from.published": "2027-05-01T09:00",
  end: "2027-06-01T09:00",
});
const jurorOf = ({ people }: World): string => people.elsewhere.personId ?? "";
const conflict = (ids: AwardIds, world: World): Fields => ({ entryId: ids.entry, jurorId: jurorOf(world) });
const prize =
  (place: string) =>
  (ids: AwardIds): Fields => ({ categoryId: ids.categoryId, entryId: ids.entry, place, citation: "" });

/** Pages of the T2-awards. */
export const AWARD_ROWS: Rows = {
  "routes/awards._index": [read("/awards", ANYBODY__)],
  "routes/awards.$editionSlug._index": [
    ...(["open", "judging", "deliberation", "published"] as const).map((phase) => on(phase, () => "", "read", ANYBODY__)),
    read("/awards/nergens", HIDDEN__, "no such edition"),
  ],
  "routes/awards.$editionSlug.winners": [
    on("published", () => "/winners", "read", ANYBODY__),
    on("deliberation", () => "/winners", "read", HIDDEN__),
  ],
  "routes/awards.$editionSlug.enter": [
    on("open", () => "/enter", "read", PERSONAL_),
    on("judging", () => "/enter", "read", PERSONAL_),
    read("/awards/nergens/enter", ASKED___, "no such edition"),
    on(
      "open",
      () => "/enter",
      "",
      "in go go no no no no no no no in",
      ({ categoryId }, { ideas }) => ({
        ideaId: ideas.public.id,
        categoryId,
      }),
    ),
    on(
      "judging",
      () => "/enter",
      "",
      "in 409 409 no no no no no no no in",
      ({ categoryId }, { ideas }) => ({
        ideaId: ideas.public.id,
        categoryId,
      }),
    ),
  ],
  "routes/awards.$editionSlug.entry.$entryId": [
    on("open", entry, "read", TEAM____),
    on("judging", entry, "read", TEAM____),
    on("published", entry, "read", TEAM____),
    on("open", entry, "autosave", TEAM_GO_, written),
    on("open", entry, "save", TEAM_GO_, written),
    on("open", entry, "submit", TEAM_GO_, written),
    on("open", entry, "remove_file:q1", TEAM_GO_, written),
    on("judging", entry, "remove_file:q1", TEAM_409, written),
    on("open", entry, "consent", TEAM_GO_),
    on("judging", entry, "take_back", TEAM_GO_),
    on("published", entry, "take_back", TEAM_409),
    on("open", entry, "withdraw", TEAM_GO_),
    on("open", entry, "conflict", "in go go hid hid hid hid hid hid hid in", conflict),
    on("open", entry, "nonsense", "in 400 400 hid hid hid hid hid hid hid in"),
    on("judging", entry, "save", TEAM_409, written),
    on("published", entry, "withdraw", TEAM_409),
    ...CERTIFICATE_ACTS,
  ],
  "routes/awards.$editionSlug.jury._index": [
    on("judging", jury, "read", JUROR___),
    on("open", jury, "read", JUROR___),
    on("judging", jury, "conflict", JUROR_GO, conflict),
    on("judging", jury, "wish", JUROR_GO, ({ entry: entryId }) => ({ entryId, ratherNot: "yes" })),
    on("judging", jury, "member", JUROR_GO, brought),
    on("judging", jury, "absence", JUROR_GO, (_, world) => ({ personId: jurorOf(world), ...days })),
    on("judging", jury, "absence_remove", NOBODY__, () => ({ id: "nergens" })),
    on("judging", jury, "undo_recuse", JUROR409, ({ assignment }) => ({ assignmentId: assignment })),
    on("judging", jury, "reason", JUROR409, ({ assignment }) => ({ assignmentId: assignment, words: "Een neef" })),
  ],
  "routes/awards.$editionSlug.jury.$assignmentId": [
    on("judging", sheet, "read", JUROR___),
    on("published", sheet, "read", JUROR___),
    on("judging", sheet, "autosave", JUROR_GO, scores),
    on("judging", sheet, "save", JUROR_GO, scores),
    on("judging", sheet, "submit", JUROR_GO, scores),
    on("judging", sheet, "recuse", JUROR_GO, () => ({ words: "Een neef" })),
    on("judging", sheet, "nonsense", "in hid hid hid 400 hid hid hid hid hid in"),
    on("deliberation", sheet, "save", JUROR409, scores),
  ],
  "routes/awards.$editionSlug.manage": [
    on("judging", manage, "read", RUNS____),
    on("published", manage, "read", RUNS____),
    on("judging", manage, "phases", RUNS_GO_, dates),
    on("published", manage, "phases", RUNS_409, dates),
    on("judging", manage, "invite_juror", RUNS_GO_, () => ({ email: "nieuw-jurylid@broeikas.test", locale: "nl" })),
    on("judging", manage, "withdraw_invite", RUNS_GO_, ({ invite }) => ({ id: invite })),
    on("judging", manage, "remove_juror", RUNS_GO_, (_, world) => ({ id: jurorOf(world) })),
    on("judging", manage, "conflict", RUNS_GO_, conflict),
    on("judging", manage, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.panel": [
    on("judging", panel, "read", RUNS____),
    on("open", panel, "read", RUNS____),
    on("published", panel, "read", RUNS____),
    on("judging", panel, "draft", "in hid hid hid hid hid idle hid hid idle in"),
    on("open", panel, "draft", RUNS_409),
    on("judging", panel, "recompute", RUNS_GO_, (ids) => ({ ...planOf(ids), goal: "sum", least: "", most: "3" })),
    on("judging", panel, "recompute", RUNS_409, (ids) => ({ ...planOf(ids), revision: "7", goal: "sum" })),
    on("judging", panel, "pin", RUNS_GO_, pairOf),
    on("judging", panel, "forbid", RUNS_GO_, pairOf),
    on("judging", panel, "release", RUNS_GO_, pairOf),
    on("judging", panel, "publish", RUNS_GO_, planOf),
    on("judging", panel, "publish", RUNS_409, (ids) => ({ ...planOf(ids), revision: "7" })),
    on("judging", panel, "drop", RUNS_GO_, planOf),
    on("judging", panel, "member", RUNS_GO_, brought),
    on("judging", panel, "absence", RUNS_GO_, (_, world) => ({ personId: jurorOf(world), ...days })),
    on("judging", panel, "absence_remove", NOBODY__, () => ({ id: "nergens" })),
    on("judging", panel, "peers", RUNS_GO_, () => ({ shown: "on" })),
    on("judging", panel, "comparing", RUNS_GO_, () => ({ on: "on" })),
    on("published", panel, "comparing", RUNS_409, () => ({ on: "on" })),
    on("judging", panel, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.form": [
    on("open", form, "read", RUNS____),
    on("published", form, "read", RUNS____),
    on("open", form, "add", RUNS_GO_, question),
    on("open", form, "add", RUNS_400, () => ({ ...question(), "label.nl": "" })),
    on("judging", form, "add", RUNS_409, question),
    on("open", form, "save:next", RUNS_GO_, () => ({ ...question(), key: "next" })),
    on("open", form, "up", RUNS_GO_, () => ({ key: "next" })),
    on("open", form, "down", RUNS_GO_, () => ({ key: "problem" })),
    on("open", form, "remove", RUNS_GO_, () => ({ key: "next" })),
    on("open", form, "remove", NOBODY__, () => ({ key: "nergens" })),
    on("open", form, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.result": [
    on("open", result, "read", RUNS____),
    on("deliberation", result, "read", RUNS____),
    on("published", result, "read", RUNS____),
    on("deliberation", result, "decide", RUNS_GO_, prize("2")),
    on("judging", result, "decide", RUNS_409, prize("2")),
    on("deliberation", result, "undo", RUNS_GO_, ({ decision }) => ({ id: decision })),
    on("published", result, "undo", RUNS_409, ({ decision }) => ({ id: decision })),
    on("deliberation", result, "publish", RUNS_GO_, () => ({ sure: "on", keepDrafts: "on" })),
    on("deliberation", result, "publish", RUNS_409, () => ({ sure: "on" })),
    on("deliberation", result, "publish", RUNS_400),
    on("judging", result, "publish", RUNS_409, () => ({ sure: "on" })),
    on("deliberation", result, "tie", RUNS_409, ({ entry: id }) => ({ id })),
    on("judging", result, "tie", RUNS_409, ({ entry: id }) => ({ id })),
    on("deliberation", result, "lot", RUNS_409, ({ entry: id }) => ({ id })),
    on("deliberation", result, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.deliberation": [
    on("judging", () => "/deliberation", "read", RUNS____),
    on("deliberation", () => "/deliberation", "read", RUNS____),
  ],
  "routes/awards.$editionSlug.result[.]csv": [
    on("deliberation", () => "/result.csv", "read", RUNS____),
    on("deliberation", () => "/result.csv?form=long", "read", RUNS____),
    on("open", () => "/result.csv", "read", RUNS____),
  ],
  "routes/awards.$editionSlug.copy": [
    on("published", () => "/copy", "read", RUNS____),
    on("published", () => "/copy", "", RUNS_GO_, copied),
    on(
      "published",
      () => "/copy",
      "",
      RUNS_400,
      () => ({ ...copied(), slug: "Nee!" }),
    ),
    on(
      "published",
      () => "/copy",
      "",
      RUNS_409,
      () => ({ ...copied(), slug: "proef-open" }),
    ),
  ],
  "routes/awards.$editionSlug.setup": [on("open", () => "/setup", "read", RUNS____), on("published", () => "/setup", "read", RUNS____)],
  "routes/awards.$editionSlug.entries": [
    on("judging", entries, "read", RUNS____),
    on("published", entries, "read", RUNS____),
    on("judging", entries, "rules", RUNS_GO_, () => ({ teamMin: "2" })),
    on("judging", entries, "rules", RUNS_400, () => ({ teamMin: "3", teamMax: "2" })),
    on("published", entries, "rules", RUNS_409, () => ({ teamMin: "2" })),
    on("judging", entries, "rule:in", RUNS_GO_, ruling("in")),
    on("judging", entries, "rule:out", RUNS_GO_, ruling("out")),
    on("judging", entries, "rule:out", RUNS_400, ({ entry: entryId }) => ({ entryId, verdict: "out" })),
    on("published", entries, "rule:out", RUNS_409, ruling("out")),
    on("open", entries, "rule:out", RUNS_409, ruling("out")),
    on("judging", entries, "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.entry.$entryId_.version.$no": [
    on("judging", ({ entry: id }) => `/entry/${id}/version/1`, "read", TEAM____),
    on("open", ({ entry: id }) => `/entry/${id}/version/1`, "read", "in hid hid hid hid hid hid hid hid hid in"),
  ],
  "routes/awards.$editionSlug.phases": [
    on("open", phases, "read", RUNS____),
    on("published", phases, "read", RUNS____),
    on("open", phases, "next", RUNS_GO_, () => ({ from: "open", sure: "on" })),
    on("open", phases, "next", RUNS_400, () => ({ from: "open" })),
    on("open", phases, "next", RUNS_409, () => ({ from: "announced", sure: "on" })),
    on("open", phases, "move_end", RUNS_GO_, () => ({ phase: "open", until: later })),
    on("open", phases, "move_end", RUNS_400, () => ({ phase: "open", until: "2020-01-01T09:00" })),
    on("published", phases, "move_end", RUNS_409, () => ({ phase: "published", until: later })),
    on("open", phases, "extend", RUNS_GO_, ({ entry: entryId }) => ({ entryId, until: later })),
    on("deliberation", phases, "extend", RUNS_409, ({ entry: entryId }) => ({ entryId, until: later })),
    on("open", phases, "grace", RUNS_GO_, () => ({ seconds: "30" })),
    on("open", phases, "grace", RUNS_400, () => ({ seconds: "9999" })),
    on("open", phases, "nonsense", RUNS_400),
  ],
};
