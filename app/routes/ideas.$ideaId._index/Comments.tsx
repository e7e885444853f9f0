import { TextArea, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Time } from "~/ui/when";
import css from "./Comments.module.css";
import type { IdeaData } from "./route";

type Comment = NonNullable<IdeaData["comments"]>[number];
function One({ comment, zone, reply }: { comment: Comment; zone: string; reply: Reply | null }) {
  const t = useT();
  const { rights } = comment;
  const act = (intent: string, label: string) => (
    <ReplyForm formId={`${intent}-${comment.id}`} intent={intent}>
      <input type="hidden" name="id" value={comment.id} />
      <SubmitButton look="link">{label}</SubmitButton>
    </ReplyForm>
  );
  return (
    <li className={css.comment} data-state={comment.state}>
      <p className={css.by}>
        <strong>{comment.by?.name ?? t("ideas.timeline.someone")}</strong> <Time at={comment.at} zone={zone} />
        {comment.state === "shown" ? null : <em> · {t(`ideas.comment.state.${comment.state}`)}</em>}
      </p>
      <p className={css.body} lang={comment.lang}>
        {comment.body}
      </p>
      <div className={css.actions}>
        {rights.remove ? act("remove_comment", t("ideas.page.comment_remove")) : null}
        {rights.restore ? act("restore_comment", t("ideas.comment.restore")) : null}
        {rights.unhide ? act("unhide_comment", t("ideas.comment.unhide")) : null}
        {rights.hide ? (
          <FoldedForm
            label={t("ideas.comment.hide")}
            intent="hide_comment"
            reply={reply?.values.id?.[0] === comment.id ? reply : null}
            formId={`hide-${comment.id}`}
            send={t("ideas.page.hide")}
          >
            <input type="hidden" name="id" value={comment.id} />
            <TextField name="reason" label={t("ideas.hide.reason")} maxLength={280} />
          </FoldedForm>
        ) : null}
        {rights.report ? <Link to={`/report/comment/${comment.id}`}>{t("ideas.comment.report")}</Link> : null}
      </div>
    </li>
  );
}

/** What people say about the idea, and a place to say something. */
export function Comments({ data, reply }: { data: IdeaData; reply: Reply | null }) {
  const t = useT();
  const { idea, comments } = data;
  return (
    <section className={css.section} id="comments">
      <h2>{t("ideas.page.comments")}</h2>
      {comments === null ? (
        <p>
          <Link to={`/sign-in?to=/ideas/${idea.id}`}>{t("ideas.page.comment_sign_in")}</Link>
        </p>
      ) : (
        <>
          {idea.rights.comment ? (
            <ReplyForm key={idea.commentCount} formId="comment" reply={reply} intent="comment">
              <Fields>
                <ErrorSummary />
                <TextArea name="body" label={t("ideas.page.comment_label")} rows={3} maxLength={2000} />
                <SubmitButton look="quiet">{t("ideas.page.comment_send")}</SubmitButton>
              </Fields>
            </ReplyForm>
          ) : idea.rights.commentRefusal === "minors" ? (
            <p>{t("ideas.comment.minors")}</p>
          ) : null}
          {comments.length === 0 ? <p className={css.none}>{t("ideas.page.comments_none")}</p> : null}
          <ul className={css.list}>
            {comments.map((comment) => (
              <One key={comment.id} comment={comment} zone={idea.campus.zone} reply={reply} />
            ))}
          </ul>
          {idea.membership === null ? (
            <p>
              <Link to={`/report/idea/${idea.id}`}>{t("ideas.page.report")}</Link>
            </p>
          ) : null}
          {idea.rights.hide ? (
            <FoldedForm label={t("ideas.page.hide")} intent="hide" reply={reply} look="danger">
              <TextField name="reason" label={t("ideas.hide.reason")} maxLength={280} />
            </FoldedForm>
          ) : null}
        </>
      )}
    </section>
  );
}
