import { PLANT_HEIGHT, PLANT_WIDTH } from "./draw";
import type { PlantSpec } from "./draw";
import { EMPTY_POT_MARKUP, plantParts } from "./markup";
import styles from "./Plant.module.css";

interface PlantProps {
  /** The idea to draw; null draws a pot with earth that waits for one. */
  spec: PlantSpec | null;
  /** Height in CSS pixels; without it the CSS of `className` decides. */
  size?: number;
  /** Text alternative. Without it the picture is decoration and hidden from screen readers. */
  label?: string;
  /** Sways on arrival for a moment (where motion is welcome); otherwise only when pointed at. */
  sway?: boolean;
  className?: string;
}

/** One idea as a plant. The same spec always gives the same picture. */
export function Plant({ spec, size, label, sway = false, className }: PlantProps) {
  const { classes, markup } = spec === null ? { classes: "", markup: EMPTY_POT_MARKUP } : plantParts(spec);
  const names = [styles.plant, sway ? styles.sway : "", classes, className ?? ""].filter((name) => name !== "");
  const measure = size === undefined ? {} : { width: Math.round((size * PLANT_WIDTH) / PLANT_HEIGHT), height: size };
  const says = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg
      {...measure}
      {...says}
      className={names.join(" ")}
      viewBox={`0 0 ${PLANT_WIDTH} ${PLANT_HEIGHT}`}
      focusable="false"
      // Only numbers and class names of our own making: no text of a person ever gets in here.
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}
