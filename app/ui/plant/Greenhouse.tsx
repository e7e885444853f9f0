import { useId } from "react";
import { Link } from "../kit/Link";
import { arrange, isTall } from "./arrange";
import type { PlantSpec } from "./draw";
import styles from "./Greenhouse.module.css";
import { Plant } from "./Plant";

/** A plant on a shelf. */
export interface GreenhouseItem {
  spec: PlantSpec;
  /** Where it leads; needs a label. */
  href?: string;
  /** Its name: read by screen readers, shown when pointed at. Without it the plant is decoration. */
  label?: string;
  /** Language of the label, when it is something a person wrote. */
  lang?: string;
}

interface GreenhouseProps {
  /** Up to eight are shown; the places left over get a pot with earth. */
  items: readonly GreenhouseItem[];
  /** What the list of plants is called, for screen readers. */
  label?: string;
  className?: string;
}

const ARCH = "M10 440V226C10 92 118 10 280 10S550 92 550 226V440z";

/** The glass house itself: decoration, stretched to the box it stands in. */
function House() {
  const glass = useId();
  return (
    <svg className={styles.house} viewBox="0 0 560 450" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <linearGradient id={glass} x2="0" y2="1">
        <stop className={styles.high} />
        <stop className={styles.deep} offset="1" />
      </linearGradient>
      <path d={ARCH} fill={`url(#${glass})`} />
      <path className={styles.glint} d="M12 396V326L236 12h46zM12 440 306 11h22L36 440z" />
      <path className={styles.bar} d="M145 46V438M280 12V438M415 46V438M10 226H550M82 226C82 150 150 96 280 96S478 150 478 226" />
      <path className={styles.frame} d={ARCH} />
      <path className={styles.base} d="M2 438h556v6q0 6-6 6H8q-6 0-6-6z" />
    </svg>
  );
}

/** Sun by day, moon and stars by night: shown one at a time by the colour scheme. */
function Sky() {
  return (
    <svg className={styles.sky} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <g className={styles.day}>
        <circle cx="50" cy="50" r="34" opacity=".35" />
        <circle cx="50" cy="50" r="22" />
      </g>
      <g className={styles.night}>
        <path d="M58 28a24 24 0 1 0 17 37a20 20 0 0 1-17-37z" />
        <circle cx="14" cy="30" r="1.8" />
        <circle cx="26" cy="82" r="1.4" />
        <circle cx="90" cy="34" r="1.6" />
        <circle cx="-24" cy="58" r="1.5" />
      </g>
    </svg>
  );
}

function Place({ item, tight }: { item: GreenhouseItem; tight: boolean }) {
  const { spec, href, label, lang } = item;
  const picture = <Plant spec={spec} className={tight && isTall(spec) ? styles.shrunk : styles.plant} sway />;
  if (label === undefined) return picture;
  const name = (
    <span className={styles.name} lang={lang}>
      {label}
    </span>
  );
  if (href === undefined) {
    return (
      <span className={styles.spot}>
        {picture}
        {name}
      </span>
    );
  }
  return (
    <Link to={href} className={`${styles.spot} ${styles.link}`}>
      {picture}
      {name}
    </Link>
  );
}

/** The arched greenhouse with two shelves of plants. */
export function Greenhouse({ items, label, className }: GreenhouseProps) {
  const places = arrange(items);
  const shelves = [places.slice(0, 4), places.slice(4)];
  const named = items.some((item) => item.label !== undefined);
  return (
    <div className={`${styles.greenhouse} ${className ?? ""}`} aria-hidden={named ? undefined : true}>
      <House />
      <Sky />
      <ul className={styles.shelves} aria-label={label}>
        {shelves.flatMap((shelf, row) =>
          shelf.map((item, column) => (
            <li key={row * 4 + column} className={styles.place} aria-hidden={item?.label === undefined ? true : undefined}>
              {item === null ? <Plant spec={null} className={styles.plant} /> : <Place item={item} tight={row === 0 && column % 3 === 0} />}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
