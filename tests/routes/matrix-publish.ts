import type { AwardIds } from "#tests/support/app-awards";
import type { World } from "#tests/support/app-world";
import { HIDDEN__, NOBODY__, on, RUNS_400, RUNS_409, RUNS____, RUNS_GO_, RUNSIDLE } from "./matrix-editions";
import { act, ANYBODY__, read } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const OWNER___ = "in      ok    hid    hid      hid       hid   ok        hid            hid     ok    in";
const OWNER_GO = "ask     go    hid    hid      hid       hid   hid       hid            hid     hid   ask";

const letter = (body: string) => (ids: AwardIds) => ({ entryId: ids.entry, revision: "1", body });
const certificate =
  (end = "") =>
  ({ awards }: World): string =>
    `/certificate/${awards.published.certificate}${end}`;

/** Letters, certificates and pictures: what publishing brings. */
export const PUBLISH_ROWS: Rows = {
  "routes/awards.$editionSlug.letters": [
    on("open", "/letters", "read", RUNS____),
    on("deliberation", "/letters", "read", RUNS____),
    on("published", "/letters", "read", RUNS____),
    on("deliberation", "/letters", "draft", RUNSIDLE),
    on("judging", "/letters", "draft", RUNS_409),
    on("deliberation", "/letters", "places", RUNS_GO_, () => ({ tellsPlace: "on" })),
    on("published", "/letters", "places", RUNS_409),
    on("deliberation", "/letters", "check_all", RUNS_GO_, ({ entry }) => ({ letter: `${entry} 1` })),
    on("deliberation", "/letters", "check_all", RUNSIDLE, ({ entry }) => ({ letter: `${entry} 7` })),
    on("deliberation", "/letters", "save", RUNS_GO_, letter("Beter zo.")),
    on("deliberation", "/letters", "save", RUNS_400, letter("")),
    on("deliberation", "/letters", "save", RUNS_409, (ids) => ({ ...letter("Beter zo.")(ids), revision: "7" })),
    on("deliberation", "/letters", "check", RUNS_GO_, letter("Goed zo.")),
    on("deliberation", "/letters", "hold", RUNS_GO_, letter("Nog niet.")),
    on("deliberation", "/letters", "check", NOBODY__, () => ({ entryId: "nergens", revision: "1", body: "x" })),
    on("published", "/letters", "check", RUNS_409, letter("Te laat.")),
    on("published", "/letters", "send", RUNSIDLE),
    on("deliberation", "/letters", "send", RUNS_409),
    on("deliberation", "/letters", "nonsense", RUNS_400),
  ],
  "routes/awards.$editionSlug.certificates": [
    on("deliberation", "/certificates", "read", RUNS____),
    on("published", "/certificates", "read", RUNS____),
  ],
  "routes/awards.$editionSlug.certificates[.]pdf": [
    on("published", "/certificates.pdf", "read", RUNS____),
    on("deliberation", "/certificates.pdf", "read", NOBODY__),
  ],
  "routes/certificate.$code._index": [
    read(certificate(), ANYBODY__, "whoever has the code"),
    read("/certificate/00000-00000-00000-00000", HIDDEN__, "a code of nobody"),
    read("/certificate/nergens", HIDDEN__, "no code at all"),
  ],
  "routes/certificate.$code[.]pdf": [read(certificate(".pdf"), OWNER___), read("/certificate/00000-00000-00000-00000.pdf", NOBODY__)],
  "routes/awards.$editionSlug.picture[.]png": [
    on("open", "/picture.png", "read", ANYBODY__),
    on("published", "/picture.png?lang=fr", "read", ANYBODY__),
    read("/awards/nergens/picture.png", HIDDEN__),
  ],
  "routes/awards.$editionSlug.winners[.]png": [
    on("published", "/winners.png", "read", ANYBODY__),
    on("deliberation", "/winners.png", "read", HIDDEN__),
  ],
  "routes/awards.winners[.]atom": [read("/awards/winners.atom", ANYBODY__)],
  "routes/awards.$editionSlug.winners[.]csv": [
    on("published", "/winners.csv", "read", ANYBODY__),
    on("deliberation", "/winners.csv", "read", HIDDEN__),
  ],
  "routes/awards.$editionSlug.winners[.]json": [
    on("published", "/winners.json", "read", ANYBODY__),
    on("deliberation", "/winners.json", "read", HIDDEN__),
  ],
  "routes/ideas.$ideaId.picture[.]png": [
    read(({ ideas }) => `/ideas/${ideas.public.id}/picture.png`, ANYBODY__, "public"),
    ...(["team", "campus", "hidden", "archived"] as const).map((rung) =>
      read(({ ideas }) => `/ideas/${ideas[rung].id}/picture.png`, HIDDEN__, rung),
    ),
  ],
};

/** What a person does with their own certificate, on the page of their entry. */
export const CERTIFICATE_ACTS: readonly Row[] = [
  ...(["hide_name", "show_name"] as const).map((name) =>
    act(({ awards: { published } }) => `/awards/${published.slug}/entry/${published.entry}`, name, OWNER_GO, {
      fields: ({ awards }) => ({ code: awards.published.certificate }),
    }),
  ),
];
