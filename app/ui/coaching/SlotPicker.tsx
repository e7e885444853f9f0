import { useField } from "../forms/reply";
import { useMessage, useT } from "../i18n";
import { Disclosure } from "../kit/Disclosure";
import { clock, Day } from "./days";
import css from "./SlotPicker.module.css";

export interface PickableSlot {
  readonly day: string;
  readonly from: Date;
  readonly until: Date;
}
interface DayOfSlots {
  readonly day: string;
  readonly slots: readonly PickableSlot[];
}

/** Days shown before one asks for more. */
const DAYS_SHOWN = 5;

function byDay(slots: readonly PickableSlot[]): DayOfSlots[] {
  const days: { day: string; slots: PickableSlot[] }[] = [];
  for (const slot of slots) {
    const last = days.at(-1);
    if (last?.day === slot.day) last.slots.push(slot);
    else days.push({ day: slot.day, slots: [slot] });
  }
  return days;
}

/** One free moment out of the days to come: radio buttons in a plain form, in the time of the campus. */
export function SlotPicker(props: { slots: readonly PickableSlot[]; zone: string; legend: string; initial?: string }) {
  const t = useT();
  const say = useMessage();
  const field = useField("slot", props.initial);
  const wrong = field.errors.map(say).join(" ");
  const days = byDay(props.slots);
  const later = days.slice(DAYS_SHOWN);
  const chosenLater = later.some((day) => day.slots.some((slot) => slot.from.toISOString() === field.value));
  const show = (shown: readonly DayOfSlots[]) =>
    shown.map(({ day, slots }) => (
      <div key={day} className={css.day} role="group" aria-labelledby={`${field.id}-${day}`}>
        <p className={css.name} id={`${field.id}-${day}`}>
          <Day day={day} />
        </p>
        <div className={css.slots}>
          {slots.map((slot) => {
            const value = slot.from.toISOString();
            return (
              <label key={value} className={css.slot}>
                <input type="radio" name="slot" value={value} defaultChecked={field.value === value} required />
                <time dateTime={value}>{clock(slot.from, props.zone)}</time>
                <span className={css.until}>– {clock(slot.until, props.zone)}</span>
              </label>
            );
          })}
        </div>
      </div>
    ));
  return (
    <fieldset id={field.id} tabIndex={-1} className={css.picker}>
      <legend className={css.legend}>{props.legend}</legend>
      <p className={css.zone}>{t("coaching.slots.zone", { zone: props.zone })}</p>
      {wrong ? <p className={css.wrong}>{wrong}</p> : null}
      {show(days.slice(0, DAYS_SHOWN))}
      {later.length > 0 ? (
        <Disclosure label={t("coaching.slots.more", { count: later.length })} open={chosenLater}>
          {show(later)}
        </Disclosure>
      ) : null}
    </fieldset>
  );
}
