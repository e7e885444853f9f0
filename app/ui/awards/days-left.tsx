import { useContext } from "react";
import { useT } from "../i18n";
import { Time, VenueContext } from "../when";

const DAY_MS = 86_400_000;

/** How long something still goes on, in days or, on the last day, as its hour. */
export function DaysLeft({ until, zone }: { until: Date; zone?: string }) {
  const t = useT();
  const left = until.getTime() - new Date(useContext(VenueContext).now).getTime();
  if (left <= 0) return <>{t("awards.over")}</>;
  if (left < DAY_MS) {
    return (
      <>
        {t("awards.until")} <Time at={until} zone={zone} />
      </>
    );
  }
  return <>{t("contest.days_left", { count: Math.floor(left / DAY_MS) })}</>;
}
