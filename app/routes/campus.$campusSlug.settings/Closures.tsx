import { CLOSURE_REASON_MAX } from "~/domain/campus/campus";
import { LOCALES } from "~/domain/kernel/actor";
import { dayIn } from "~/ui/dates";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Column } from "~/ui/kit/Columns";
import { Row, Rows } from "~/ui/kit/Rows";
import type { SettingsView } from "./load.server";
import css from "./Settings.module.css";

/** A day of the calendar, which has no time and no zone. */
function Day({ day }: { day: string }) {
  const locale = useLocale();
  return <time dateTime={day}>{dayIn(locale, "UTC")(new Date(`${day}T00:00:00Z`))}</time>;
}

/** Days on which the campus stays closed, and a way to add some. */
export function Closures({ view, reply }: { view: SettingsView; reply: Reply | null }) {
  const t = useT();
  const { closures, today } = view;
  return (
    <Column id="closures" gap={1}>
      {closures.length > 0 ? (
        <Rows title={t("campus.closures")}>
          {closures.map(({ id, firstDay, lastDay, reason }) => (
            <Row
              key={id}
              title={reason}
              facts={
                <>
                  <Day day={firstDay} />
                  {lastDay === firstDay ? null : (
                    <>
                      {" "}
                      {t("campus.closure.to")} <Day day={lastDay} />
                    </>
                  )}
                </>
              }
            >
              <ReplyForm formId={`closure-${id}`} intent="remove_closure" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="link" label={t("campus.closure.remove_named", { reason })}>
                  {t("form.remove")}
                </SubmitButton>
              </ReplyForm>
            </Row>
          ))}
        </Rows>
      ) : null}
      <Card>
        {closures.length === 0 ? (
          <>
            <h2>{t("campus.closures")}</h2>
            <p className={css.facts}>{t("campus.closures.none")}</p>
          </>
        ) : null}
        <FoldedForm label={t("campus.closure.add")} intent="closure" reply={reply} send={t("campus.closure.save")} anew={closures.length}>
          <div className={css.pair}>
            <TextField name="firstDay" type="date" label={t("campus.closure.first")} initial={today} />
            <TextField name="lastDay" type="date" label={t("campus.closure.last")} initial={today} />
          </div>
          {LOCALES.map((locale) => (
            <TextField
              key={locale}
              name={`reason.${locale}`}
              label={t("campus.closure.reason", { language: t(`locale.${locale}`) })}
              maxLength={CLOSURE_REASON_MAX}
            />
          ))}
        </FoldedForm>
      </Card>
    </Column>
  );
}
