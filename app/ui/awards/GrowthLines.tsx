import type { DrawnLine, Side } from "~/domain/awards/assessing/assessment";
import { dotsOf, SIDES } from "~/domain/awards/assessing/assessment";
import { useT } from "../i18n";
import css from "./GrowthLines.module.css";

const [WIDTH, HEIGHT, EDGE] = [120, 36, 4];

/** How each criterion grew: what the team and the coach gave in words, and the same as a line beside it. */
export function GrowthLines({ lines }: { lines: readonly DrawnLine[] }) {
  const moments = lines.flatMap((line) => SIDES.flatMap((side) => dotsOf(line[side]).map(({ at }) => at)));
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const across = (at: number): number => (last === first ? WIDTH / 2 : EDGE + ((at - first) / (last - first)) * (WIDTH - 2 * EDGE));
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <li key={line.code} className={css.line}>
          <span>{line.name}</span>
          <Said line={line} />
          <svg className={css.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <line x1="0" x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} className={css.base} />
            {SIDES.map((side) => (
              <Way key={side} line={line} side={side} across={across} />
            ))}
          </svg>
        </li>
      ))}
    </ul>
  );
}

function Said({ line }: { line: DrawnLine }) {
  const t = useT();
  const parts = SIDES.flatMap((side) => {
    const given = dotsOf(line[side]).map(({ points }) => String(Math.round(points / 100)));
    return given.length === 0 ? [] : [t(`growth.said.${side}`, { points: given.join(" → ") })];
  });
  return <span className={css.said}>{parts.join(" · ")}</span>;
}

/** Circles for the team and squares for the coach, so that colour is not needed to tell them apart. */
function Way({ line, side, across }: { line: DrawnLine; side: Side; across: (at: number) => number }) {
  const dots = dotsOf(line[side]).map(({ at, points }) => ({ x: across(at), y: HEIGHT - EDGE - (points / 10_000) * (HEIGHT - 2 * EDGE) }));
  return (
    <g>
      {dots.length > 1 ? (
        <polyline className={css[side]} points={dots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
      ) : null}
      {dots.map(({ x, y }, i) =>
        side === "team" ? (
          <circle key={i} cx={x} cy={y} r="3" className={css.teamDot} />
        ) : (
          <rect key={i} x={x - 3} y={y - 3} width="6" height="6" className={css.coachDot} />
        ),
      )}
    </g>
  );
}
