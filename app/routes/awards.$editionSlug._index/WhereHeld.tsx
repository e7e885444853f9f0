import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import type { EditionData } from "./route";

/** For which categories and rounds a rubric holds; nothing when it holds for all. */
export function WhereHeld({ rubric }: { rubric: EditionData["edition"]["rubrics"][number] }) {
  const t = useT();
  const label = useLabel();
  const { categories, rounds } = rubric;
  const places = [...categories.map(label), ...rounds.map((no) => t("rubrics.round", { no }))];
  return places.length === 0 ? null : <h3>{places.join(", ")}</h3>;
}
