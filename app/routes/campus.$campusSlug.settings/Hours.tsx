import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm, useField } from "~/ui/forms/reply";
import { useMessage, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { SettingsView } from "./load.server";
import css from "./Settings.module.css";

type Part = SettingsView["days"][number][number];
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function TimeField({ name, label, initial }: { name: string; label: string; initial: string | undefined }) {
  const field = useField(name, initial);
  const wrong = field.errors.length > 0;
  return (
    <input
      id={field.id}
      type="time"
      name={name}
      aria-label={label}
      defaultValue={field.value}
      className={css.time}
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? `${field.id}-wrong` : undefined}
    />
  );
}

function Wrong({ name }: { name: string }) {
  const say = useMessage();
  const field = useField(name);
  if (field.errors.length === 0) return null;
  return (
    <p id={`${field.id}-wrong`} className={css.wrong}>
      {field.errors.map(say).join(" ")}
    </p>
  );
}

function Stretch({ name, day, part }: { name: string; day: string; part: Part | undefined }) {
  const t = useT();
  return (
    <div>
      <div className={css.part}>
        <TimeField name={`${name}.from`} label={t("campus.hours.from", { day })} initial={part?.from} />
        <span aria-hidden="true">–</span>
        <TimeField name={`${name}.until`} label={t("campus.hours.until", { day })} initial={part?.until} />
      </div>
      <Wrong name={`${name}.from`} />
      <Wrong name={`${name}.until`} />
    </div>
  );
}

function Day({ no, parts, refused }: { no: number; parts: readonly Part[]; refused: boolean }) {
  const t = useT();
  const day = t(`campus.weekday.${WEEKDAYS[no] ?? 1}`);
  const name = (part: number) => `days[${no}].parts[${part}]`;
  const later = Array.from({ length: Math.max(1, parts.length - 1) }, (_, i) => i + 1);
  return (
    <fieldset className={css.day}>
      <legend className={css.weekday}>{day}</legend>
      <div className={css.parts}>
        <Stretch name={name(0)} day={day} part={parts[0]} />
        <div className={css.more}>
          <Disclosure label={t("campus.hours.second")} open={parts.length > 1 || refused}>
            {later.map((part) => (
              <Stretch key={part} name={name(part)} day={day} part={parts[part]} />
            ))}
          </Disclosure>
        </div>
      </div>
    </fieldset>
  );
}

/** The hours of an ordinary week, in the time of the campus. */
export function Hours({ days, zone, reply }: { days: SettingsView["days"]; zone: string; reply: Reply | null }) {
  const t = useT();
  const mine = reply?.intent === "hours" ? reply : null;
  return (
    <Card>
      <h2>{t("campus.hours")}</h2>
      <p className={css.facts}>{t("campus.hours.hint", { zone })}</p>
      <ReplyForm formId="hours" reply={reply} intent="hours">
        <Fields>
          <ErrorSummary />
          <div className={css.week}>
            {days.map((parts, no) => (
              <Day
                key={no}
                no={no}
                parts={parts}
                refused={Object.keys(mine?.fields ?? {}).some((field) => field.startsWith(`days[${no}]`))}
              />
            ))}
          </div>
          <SubmitButton>{t("campus.hours.save")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
