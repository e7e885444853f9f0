import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { EmptyState } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import css from "./Manage.module.css";
import type { ManageView } from "./load.server";

/** Every entry, with who scores it, how far each is, and why it came to them. */
export function Entries({ view }: { view: ManageView }) {
  const t = useT();
  const label = useLabel();
  const { entries } = view.board;
  if (entries.length === 0) return <EmptyState title={t("awards.manage.no_entries")} text={t("awards.manage.no_entries_text")} />;
  return (
    <Rows title={t("awards.manage.entries", { count: entries.length })}>
      {entries.map((entry) => (
        <Row
          key={entry.entryId}
          title={`${t("awards.entry.number", { number: entry.number })}${entry.title ? ` · ${entry.title}` : ""}`}
          facts={`${label(entry.category)} · ${t(`awards.state.${entry.state}`)}`}
        >
          {entry.jurors.length > 0 ? (
            <Disclosure label={t("awards.manage.entry_sheets", { done: entry.done, assigned: entry.assigned })}>
              <ul className={css.plain}>
                {entry.jurors.map((juror) => (
                  <li key={juror.personId}>
                    {juror.name}: {t(`awards.sheet.state.${juror.state}`)}{" "}
                    <span className={css.muted}>({t(`awards.assigned.${juror.reason}`)})</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}
