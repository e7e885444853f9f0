import { CONFLICT_WORDS_MAX } from "~/domain/awards/conflict";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import css from "./Manage.module.css";
import type { ManageView } from "./load.server";

/** Leads to who scores what, and shows whom conflicts keep apart. */
export function Assigning({ view, reply }: { view: ManageView; reply: Reply | null }) {
  const t = useT();
  const { board } = view;
  const { counts, edition, conflicts } = board;
  return (
    <div id="assigning">
      <Card>
        <h2>{t("awards.manage.assigning")}</h2>
        <p>{t("awards.manage.assigning_text", { count: edition.jurorsPerEntry })}</p>
        {counts.assigned > 0 ? (
          <p className={css.muted}>{t("awards.manage.assigned_now", { assigned: counts.assigned, expected: counts.sheetsExpected })}</p>
        ) : null}
        <p>
          <Link to={`/awards/${edition.slug}/panel`}>{t("jury.open")}</Link>
        </p>
        {conflicts.length > 0 ? (
          <Disclosure label={t("awards.manage.conflicts", { count: conflicts.length })}>
            <ul className={css.plain}>
              {conflicts.map((one) => (
                <li key={`${one.jurorId} ${one.entryId} ${one.reason} ${one.source}`}>
                  <strong>{one.juror}</strong> · {t("awards.entry.number", { number: one.number })}: {t(`awards.conflict.${one.reason}`)}
                  {one.hard ? "" : ` (${t("awards.conflict.soft")})`}
                  {one.words ? <q>{one.words}</q> : null}
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
        {edition.publishedAt ? null : <ConflictForm view={view} reply={reply} />}
      </Card>
    </div>
  );
}

function ConflictForm({ view, reply }: { view: ManageView; reply: Reply | null }) {
  const t = useT();
  const { jurors, conflicts } = view.board;
  const entries = view.board.entries.filter(({ state }) => state === "submitted");
  if (jurors.length === 0 || entries.length === 0) return null;
  return (
    <FoldedForm label={t("awards.conflict.report")} intent="conflict" reply={reply} anew={conflicts.length}>
      <SelectField
        name="jurorId"
        label={t("awards.conflict.juror")}
        options={jurors.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <SelectField
        name="entryId"
        label={t("awards.conflict.entry")}
        options={entries.map(({ entryId, number, title }) => ({
          value: entryId,
          label: `${t("awards.entry.number", { number })} · ${title}`,
        }))}
      />
      <TextArea name="words" label={t("awards.conflict.words")} maxLength={CONFLICT_WORDS_MAX} rows={2} optional />
    </FoldedForm>
  );
}
