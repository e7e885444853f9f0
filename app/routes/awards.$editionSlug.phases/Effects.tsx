import type { PhaseEffect } from "~/domain/awards/phase-effects";
import { useT } from "~/ui/i18n";
import css from "./Effects.module.css";

/** What a switch does, in words. */
export function Effects({ effects }: { effects: readonly PhaseEffect[] }) {
  const t = useT();
  return (
    <ul className={css.effects}>
      {effects.map(({ code, count }) => (
        <li key={code}>{t(`edition.effect.${code}`, { count })}</li>
      ))}
    </ul>
  );
}
