import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Figure, Figures } from "~/ui/kit/Figures";
import css from "./Panel.module.css";
import type { PlanView } from "./Plan";

type Result = NonNullable<PlanView["result"]>;

/** What was computed in figures, or in words which limit makes it impossible. */
export function Result({ result }: { result: Result }) {
  const t = useT();
  if (!result.ok) {
    const { code, numbers, jurors, need, room } = result.stuck;
    const listed = (names: readonly (string | number)[]): string => (names.length === 0 ? t("jury.nobody") : names.join(", "));
    return (
      <p role="alert">
        <strong className={css.warn}>{t("jury.stuck")}. </strong>
        {t(`jury.stuck.${code}`, { entries: listed(numbers), jurors: listed(jurors), need, room })}
      </p>
    );
  }
  const { added, kept, removed, floor, total, bound, optimal, least, most, groups, broken } = result;
  return (
    <>
      <Figures>
        <Figure>{t("jury.fig.compare", { added, kept, removed })}</Figure>
        <Figure>{t("jury.fig.floor", { floor })}</Figure>
        <Figure>{optimal ? t("jury.fig.best", { total }) : t("jury.fig.bound", { total, bound: Math.round(bound) })}</Figure>
        <Figure>{t("jury.fig.loads", { least, most })}</Figure>
      </Figures>
      {groups > 1 ? <p className={css.warn}>{t("jury.fig.groups", { count: groups })}</p> : null}
      {broken > 0 ? <p className={css.warn}>{t("jury.changed", { count: broken })}</p> : null}
      <Disclosure label={t("jury.loads")}>
        <ul className={css.plain}>
          {result.loads.map(({ jurorId, name, load, before }) => (
            <li key={jurorId}>
              {name}: {t("jury.load", { count: load })}
              {before > 0 ? <span className={css.muted}> ({t("jury.load_before", { before })})</span> : null}
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
