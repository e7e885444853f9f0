import css from "~/ui/admin/Filters.module.css";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";

/** What the check of the whole chain said. The problems are in the words of the command line, for whoever keeps the server. */
export function Chain({ chain }: { chain: { sealed: number; waiting: number; head: string | null; problems: readonly string[] } }) {
  const t = useT();
  const { sealed, waiting, head, problems } = chain;
  return (
    <div role="status">
      <Card>
        <h2>{problems.length === 0 ? t("admin.audit.whole") : t("admin.audit.broken", { count: problems.length })}</h2>
        <p className={css.facts}>{t("admin.audit.chain", { sealed, waiting })}</p>
        {head === null ? null : (
          <p className={css.facts}>
            {t("admin.audit.head")} <code>{head}</code>
          </p>
        )}
        {problems.length > 0 ? (
          <ul lang="en">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null}
      </Card>
    </div>
  );
}
