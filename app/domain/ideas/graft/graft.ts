import { days } from "../../kernel/time";
import type { MatchConsent, Visibility, WordKind } from "../idea";
import { isOpenRung, MATCH_CONSENTS, VISIBILITIES } from "../idea";
import type { Locale } from "../../kernel/actor";

/** What became of a proposal to graft; `overtaken`: one of its ideas was grafted elsewhere meanwhile. */
export const GRAFT_STATES = ["open", "accepted", "declined", "withdrawn", "expired", "overtaken"] as const;
export type GraftState = (typeof GRAFT_STATES)[number];

/** How long teams have to answer, and how long before the end they are reminded (milliseconds). */
export const GRAFT_OPEN = days(14);
export const GRAFT_REMINDED = days(3);
/** As many ideas as a plant has stems. */
export const GRAFT_SOURCES_MAX = 4;
export const GRAFT_OPEN_MAX = 10;
export const GRAFT_MESSAGE_MAX = 1_000;
export const GRAFT_REASON_MAX = 280;

/** A need that an offer of another source meets; both are ids of rows. */
export interface Meeting {
  readonly needId: string;
  readonly offerId: string;
}

/** A need or offer of one of the ideas to be joined. */
export interface SourceWord {
  readonly id: string;
  readonly ideaId: string;
  readonly kind: WordKind;
  readonly termId: string | null;
  readonly words: string;
  readonly lang: Locale;
  readonly weight: number;
  readonly state: "open" | "in_talk" | "met";
}

/** One need or offer of the joined idea: what it says, and the rows it repeats. */
export interface JoinedWord extends Omit<SourceWord, "id" | "ideaId"> {
  readonly from: readonly string[];
  /** The offer that meets it inside the graft. */
  readonly metBy: { readonly offerId: string; readonly ideaId: string } | null;
}
export interface Joined {
  readonly words: readonly JoinedWord[];
  /** What did not fit: a list holds no more than twelve. It stays with its own idea. */
  readonly left: readonly JoinedWord[];
}

/** The rung a joined idea gets unless the teams agree on another: the narrowest of its sources, but its whole team sees it. */
export function narrowestRung(rungs: readonly Visibility[]): Visibility {
  const at = Math.min(...rungs.map((rung) => VISIBILITIES.indexOf(rung)));
  return VISIBILITIES[Math.max(at, VISIBILITIES.indexOf("team"))] ?? "team";
}

/** The most careful of several ways of being matched. */
export function narrowestConsent(consents: readonly MatchConsent[]): MatchConsent {
  return MATCH_CONSENTS[Math.min(...consents.map((consent) => MATCH_CONSENTS.indexOf(consent)))] ?? "not";
}

interface Opened {
  readonly visibility: Visibility;
  readonly campusId: string;
}

/** Tells whether a joined idea is open to people outside its team who cannot see this source: then its owners must say yes. */
export function opensWider(joined: Opened, source: Opened): boolean {
  if (VISIBILITIES.indexOf(joined.visibility) > Math.max(VISIBILITIES.indexOf(source.visibility), VISIBILITIES.indexOf("team")))
    return true;
  return isOpenRung(joined.visibility) && joined.visibility !== "public" && joined.campusId !== source.campusId;
}

/** Where the copies of a need say they come from. */
export function copyOrigin(ids: readonly string[]): string {
  return `copy:${ids.join(",")}`;
}

/** The rows a copy repeats; none for what somebody typed. */
export function copiedFrom(origin: string): string[] {
  return origin.startsWith("copy:") ? origin.slice(5).split(",") : [];
}
