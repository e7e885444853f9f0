import { SLOT_MINUTES } from "~/domain/coaching/coaching";
import { SelectField } from "~/ui/forms/fields";
import { useField } from "~/ui/forms/reply";
import { useMessage, useT } from "~/ui/i18n";
import css from "./Hours.module.css";
import type { HoursView } from "./load.server";

/** Which campus; not asked when there is one. */
export function CampusField({ campuses }: { campuses: HoursView["campuses"] }) {
  const t = useT();
  const [only] = campuses;
  if (campuses.length === 1 && only) return <input type="hidden" name="campusId" value={only.id} />;
  return (
    <SelectField
      name="campusId"
      label={t("coaching.hours.campus")}
      initial={only?.id}
      options={campuses.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** How long a talk lasts. */
export function SlotField() {
  const t = useT();
  return (
    <SelectField
      name="slotMinutes"
      label={t("coaching.hours.length")}
      initial="45"
      options={SLOT_MINUTES.map((minutes) => ({ value: String(minutes), label: t("coaching.minutes", { minutes }) }))}
    />
  );
}

function TimeField({ name, label, initial }: { name: string; label: string; initial?: string }) {
  const say = useMessage();
  const field = useField(name, initial);
  const wrong = field.errors.map(say).join(" ");
  return (
    <div>
      <label htmlFor={field.id} className={css.label}>
        {label}
      </label>
      <input
        id={field.id}
        type="time"
        name={name}
        step={900}
        defaultValue={field.value}
        className={css.time}
        aria-invalid={wrong !== "" || undefined}
        aria-describedby={wrong === "" ? undefined : `${field.id}-wrong`}
      />
      {wrong === "" ? null : (
        <p id={`${field.id}-wrong`} className={css.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}

/** From when until when, on quarters of an hour. */
export function Times({ from, until }: { from?: string; until?: string }) {
  const t = useT();
  return (
    <div className={css.pair}>
      <TimeField name="from" label={t("coaching.hours.from")} initial={from} />
      <TimeField name="until" label={t("coaching.hours.until")} initial={until} />
    </div>
  );
}
