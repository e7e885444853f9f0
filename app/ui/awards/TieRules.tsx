import type { LotView } from "~/domain/awards/lot/lot";
import { useT } from "../i18n";
import { Card } from "../kit/Card";
import { LotProof } from "./LotProof";
import css from "./TieRules.module.css";

/** The published order in which entries with the same score are parted. */
export function TieRules({ lot }: { lot: LotView | null }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("result.tie.title")}</h2>
      <p>{t("result.tie.text")}</p>
      <ol className={css.rules}>
        {(["priority", "majority", "levels", "juror", "lot"] as const).map((rule) => (
          <li key={rule}>{t(`result.tie.rule.${rule}`)}</li>
        ))}
      </ol>
      {lot ? <LotProof lot={lot} /> : null}
    </Card>
  );
}
