import { CampusCards } from "../forms/CampusCards";
import type { CampusChoice } from "../forms/CampusCards";
import { useT } from "../i18n";
import { AgeField } from "./AgeField";

/** What somebody new says besides a name: the age as a band, and the campus where there are several. */
export function JoinFields({ campuses, campusId }: { campuses: readonly CampusChoice[]; campusId?: string | null }) {
  const t = useT();
  return (
    <>
      <AgeField />
      <CampusCards legend={t("sign.up.campus")} campuses={campuses} initial={campusId} />
    </>
  );
}
