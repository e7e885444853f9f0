import type { RuleCode } from "~/domain/identity/privacy/rules";
import { useT } from "../i18n";
import { Table } from "../kit/Table";

interface Rule {
  readonly code: RuleCode;
  readonly days: number;
  /** A hold keeps it from running. */
  readonly isHeld?: boolean;
}

/** What is removed by itself, after how long, and why then. */
export function RuleTable({ rules }: { rules: readonly Rule[] }) {
  const t = useT();
  return (
    <Table caption={t("keeping.rules")} columns={[t("keeping.rules.what"), t("keeping.rules.after"), t("keeping.rules.why")]}>
      {rules.map(({ code, days, isHeld }) => (
        <tr key={code} role="row">
          <th role="rowheader" scope="row">
            {t(`keeping.rule.${code}`)}
          </th>
          <td role="cell">{isHeld ? t("keeping.rules.held") : t("keeping.days", { count: days })}</td>
          <td role="cell">{t(`keeping.because.${code}`)}</td>
        </tr>
      ))}
    </Table>
  );
}
