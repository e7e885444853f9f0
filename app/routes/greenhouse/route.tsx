import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { discardDraft } from "~/domain/ideas/discard-draft";
import { invitationAnswerSchema } from "~/domain/ideas/forms";
import { invitationsFor, myIdeas, openDrafts } from "~/domain/ideas/queries-mine";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { IdeaList } from "~/ui/ideas/IdeaList";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Rows, Row } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { cardsFor } from "~/web/idea-cards";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "garden.title" };

export const loader = definePersonLoader(async ({ ctx }) => {
  const view = viewOf(ctx);
  const drafts = await openDrafts(view);
  return {
    name: ctx.actor.name.split(" ")[0] ?? "",
    ideas: await cardsFor(ctx, await myIdeas(view)),
    invitations: await invitationsFor(view, ctx.now),
    drafts: drafts.map(({ id, ideaId, content, updatedAt }) => ({ id, ideaId, title: content.title ?? "", at: updatedAt })),
  };
});

export const action = definePersonAction(async ({ ctx, form, intent }) => {
  const id = String(form.get("id") ?? "");
  if (intent === "discard") {
    await discardDraft(ctx, { draftId: id });
    setToast(ctx.web, { key: "garden.draft_dropped" });
    return redirect("/greenhouse", 303);
  }
  const parsed = parseForm(form, invitationAnswerSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { ideaId } = await answerTeamInvitation(ctx, id, parsed.value.answer);
  const accepted = parsed.value.answer === "accept";
  setToast(ctx.web, { key: accepted ? "garden.accepted" : "garden.declined" });
  return redirect(accepted ? `/ideas/${ideaId}` : "/greenhouse", 303);
});

export default function MyGreenhouse() {
  const t = useT();
  const { name, ideas, invitations, drafts } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("garden.title")}
      lead={t("garden.lead", { name })}
      actions={
        <ButtonLink to="/plant" look="primary">
          {t("home.action")}
        </ButtonLink>
      }
    >
      {invitations.length > 0 ? (
        <Rows title={t("garden.waiting")}>
          {invitations.map((one) => (
            <Row
              key={one.id}
              title={t("garden.invitation", { name: one.by.name, title: one.title })}
              facts={
                <>
                  {t("team.until")} <Time at={one.dueAt} dateOnly />
                </>
              }
            >
              <ReplyForm formId={`answer-${one.id}`}>
                <input type="hidden" name="id" value={one.id} />
                <SubmitButton small name="answer" value="accept">
                  {t("garden.accept")}
                </SubmitButton>{" "}
                <SubmitButton small look="quiet" name="answer" value="decline">
                  {t("garden.decline")}
                </SubmitButton>
              </ReplyForm>
            </Row>
          ))}
        </Rows>
      ) : null}
      {drafts.length > 0 ? (
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
      ) : null}
      {ideas.length === 0 ? (
        <EmptyState title={t("garden.empty.title")} text={t("garden.empty.text")} />
      ) : (
        <section aria-label={t("garden.ideas")}>
          <IdeaList ideas={ideas} label={t("garden.ideas")} />
        </section>
      )}
      <p>
        <Link to="/account">{t("garden.account")}</Link>
      </p>
    </Page>
  );
}
