import type { WordKind } from "~/domain/ideas/idea";
import type { Cross } from "~/domain/matching/match";
import { useLocale, useT } from "../i18n";
import css from "./Matches.module.css";

interface Dim {
  readonly kind: WordKind;
  readonly text: string;
  readonly lang: string;
}
export type ReasonView =
  | {
      readonly type: "meeting";
      readonly direction: "ours" | "theirs";
      readonly share: number;
      readonly how: "same" | "near" | "words";
      readonly need: Dim;
      readonly offer: Dim;
      readonly guessed: boolean;
    }
  | { readonly type: "cross"; readonly cross: Cross; readonly share: number; readonly label: string };

function Words({ dim, tone }: { dim: Dim; tone: "need" | "offer" }) {
  const t = useT();
  const locale = useLocale();
  const lang = dim.text !== "" && dim.lang !== locale ? dim.lang : undefined;
  return (
    <strong className={css[tone]} lang={lang}>
      {dim.text === "" ? t(`kind.${dim.kind}`).toLowerCase() : dim.text}
    </strong>
  );
}

function Meeting({ reason }: { reason: ReasonView & { type: "meeting" } }) {
  const t = useT();
  const ours = reason.direction === "ours";
  return (
    <>
      {ours ? t("matching.our") : t("matching.their_need")} <Words dim={reason.need} tone="need" />
      {reason.guessed ? <span className={css.mark}> ({t("matching.guessed")})</span> : null} <span aria-hidden="true">↔</span>
      <span className="sr-only">{t("matching.meets")}</span> {ours ? t("matching.their") : t("matching.our_offer")}{" "}
      <Words dim={reason.offer} tone="offer" />
    </>
  );
}

function Crossing({ cross, label }: { cross: Cross; label: string }) {
  const t = useT();
  if (cross === "audience") return <>{t("matching.cross.audience")}</>;
  if (cross === "step") return <>{label ? t("matching.cross.step", { label }) : t("matching.cross.step_plain")}</>;
  return <>{label ? t("matching.cross.domain", { label }) : t("matching.cross.domain_plain")}</>;
}

/** Why two were matched, each reason in words; `of` shows how much of the number each brings. */
export function Reasons({ reasons, of }: { reasons: readonly ReasonView[]; of?: number }) {
  const t = useT();
  return (
    <ul className={css.reasons}>
      {reasons.map((reason, at) => (
        <li key={at}>
          {reason.type === "meeting" ? <Meeting reason={reason} /> : <Crossing cross={reason.cross} label={reason.label} />}
          {of === undefined ? null : (
            <span className={css.share}>
              {reason.type === "meeting" && reason.how === "near" ? `${t("matching.near")} · ` : null}
              {reason.type === "meeting" && reason.how === "words" ? `${t("matching.words_alike")} · ` : null}
              {t("matching.share", { n: reason.share, of })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
