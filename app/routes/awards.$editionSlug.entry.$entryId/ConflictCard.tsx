import { ConflictForm } from "~/ui/awards/ConflictForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { EntryData } from "./route";

/** To say that a juror knows the team; the juror then never gets this entry. */
export function ConflictCard({ entry, reply }: { entry: EntryData; reply: Reply | null }) {
  const t = useT();
  const open = entry.jurors.filter(({ declared }) => !declared);
  const told = entry.jurors.filter(({ declared }) => declared);
  const phase = entry.edition.phase;
  if (entry.jurors.length === 0 || phase === "published" || entry.state === "withdrawn") return null;
  return (
    <Card>
      {told.length > 0 ? <p>{t("awards.conflict.told", { names: told.map(({ name }) => name).join(", ") })}</p> : null}
      <Disclosure label={t("awards.conflict.entrant")} open={reply?.intent === "conflict"}>
        <p>{t("awards.conflict.entrant_text")}</p>
        <ConflictForm
          key={told.length}
          known={{ name: "entryId", value: entry.entryId }}
          choice={{ name: "jurorId", label: t("awards.conflict.juror") }}
          options={open.map(({ personId, name }) => ({ value: personId, label: name }))}
          reply={reply}
        />
      </Disclosure>
    </Card>
  );
}
