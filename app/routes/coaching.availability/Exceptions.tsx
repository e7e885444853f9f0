import { Day, wall } from "~/ui/coaching/days";
import { RadioCards, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Column } from "~/ui/kit/Columns";
import { Row, Rows } from "~/ui/kit/Rows";
import { CampusField, SlotField, Times } from "./fields";
import css from "./Hours.module.css";
import type { HoursView } from "./load.server";

/** Days that differ from the week, and a way to add one. */
export function Exceptions({ view, reply }: { view: HoursView; reply: Reply | null }) {
  const t = useT();
  const { exceptions, campuses, today } = view;
  return (
    <Column id="exceptions" gap={1.25}>
      {exceptions.length === 0 ? null : (
        <Rows title={t("coaching.exceptions")}>
          {exceptions.map(({ id, campus, day, kind, fromMinute, untilMinute }) => (
            <Row
              key={id}
              title={<Day day={day} />}
              facts={`${t(`coaching.exception.${kind}`)} · ${
                fromMinute === null || untilMinute === null ? t("coaching.exception.whole") : `${wall(fromMinute)} – ${wall(untilMinute)}`
              } · ${campus}`}
            >
              <ReplyForm formId={`exception-${id}`} intent="remove_exception" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="link" label={`${t("form.remove")}: ${day}`}>
                  {t("form.remove")}
                </SubmitButton>
              </ReplyForm>
            </Row>
          ))}
        </Rows>
      )}
      <Card>
        {exceptions.length === 0 ? (
          <>
            <h2>{t("coaching.exceptions")}</h2>
            <p className={css.facts}>{t("coaching.exceptions.none")}</p>
          </>
        ) : null}
        <FoldedForm
          label={t("coaching.exception.add")}
          intent="exception"
          reply={reply}
          send={t("coaching.exception.save")}
          anew={exceptions.length}
        >
          <CampusField campuses={campuses} />
          <TextField name="day" type="date" label={t("coaching.exception.day")} initial={today} />
          <RadioCards
            name="kind"
            legend={t("coaching.exception.kind")}
            initial="away"
            options={[
              { value: "away", label: t("coaching.exception.away"), hint: t("coaching.exception.away_hint") },
              { value: "extra", label: t("coaching.exception.extra"), hint: t("coaching.exception.extra_hint") },
            ]}
          />
          <Times />
          <SlotField />
        </FoldedForm>
      </Card>
    </Column>
  );
}
