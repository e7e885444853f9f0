import type { ideas } from "#db/schema/ideas";
import type { Labels } from "../campus/campus";
import type { MatchConsent, Stage, WordKind } from "../ideas/idea";
import type { Locale } from "../kernel/actor";
import type { WordRow } from "./load-sides";
import type { Cross, Reason } from "./match";
import type { Taxonomy } from "./taxonomy";

/** A need or offer as readers see it; `text` is empty when only its kind may be shown. */
export interface ShownDim {
  readonly kind: WordKind;
  readonly text: string;
  readonly lang: Locale;
}
export type ShownReason =
  | {
      readonly type: "meeting";
      readonly direction: "ours" | "theirs";
      readonly share: number;
      readonly how: "same" | "near" | "words";
      readonly need: ShownDim;
      readonly offer: ShownDim;
      readonly guessed: boolean;
      /** Id of the need, when it is ours and only proposed: to confirm or dismiss it. */
      readonly toConfirm: string | null;
    }
  | { readonly type: "cross"; readonly cross: Cross; readonly share: number; readonly label: string };

/** The other idea: with its text, or veiled, when nothing is known but language and domain. */
export interface ShownIdea {
  readonly lang: Locale;
  readonly domain: string;
  readonly open: {
    readonly id: string;
    readonly title: string;
    readonly pitch: string;
    readonly stage: Stage;
    readonly versionNo: number;
    readonly commentCount: number;
    readonly openNeedCount: number;
    /** A company asks it. */
    readonly challenge: boolean;
  } | null;
}

export type IdeaFacts = Pick<
  typeof ideas.$inferSelect,
  | "id"
  | "kind"
  | "lang"
  | "domainId"
  | "productionStepId"
  | "title"
  | "pitch"
  | "stage"
  | "versionNo"
  | "commentCount"
  | "openNeedCount"
  | "matchConsent"
>;

/** Tells whether a reader gets the text of the other idea: they may see it, and it is matched openly or both teams said yes. */
export function isLifted(consent: MatchConsent, seen: boolean, together: boolean): boolean {
  return seen && (together || consent === "open");
}

/** The other idea as a reader gets it: the one place where text, title and id of an idea pass, or not. */
export function shownIdea(idea: IdeaFacts, lifted: boolean, taxonomy: Taxonomy, locale: Locale): ShownIdea {
  const domain = label(taxonomy, idea.domainId, locale);
  const { lang, id, title, pitch, stage, versionNo, commentCount, openNeedCount } = idea;
  const open = { id, title, pitch, stage, versionNo, commentCount, openNeedCount, challenge: idea.kind === "challenge" };
  return { lang, domain, open: lifted ? open : null };
}

/** What reasons are told with. */
export interface Telling {
  readonly ourWords: readonly WordRow[];
  readonly theirWords: readonly WordRow[];
  readonly theirs: Pick<IdeaFacts, "domainId" | "productionStepId"> | null;
  /** Whether the words of the other side may be read. */
  readonly lifted: boolean;
  readonly taxonomy: Taxonomy;
  readonly locale: Locale;
  /** Whether the reader may confirm our proposed needs. */
  readonly mayConfirm: boolean;
}

/** The reasons in words. One that rests on a need or offer that is gone by now is left out. */
export function shownReasons(reasons: readonly Reason[], telling: Telling): ShownReason[] {
  return reasons.flatMap((reason) => {
    if (reason.type === "cross") return crossing(reason, telling);
    const ours = reason.direction === "ours";
    const [needers, offerers] = ours ? [telling.ourWords, telling.theirWords] : [telling.theirWords, telling.ourWords];
    const need = needers.find(({ id }) => id === reason.needId);
    const offer = offerers.find(({ id }) => id === reason.offerId);
    if (!need || !offer) return [];
    const guessed = need.origin === "text";
    return {
      type: "meeting" as const,
      direction: reason.direction,
      share: reason.share,
      how: reason.how,
      need: shownDim(need, reason.needTerm, ours || telling.lifted, telling),
      offer: shownDim(offer, reason.offerTerm, !ours || telling.lifted, telling),
      guessed,
      toConfirm: guessed && ours && telling.mayConfirm ? need.id : null,
    };
  });
}

function crossing(reason: Reason & { type: "cross" }, { lifted, theirs, taxonomy, locale }: Telling): ShownReason[] {
  // A veiled idea tells its domain; its step and its people are not told, and do not count either.
  if (!lifted && reason.cross !== "domain") return [];
  const id = reason.cross === "domain" ? theirs?.domainId : reason.cross === "step" ? theirs?.productionStepId : null;
  return [{ ...reason, label: label(taxonomy, id ?? null, locale) }];
}

/** A need or offer by its own words, or by its term alone. */
export function shownDim(
  row: WordRow,
  termId: string | null,
  openly: boolean,
  { taxonomy, locale }: Pick<Telling, "taxonomy" | "locale">,
): ShownDim {
  if (openly) return { kind: row.kind, text: row.words, lang: row.lang };
  return { kind: row.kind, text: label(taxonomy, row.termId ?? termId, locale), lang: locale };
}

function label({ labels }: Taxonomy, termId: string | null, locale: Locale): string {
  const found: Labels | undefined = termId === null ? undefined : labels.get(termId);
  return found?.[locale] ?? "";
}
