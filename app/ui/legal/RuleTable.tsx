import type { RuleCode } from "~/domain/identity/privacy/rules";
import { useT } from "../i18n";
import { Table } from "../kit/Table";

interface Rule {
  readonly code: RuleCode;
  readonly days: number;
  /** A hold keeps it from running. */
  readonly isHeld?: boolean;
}

/** Days of a year, with its share of a leap day. */
const YEAR = 365.25;

/** What is removed by itself, after how long, and why then. */
export function RuleTable({ rules }: { rules: readonly Rule[] }) {
  const t = useT();
  const said = (days: number): string => {
    const years = Math.round(days / YEAR);
    return Math.abs(days - years * YEAR) < 1 ? t("keeping.years", { count: years }) : t("keeping.days", { count: days });
  };
  return (
    <Table caption={t("keeping.rules")} columns={[t("keeping.rules.what"), t("keeping.rules.after"), t("keeping.rules.why")]}>
      {rules.map(({ code, days, isHeld }) => (
        <tr key={code} role="row">
          <th role="rowheader" scope="row">
            {t(`keeping.rule.${code}`)}
          </th>
          <td role="cell">{isHeld ? t("keeping.rules.held") : said(days)}</td>
          <td role="cell">{t(`keeping.because.${code}`)}</td>
        </tr>
      ))}
    </Table>
  );
}
