import { PARTS } from "./app-jury-world";
import type { Part } from "./app-jury-world";

/** What an edition goes through; `judged` is when all sheets are in, in an embargo all is decided and nothing is public yet. */
export const PHASES = ["open", "judging", "judged", "deliberation", "embargo", "published", "archived"] as const;
export type Phase = (typeof PHASES)[number];

/** Who meets something from a phase on, until a later one says otherwise. */
type Audience = Partial<Record<Phase, readonly Part[]>>;

const RUN = ["organiser", "typist"] as const;
/** Who may be in the room for the first entry, and work on it. */
const FREE = ["juror", "peer"] as const;
const TEAM: Audience = { open: ["entrant"], judging: ["entrant", ...RUN] };
const NOBODY: Audience = {};

/** Who meets each canary, and nobody else ever. */
const MEETS: Readonly<Record<string, Audience>> = {
  "entrant.name": { open: ["entrant", ...RUN] },
  "entrant.organisation": { open: ["entrant", ...RUN] },
  // Who votes must know for what; and who won shows title and pitch.
  "original.title": { ...TEAM, embargo: PARTS },
  "original.pitch": { ...TEAM, published: PARTS },
  "original.description": TEAM,
  "original.problem": TEAM,
  "original.answer": TEAM,
  "original.link": TEAM,
  "original.forOrganiser": TEAM,
  "original.fileName": TEAM,
  "original.metadata": TEAM,
  "copy.pitch": { judging: [...FREE, ...RUN] },
  "copy.file": { judging: [...FREE, ...RUN] },
  "copy.fileName": { judging: RUN },
  ruling: { judging: ["entrant", ...RUN] },
  // Own words are in the file of one's data, whatever became of the sheet.
  "juror.note": { judging: ["juror"] },
  "juror.juryNote": { judging: ["juror"], judged: FREE },
  "juror.feedback": { judging: ["juror"] },
  "juror.comment": { judging: ["juror", ...RUN] },
  "peer.note": { judging: ["peer"] },
  "peer.juryNote": { judging: ["peer"], judged: FREE },
  "peer.feedback": { judging: ["peer"] },
  "peer.comment": { judging: ["peer"], judged: ["peer", ...RUN] },
  "kept.note": { judging: ["kept"] },
  "kept.juryNote": { judging: ["kept"] },
  "kept.feedback": { judging: ["kept"] },
  "kept.comment": { judging: ["kept"] },
  "kept.reason": { judging: RUN },
  "stepped.note": { judging: ["stepped"] },
  "stepped.juryNote": { judging: ["stepped"] },
  "stepped.feedback": { judging: ["stepped"] },
  "stepped.comment": { judging: ["stepped"] },
  "stepped.reason": { judging: ["stepped", ...RUN] },
  "paper.first": { judging: ["stepped", ...RUN] },
  "paper.second": { judging: ["stepped", ...RUN] },
  "council.note": { deliberation: [...FREE, ...RUN] },
  motion: { deliberation: [...FREE, ...RUN] },
  closing: { deliberation: RUN },
  citation: { deliberation: RUN, published: PARTS },
  letter: { deliberation: RUN, published: ["entrant", ...RUN] },
  unread: { deliberation: RUN },
  "vote.seed": { published: RUN },
  "vote.salt": NOBODY,
  lot: NOBODY,
  certificate: { published: ["entrant"] },
};

/** Files that are packed, so that no search reads them, and who gets them. */
const PACKED: Readonly<Record<string, Audience>> = {
  "minutes.pdf": { open: RUN },
  "result.xlsx": { open: RUN },
  "papers.pdf": { judging: ["juror", "peer", "kept", "stepped", ...RUN] },
  "certificates.pdf": { published: RUN },
};

const meets = (audience: Audience | undefined, phase: Phase): readonly Part[] =>
  PHASES.slice(0, PHASES.indexOf(phase) + 1).reduce<readonly Part[]>((last, one) => audience?.[one] ?? last, []);
const those = (all: Readonly<Record<string, Audience>>, part: Part, phase: Phase): string[] =>
  Object.keys(all).filter((name) => meets(all[name], phase).includes(part));

/** Names of the canaries somebody meets in a phase, sorted. */
export const expectedFor = (part: Part, phase: Phase): string[] => those(MEETS, part, phase).sort();
/** Names of the packed files somebody gets in a phase, sorted. */
export const filesFor = (part: Part, phase: Phase): string[] => those(PACKED, part, phase).sort();
/** Every canary there is. */
export const CANARIES = Object.keys(MEETS).sort();
