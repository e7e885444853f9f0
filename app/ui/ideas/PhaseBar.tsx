import type { Stage } from "~/domain/ideas/idea";
import { PHASE_OF_STAGE, STAGES } from "~/domain/ideas/idea";
import { useT } from "../i18n";
import css from "./PhaseBar.module.css";

/** The five stages in the colours of design thinking, grown up to where the idea is. */
export function PhaseBar({ stage }: { stage: Stage }) {
  const t = useT();
  const reached = STAGES.indexOf(stage);
  return (
    <div className={css.box}>
      <div className={css.bar} aria-hidden="true">
        {STAGES.map((one, at) => (
          <span key={one} className={at <= reached ? css[PHASE_OF_STAGE[one]] : css.ahead} />
        ))}
      </div>
      <p>
        <strong>{t(`stage.${stage}`)}</strong> <span className={css.phase}>· {t(`phase.${PHASE_OF_STAGE[stage]}`)}</span>
      </p>
    </div>
  );
}
