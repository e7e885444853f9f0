import { ConflictForm } from "~/ui/awards/ConflictForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { QueueData } from "./route";

/** To say before the work begins that one had rather not, or may not, score an entry. */
export function Declare({ queue, reply }: { queue: QueueData; reply: Reply | null }) {
  const t = useT();
  const open = queue.declarable.filter(({ declared }) => !declared);
  const told = queue.declarable.filter(({ declared }) => declared);
  if (queue.declarable.length === 0 || queue.phase === "published") return null;
  const options = open.map(({ entryId, number, title }) => ({
    value: entryId,
    label: `${t("awards.entry.number", { number })} · ${title}`,
  }));
  return (
    <Card>
      <Disclosure label={t("awards.conflict.report")} open={reply !== null}>
        <p>{t("awards.conflict.juror_text")}</p>
        {told.length > 0 ? <p>{t("awards.conflict.told_entries", { numbers: told.map(({ number }) => number).join(", ") })}</p> : null}
        <ConflictForm
          key={told.length}
          known={{ name: "jurorId", value: queue.me }}
          choice={{ name: "entryId", label: t("awards.conflict.entry") }}
          options={options}
          reply={reply}
        />
      </Disclosure>
    </Card>
  );
}
