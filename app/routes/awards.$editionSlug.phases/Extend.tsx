import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Time } from "~/ui/when";
import type { PhasesData } from "./route";

/** More time for one entry; who has it already. */
export function Extend({ plan, reply }: { plan: PhasesData; reply: Reply | null }) {
  const t = useT();
  const { entries, edition } = plan;
  if (entries.length === 0) return null;
  const longer = entries.filter(({ extendedUntil }) => extendedUntil !== null);
  const called = (number: number): string => t("awards.entry.number", { number });
  return (
    <Card>
      <h2>{t("edition.extend")}</h2>
      <p>{t("edition.extend_text")}</p>
      {longer.length > 0 ? (
        <ul>
          {longer.map(({ entryId, number, extendedUntil }) => (
            <li key={entryId}>
              {called(number)}: {t("awards.until")} {extendedUntil ? <Time at={extendedUntil} zone={edition.campus.zone} /> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <FoldedForm
        label={t("edition.extend_do")}
        intent="extend"
        reply={reply}
        anew={longer.map(({ extendedUntil }) => String(extendedUntil)).join()}
      >
        <SelectField
          name="entryId"
          label={t("awards.conflict.entry")}
          options={entries.map((one) => ({ value: one.entryId, label: `${called(one.number)} (${t(`awards.state.${one.state}`)})` }))}
        />
        <TextField type="datetime-local" name="until" label={t("edition.until")} initial={plan.end} />
      </FoldedForm>
    </Card>
  );
}
