import { REASON_MAX } from "~/domain/ideas/idea";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import type { ProposalData } from "./route";

/** What a reader may do about the words of a proposal: report, hide, show again or take back. */
export function Words({ data, reply }: { data: ProposalData; reply: Reply | null }) {
  const t = useT();
  const { report, moderate, remove } = data.rights;
  const refused = reply?.intent === "hide" ? reply : null;
  return (
    <>
      {report ? (
        <p>
          <Link to={`/report/graft/${data.id}`}>{t("rooms.report")}</Link>
        </p>
      ) : null}
      {remove ? (
        <ReplyForm formId="remove" intent="remove" reply={reply}>
          <SubmitButton look="quiet">{t("graft.words_remove")}</SubmitButton>
        </ReplyForm>
      ) : null}
      {moderate && data.words === "hidden" ? (
        <ReplyForm formId="show" intent="show">
          <SubmitButton look="quiet">{t("rooms.show")}</SubmitButton>
        </ReplyForm>
      ) : null}
      {moderate && data.words !== "hidden" ? (
        <FoldedForm label={t("rooms.hide")} intent="hide" reply={refused}>
          <TextField name="reason" label={t("rooms.hide_why")} maxLength={REASON_MAX} />
        </FoldedForm>
      ) : null}
    </>
  );
}
