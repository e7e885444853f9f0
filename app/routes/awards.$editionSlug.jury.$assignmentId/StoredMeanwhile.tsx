import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { Stale } from "./perform.server";
import type { SheetData } from "./route";

/** What another page of the same juror kept meanwhile, to compare with what stands here. */
export function StoredMeanwhile({ stale, criteria }: { stale: Stale; criteria: SheetData["criteria"] }) {
  const t = useT();
  const label = useLabel();
  const { scores, note, feedback, juryNote } = stale.stored;
  return (
    <Card label={t("awards.sheet.stale")}>
      <Disclosure label={t("awards.sheet.stale")} open>
        <ul>
          {scores.map((score) => {
            const criterion = criteria.find(({ code }) => code === score.code);
            return (
              <li key={score.code}>
                {criterion ? label(criterion.name) : score.code}: {score.level ?? t("awards.sheet.no_level")} {score.comment}
              </li>
            );
          })}
        </ul>
        {feedback ? <p>{feedback}</p> : null}
        {juryNote ? <p>{juryNote}</p> : null}
        {note ? <p>{note}</p> : null}
      </Disclosure>
    </Card>
  );
}
