import { CheckField } from "~/ui/forms/fields";
import { Actions, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { OutboxData } from "./route";

/** What is done with all letters at once: draft them, approve what was read, send what follows later. */
export function Drafting({ outbox }: { outbox: OutboxData }) {
  const t = useT();
  const { edition, counts, letters, tellsPlace } = outbox;
  const drafts = letters.filter(({ letter }) => letter?.state === "draft");
  const fresh = counts.missing === letters.length;
  return (
    <Card label={t("letters.counts")}>
      <p>{t("letters.draft_text")}</p>
      {edition.publishedAt === null ? (
        <ReplyForm formId="places" intent="places" preventScrollReset>
          <Fields>
            <CheckField name="tellsPlace" label={t("letters.places")} initial={tellsPlace} />
            <SubmitButton look="quiet" small>
              {t("letters.places_save")}
            </SubmitButton>
          </Fields>
        </ReplyForm>
      ) : null}
      <Actions>
        <ReplyForm formId="draft" intent="draft" preventScrollReset>
          <SubmitButton look={fresh ? "primary" : "quiet"}>{fresh ? t("letters.draft") : t("letters.redraft")}</SubmitButton>
        </ReplyForm>
        {drafts.length > 0 ? (
          <ReplyForm formId="check-all" intent="check_all" preventScrollReset>
            {drafts.map(({ entryId, letter }) => (
              <input key={entryId} type="hidden" name="letter" value={`${entryId} ${letter?.revision ?? 0}`} />
            ))}
            <SubmitButton look="quiet">{t("letters.check_all", { count: drafts.length })}</SubmitButton>
          </ReplyForm>
        ) : null}
        {edition.publishedAt !== null && counts.checked > 0 ? (
          <ReplyForm formId="send" intent="send" preventScrollReset>
            <SubmitButton>{t("letters.send", { count: counts.checked })}</SubmitButton>
          </ReplyForm>
        ) : null}
      </Actions>
    </Card>
  );
}
