import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerGraft } from "~/domain/ideas/graft/answer-graft";
import { graftAnswerSchema } from "~/domain/ideas/graft/forms";
import { hideGraft, removeGraftWords } from "~/domain/ideas/graft/moderate-graft";
import { graftPage } from "~/domain/ideas/graft/queries";
import { hideSchema } from "~/domain/ideas/forms";
import { withdrawGraft } from "~/domain/ideas/graft/withdraw-graft";
import { DomainError } from "~/domain/kernel/errors";
import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Answers } from "./Answers";
import { Proposed } from "./Proposed";
import { Words } from "./Words";

export const handle: PageHandle = { title: "graft.proposal" };

export const loader = definePersonLoader(({ ctx, params }) => graftPage(viewOf(ctx), params.proposalId ?? "", ctx.now));

export type ProposalData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  const id = params.proposalId ?? "";
  const here = `/graft/${id}`;
  if (intent === "withdraw") {
    await withdrawGraft(ctx, id);
    setToast(ctx.web, { key: "graft.withdrawn" });
    return redirect(here, 303);
  }
  if (intent === "hide") {
    const parsed = parseForm(form, hideSchema);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await hideGraft(ctx, id, parsed.value);
    setToast(ctx.web, { key: "rooms.hidden_done" });
    return redirect(here, 303);
  }
  if (intent === "show") {
    await hideGraft(ctx, id, "show");
    setToast(ctx.web, { key: "rooms.shown_done" });
    return redirect(here, 303);
  }
  if (intent === "remove") {
    await removeGraftWords(ctx, id);
    setToast(ctx.web, { key: "graft.words_removed" });
    return redirect(here, 303);
  }
  if (intent !== "yes" && intent !== "no") throw new DomainError("invalid");
  const parsed = parseForm(form, graftAnswerSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { childId } = await answerGraft(ctx, id, { ...parsed.value, answer: intent });
  setToast(ctx.web, { key: childId !== null ? "graft.made" : intent === "yes" ? "graft.said_yes" : "graft.said_no" });
  return redirect(childId === null ? here : `/ideas/${childId}`, 303);
});

export default function Proposal() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page
      title={t("graft.proposal")}
      lead={
        <>
          {t(`graft.state.${data.state}`)}
          {data.state === "open" ? (
            <>
              {" · "}
              {t("graft.until")} <Time at={data.dueAt} zone={data.campus.zone} />
            </>
          ) : null}
        </>
      }
      width="middle"
      actions={data.childId ? <ButtonLink to={`/ideas/${data.childId}`}>{t("graft.to_child")}</ButtonLink> : null}
    >
      <Proposed data={data} />
      <Answers data={data} reply={reply} />
      <Words data={data} reply={reply} />
      {data.mayWithdraw ? (
        <ReplyForm formId="withdraw" intent="withdraw" reply={reply}>
          <ErrorSummary />
          <SubmitButton look="quiet">{t("graft.withdraw")}</SubmitButton>
        </ReplyForm>
      ) : null}
    </Page>
  );
}
