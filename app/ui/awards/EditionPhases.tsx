import type { PhaseKind } from "~/domain/awards/edition";
import { phaseKey } from "~/domain/awards/edition";
import { useT } from "../i18n";
import { Time } from "../when";
import { DaysLeft } from "./days-left";
import { usePhaseName } from "./labels";
import css from "./EditionPhases.module.css";

interface PhaseView {
  readonly kind: PhaseKind;
  readonly roundNo?: number | null;
  readonly from: Date;
  readonly until: Date;
  readonly active: boolean;
}

/** The phases of an edition with their dates; the one that holds now stands out. */
export function EditionPhases({ phases, zone }: { phases: readonly PhaseView[]; zone: string }) {
  const t = useT();
  const name = usePhaseName();
  const now = phases.findIndex((phase) => phase.active);
  return (
    <ol className={css.bar} aria-label={t("awards.phases")}>
      {phases.map((phase, at) => (
        <li
          key={phaseKey(phase)}
          className={css.phase}
          data-when={at < now ? "past" : at === now ? "now" : "ahead"}
          aria-current={phase.active ? "step" : undefined}
        >
          <strong>{name(phase)}</strong>
          <span className={css.dates}>
            {t("awards.from")} <Time at={phase.from} zone={zone} dateOnly />
          </span>
          {phase.active && phase.kind !== "published" && phase.kind !== "archived" ? (
            <span className={css.left}>
              <DaysLeft until={phase.until} zone={zone} />
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
