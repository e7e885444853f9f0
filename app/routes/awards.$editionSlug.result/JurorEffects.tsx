import type { ResultPage } from "~/domain/awards/queries-result";
import { useNumbers } from "~/ui/awards/numbers";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import css from "./Result.module.css";

/** How strict each juror is beside the others, the strictest first. */
export function JurorEffects({ jurors }: { jurors: ResultPage["jurors"] }) {
  const t = useT();
  const { points } = useNumbers();
  if (jurors.length === 0) return null;
  return (
    <Card>
      <h2>{t("result.jurors")}</h2>
      <p className={css.muted}>{t("result.jurors_text")}</p>
      <ScrolledTable label={t("result.jurors")} className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("result.juror")}</th>
            <th scope="col" className={css.number}>
              {t("result.sheets")}
            </th>
            <th scope="col" className={css.number}>
              {t("result.effect")}
            </th>
          </tr>
        </thead>
        <tbody>
          {jurors.map(({ jurorId, name, n, effect, se, calibrated }) => (
            <tr key={jurorId}>
              <th scope="row">{name}</th>
              <td className={css.number}>{n}</td>
              <td className={css.number}>
                {points(effect)} <span className={css.muted}>{t("result.plus_minus", { points: points(se) })}</span>
                {calibrated ? null : <div className={css.muted}>{t("result.uncalibrated")}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
    </Card>
  );
}
