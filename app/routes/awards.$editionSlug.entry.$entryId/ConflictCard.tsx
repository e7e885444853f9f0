import { CONFLICT_WORDS_MAX } from "~/domain/awards/conflict";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
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
        {open.length > 0 ? (
          <ReplyForm key={told.length} formId="conflict" intent="conflict" reply={reply}>
            <Fields>
              <ErrorSummary />
              <input type="hidden" name="entryId" value={entry.entryId} />
              <SelectField
                name="jurorId"
                label={t("awards.conflict.juror")}
                options={open.map(({ personId, name }) => ({ value: personId, label: name }))}
              />
              <TextArea name="words" label={t("awards.conflict.words")} maxLength={CONFLICT_WORDS_MAX} rows={2} optional />
              <SubmitButton look="quiet">{t("awards.conflict.report")}</SubmitButton>
            </Fields>
          </ReplyForm>
        ) : null}
      </Disclosure>
    </Card>
  );
}
