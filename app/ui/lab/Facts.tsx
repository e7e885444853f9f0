import { useT } from "../i18n";
import css from "./Grid.module.css";
import type { ResourceView } from "./view";

/** What to know of a resource, below its name: seats, induction, closed until. */
export function Facts({ resource }: { resource: ResourceView }) {
  const t = useT();
  const { seats, induction, closedUntil, closedReason } = resource;
  const facts = [
    closedUntil ? t("lab.closed_until", { day: closedUntil }) : "",
    closedUntil && closedReason ? closedReason : "",
    seats > 1 && !closedUntil ? t("lab.seats", { count: seats }) : "",
    induction === "none" ? "" : t(`lab.induction.${induction}`),
  ].filter(Boolean);
  return <p className={css.facts}>{facts.join(" · ")}</p>;
}
