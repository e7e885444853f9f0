import { PLACE_STATES } from "~/domain/lab/lab";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import css from "./Plan.module.css";
import type { ResourceView } from "./view";

const WIDTH = 400;
const HEIGHT = 340;
/** Room around the resources for the walls and the entrance. */
const INSET = { x: 12, y: 16, w: 376, h: 292 };

const SIGNS = { free: "✓", busy: "×", mine: "●", closed: "–" } as const;

/** Below this height there is room for the name alone; the pattern and the hidden word still tell the state. */
const SMALL = 15;

function Marks() {
  return (
    <defs>
      <pattern id="plan-busy" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="9" height="9" className={css.busyFill} />
        <rect width="2.5" height="9" className={css.busyLine} />
      </pattern>
      <pattern id="plan-closed" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className={css.closedFill} />
        <path d="M0 0L8 8M8 0L0 8" className={css.closedLine} />
      </pattern>
    </defs>
  );
}

function Place({ resource, dated }: { resource: ResourceView; dated: boolean }) {
  const t = useT();
  const { rect, name, state, closedUntil } = resource;
  const box = {
    x: INSET.x + (rect.x * INSET.w) / 100,
    y: INSET.y + (rect.y * INSET.h) / 100,
    width: (rect.w * INSET.w) / 100,
    height: (rect.h * INSET.h) / 100,
  };
  const shown = state ?? (closedUntil ? "closed" : resource.free.length > 0 ? "free" : "busy");
  const told = dated && closedUntil ? t("lab.closed_until", { day: closedUntil }) : t(`lab.state.${shown}`);
  return (
    <g>
      <rect {...box} rx="8" className={css[shown]} />
      <foreignObject {...box}>
        <Link to={resource.to} className={css.label} data-state={shown} data-small={rect.h < SMALL || undefined}>
          <span>{name}</span>
          {rect.h < SMALL ? null : (
            <span className={css.sign} aria-hidden="true">
              {SIGNS[shown]}
            </span>
          )}
          <span className="sr-only">: {told}</span>
        </Link>
      </foreignObject>
    </g>
  );
}

/** A space seen from above, each place in its state: free, taken, yours or closed, by colour, pattern, sign and word. */
export function Plan({ name, resources, dated }: { name: string; resources: readonly ResourceView[]; dated: boolean }) {
  const t = useT();
  const present = PLACE_STATES.filter((state) => state !== "mine" || resources.some((one) => one.state === "mine"));
  return (
    <figure className={css.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.plan} role="group" aria-label={t("lab.plan", { space: name })}>
        <Marks />
        <path
          d={`M4 ${HEIGHT - 24}V66C4 26 38 4 78 4H${WIDTH - 78}C${WIDTH - 38} 4 ${WIDTH - 4} 26 ${WIDTH - 4} 66V${HEIGHT - 24}Z`}
          className={css.house}
        />
        <path d={`M${WIDTH / 2 - 34} ${HEIGHT - 24}H${WIDTH / 2 + 34}`} className={css.door} />
        <text x={WIDTH / 2} y={HEIGHT - 5} textAnchor="middle" className={css.entrance}>
          {t("lab.plan.entrance")}
        </text>
        {resources.map((resource) => (
          <Place key={resource.id} resource={resource} dated={dated} />
        ))}
      </svg>
      <figcaption>
        <ul className={css.legend} aria-label={t("lab.plan.legend")}>
          {present.map((state) => (
            <li key={state}>
              <span className={css.key} data-state={state} aria-hidden="true">
                {SIGNS[state]}
              </span>
              {t(`lab.state.${state}`)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
