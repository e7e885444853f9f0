import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import type { GreenhouseView } from "./load.server";

/** What the person is still writing. */
export function Drafts({ drafts }: { drafts: GreenhouseView["drafts"] }) {
  const t = useT();
  if (drafts.length === 0) return null;
  return (
    <Rows title={t("garden.drafts")}>
      {drafts.map((draft) => (
        <Row
          key={draft.id}
          title={
            <Link to={draft.ideaId ? `/ideas/${draft.ideaId}/edit` : `/plant?draft=${draft.id}`}>
              {draft.title || t("garden.draft_untitled")}
            </Link>
          }
          facts={
            <>
              {draft.ideaId ? `${t("garden.draft_edit")} · ` : ""}
              {t("garden.draft_saved")} <Time at={draft.at} />
            </>
          }
        >
          <ReplyForm formId={`discard-${draft.id}`} intent="discard">
            <input type="hidden" name="id" value={draft.id} />
            <SubmitButton look="link" label={`${t("garden.draft_drop")}: ${draft.title || t("garden.draft_untitled")}`}>
              {t("garden.draft_drop")}
            </SubmitButton>
          </ReplyForm>
        </Row>
      ))}
    </Rows>
  );
}
