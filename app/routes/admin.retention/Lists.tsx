import type { RuleCode } from "~/domain/identity/privacy/rules";
import { isRuleCode } from "~/domain/identity/privacy/rules";
import { RuleTable } from "~/ui/legal/RuleTable";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";

interface Rule {
  readonly code: RuleCode;
  readonly days: number;
  readonly isHeld: boolean;
}

/** What goes by itself, and when. */
export function Rules({ rules }: { rules: readonly Rule[] }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("keeping.rules")}</h2>
      <RuleTable rules={rules} />
    </Card>
  );
}

interface Line {
  readonly id: string;
  readonly rule: string;
  readonly count: number;
  readonly oldest: Date;
  readonly newest: Date;
  readonly at: Date;
}

/** What went, without a word about whose it was. */
export function Log({ log }: { log: readonly Line[] }) {
  const t = useT();
  if (log.length === 0) return <Empty title={t("keeping.log")} text={t("keeping.log.none")} />;
  return (
    <Rows title={t("keeping.log")}>
      {log.map(({ id, rule, count, oldest, newest, at }) => (
        <Row
          key={id}
          title={`${isRuleCode(rule) ? t(`keeping.rule.${rule}`) : rule}: ${count}`}
          facts={
            <>
              <Time at={at} /> · {t("keeping.log.from")} <Time at={oldest} dateOnly /> {t("keeping.log.to")} <Time at={newest} dateOnly />
            </>
          }
        />
      ))}
    </Rows>
  );
}

interface Statement {
  readonly number: string;
  readonly at: Date;
  readonly lines: readonly { readonly removed: number; readonly kept: number }[];
  readonly sha256: string;
  readonly isWhole: boolean;
}

/** Who left is not told; that somebody did, and what went, can be proved. */
export function Statements({ erasures }: { erasures: readonly Statement[] }) {
  const t = useT();
  if (erasures.length === 0) return <Empty title={t("keeping.statements")} text={t("keeping.statements.none")} />;
  return (
    <Rows title={t("keeping.statements")}>
      {erasures.map(({ number, at, lines, sha256, isWhole }) => (
        <Row
          key={number}
          title={t("keeping.erased.number", { number })}
          facts={
            <>
              <Time at={at} /> · {t("keeping.statements.counts", totals(lines))} ·{" "}
              {isWhole ? t("keeping.statements.whole") : t("keeping.statements.changed")}
              <br />
              <code style={{ overflowWrap: "anywhere" }}>{sha256}</code>
            </>
          }
        />
      ))}
    </Rows>
  );
}

const totals = (lines: Statement["lines"]) => ({
  removed: lines.reduce((sum, line) => sum + line.removed, 0),
  kept: lines.reduce((sum, line) => sum + line.kept, 0),
});

function Empty({ title, text }: { title: string; text: string }) {
  return (
    <Card>
      <h2>{title}</h2>
      <p>{text}</p>
    </Card>
  );
}
