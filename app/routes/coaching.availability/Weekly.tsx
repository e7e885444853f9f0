import { wall } from "~/ui/coaching/days";
import { SelectField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Column } from "~/ui/kit/Columns";
import { EmptyState } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import { CampusField, SlotField, Times } from "./fields";
import type { HoursView } from "./load.server";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Hours of every week, and a way to add some. */
export function Weekly({ view, reply }: { view: HoursView; reply: Reply | null }) {
  const t = useT();
  const { weekly, campuses } = view;
  return (
    <Column gap={1.25}>
      {weekly.length === 0 ? (
        <EmptyState title={t("coaching.hours.none.title")} text={t("coaching.hours.none.text")} />
      ) : (
        <Rows title={t("coaching.hours.weekly")}>
          {weekly.map(({ id, campus, weekday, fromMinute, untilMinute, slotMinutes }) => {
            const said = `${t(`campus.weekday.${weekday}`)} ${wall(fromMinute)} – ${wall(untilMinute)}`;
            return (
              <Row key={id} title={said} facts={`${t("coaching.hours.each", { minutes: slotMinutes })} · ${campus}`}>
                <ReplyForm formId={`remove-${id}`} intent="remove" preventScrollReset>
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton look="link" label={`${t("form.remove")}: ${said}`}>
                    {t("form.remove")}
                  </SubmitButton>
                </ReplyForm>
              </Row>
            );
          })}
        </Rows>
      )}
      <Card>
        <h2>{t("coaching.hours.add")}</h2>
        <ReplyForm key={weekly.length} formId="add" reply={reply} intent="add">
          <Fields>
            <ErrorSummary />
            <CampusField campuses={campuses} />
            <SelectField
              name="weekday"
              label={t("coaching.hours.weekday")}
              initial="1"
              options={WEEKDAYS.map((day) => ({ value: String(day), label: t(`campus.weekday.${day}`) }))}
            />
            <Times from="09:00" until="12:00" />
            <SlotField />
            <SubmitButton>{t("coaching.hours.save")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Column>
  );
}
