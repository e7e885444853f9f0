import type { LotView } from "~/domain/awards/lot/lot";
import { useT } from "../i18n";
import { Card } from "../kit/Card";
import { LotProof } from "./LotProof";
import css from "./TieRules.module.css";

/** The published order in which entries with the same score are parted; comparing counts only where jurors may compare. */
export function TieRules({ lot, pairwise }: { lot: LotView | null; pairwise: boolean }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("result.tie.title")}</h2>
      <p>{t("result.tie.text")}</p>
      <ol className={css.rules}>
        {(["priority", "majority", "pairwise", "levels", "juror", "lot"] as const)
          .filter((rule) => pairwise || rule !== "pairwise")
          .map((rule) => (
            <li key={rule}>{t(`result.tie.rule.${rule}`)}</li>
          ))}
      </ol>
      {lot ? <LotProof lot={lot} /> : null}
    </Card>
  );
}
