import { DESCRIPTION_MAX, TITLE_STORED_MAX } from "~/domain/ideas/idea";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { SaveNote } from "~/ui/forms/SaveNote";
import { useAutosave } from "~/ui/forms/useAutosave";
import { useT } from "~/ui/i18n";
import { BasicFields, OpenFields, WordFields } from "~/ui/ideas/fields";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { EditView } from "./edit.server";

type Open = Extract<EditView, { kind: "open" }>;

/** The page where a team changes its idea; what it types is kept on the server while typing. */
export function Editor({ view, reply, stale }: { view: EditView; reply: Reply | null; stale: { current: number } | null }) {
  const t = useT();
  if (view.kind === "open") return <OpenEditor key={view.id} view={view} reply={reply} stale={stale} />;
  return (
    <Page title={view.title} lead={t("ideas.page.archived_note")} width="middle">
      <ReplyForm formId="restore" intent="restore">
        <SubmitButton>{t("ideas.edit.restore")}</SubmitButton>
      </ReplyForm>
    </Page>
  );
}

function StaleNote({ view, no }: { view: Open; no: number }) {
  const t = useT();
  return (
    <Card label={t("ideas.edit.stale_title")}>
      <p>{t("ideas.edit.stale_text", { no })}</p>
      <Disclosure label={t("ideas.edit.stale_title")} open>
        <p lang={view.current.lang}>
          <strong>{view.current.title}</strong>
        </p>
        <p lang={view.current.lang}>{view.current.pitch}</p>
        <p lang={view.current.lang}>{view.current.description}</p>
      </Disclosure>
    </Card>
  );
}

function OpenEditor({ view, reply, stale }: { view: Open; reply: Reply | null; stale: { current: number } | null }) {
  const t = useT();
  const here = `/ideas/${view.id}/edit`;
  const { onInput, onSubmit, draft, saveState } = useAutosave(here, view.draft);
  const none = (label: string, options: readonly { value: string; label: string }[]) => [{ value: "", label }, ...options];
  return (
    <Page title={t("ideas.edit.title")} width="middle">
      {stale ? <StaleNote view={view} no={stale.current} /> : null}
      {view.draft && !reply ? <Note>{t("ideas.edit.draft_note")}</Note> : null}
      <ReplyForm formId="edit" reply={reply?.intent === "archive" ? null : reply} onInput={onInput} onSubmit={onSubmit} noValidate>
        <Fields>
          <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
          <ErrorSummary />
          <input type="hidden" name="baseVersion" value={stale?.current ?? view.baseVersion} />
          {draft ? <input type="hidden" name="draftId" value={draft.draftId} /> : null}
          {draft ? <input type="hidden" name="revision" value={draft.revision} /> : null}
          <BasicFields values={view.values} domains={view.domains} titleMax={TITLE_STORED_MAX} />
          <TextArea
            name="description"
            label={t("plant.field.description")}
            hint={t("plant.field.description_hint")}
            initial={view.values.description}
            maxLength={DESCRIPTION_MAX}
            rows={8}
            optional
          />
          <WordFields values={view.values} words={view.words} />
          <SelectField
            name="growthMarketId"
            label={t("plant.field.market")}
            initial={view.values.growthMarketId ?? ""}
            optional
            options={none(t("plant.field.market_none"), view.markets)}
          />
          <SelectField
            name="productionStepId"
            label={t("plant.field.production")}
            initial={view.values.productionStepId ?? ""}
            optional
            options={none(t("plant.field.production_none"), view.steps)}
          />
          {view.mayOpen ? <OpenFields visibility={view.visibility} matchConsent={view.matchConsent} /> : null}
          <Actions>
            <SubmitButton name="intent" value="save">
              {t("form.save")}
            </SubmitButton>
            <Link to={`/ideas/${view.id}`}>{t("form.cancel")}</Link>
            <SaveNote state={saveState} />
          </Actions>
        </Fields>
      </ReplyForm>
      {view.draft ? (
        <ReplyForm formId="discard" intent="discard" reloadDocument>
          <input type="hidden" name="draftId" value={view.draft.draftId} />
          <SubmitButton look="link">{t("ideas.edit.draft_drop")}</SubmitButton>
        </ReplyForm>
      ) : null}
      {view.mayArchive ? (
        <Card label={t("ideas.edit.archive")}>
          <p>{t("ideas.edit.archive_hint")}</p>
          <ReplyForm formId="archive" intent="archive">
            <SubmitButton look="danger">{t("ideas.edit.archive")}</SubmitButton>
          </ReplyForm>
        </Card>
      ) : null}
    </Page>
  );
}
