import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { graftableWith } from "~/domain/ideas/graft/queries";
import type { View } from "~/domain/ideas/visible";
import { answerInterest } from "~/domain/matching/answer-interest";
import { answerSchema } from "~/domain/matching/forms";
import type { InterestPage } from "~/domain/matching/queries-interest";
import { interestPage } from "~/domain/matching/queries-interest";
import { blockAsker } from "~/domain/matching/moderate-interest";
import { confirmInterest } from "~/domain/matching/propose-interest";
import { withdrawInterest } from "~/domain/matching/withdraw-interest";
import { roomOf } from "~/domain/rooms/queries-list";
import { DomainError } from "~/domain/kernel/errors";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { useMatchName } from "~/ui/matching/MatchCard";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { matchViewOf } from "~/web/matches";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { Answer } from "./Answer";
import { Message, Other } from "./Parts";

export const handle: PageHandle = { title: "matching.interest.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const view = matchViewOf(ctx);
  const interest = await interestPage(view, params.interestId ?? "");
  return {
    ...interest,
    roomId: await roomOf(view, "match", interest.id, ctx.now),
    graftWith: await graftOf(view, interest),
  };
});

/** Both ideas of an accepted interest, while their teams may join them. */
async function graftOf(view: View, { rights, ownId, other }: InterestPage) {
  if (!rights.end || ownId === null || !other?.open) return null;
  const { id } = other.open;
  const fit = await graftableWith(view, ownId);
  return fit.some((one) => one.id === id) ? { own: ownId, other: id } : null;
}

export type InterestData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  const id = params.interestId ?? "";
  if (intent === "accept" || intent === "decline") {
    const parsed = parseForm(form, answerSchema);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await answerInterest(ctx, id, { answer: intent === "accept" ? "accept" : "decline", ...parsed.value });
    setToast(ctx.web, { key: intent === "accept" ? "matching.interest.done.accept" : "matching.interest.done.decline" });
  } else if (intent === "withdraw") {
    await withdrawInterest(ctx, id);
    setToast(ctx.web, { key: "matching.interest.done.withdraw" });
  } else if (intent === "confirm" || intent === "not_confirm") {
    await confirmInterest(ctx, id, intent === "confirm");
    setToast(ctx.web, { key: intent === "confirm" ? "matching.interest.done.confirm" : "matching.interest.done.withdraw" });
  } else if (intent === "block") {
    await blockAsker(ctx, id);
    setToast(ctx.web, { key: "rooms.blocked" });
    return redirect("/matches", 303);
  } else throw new DomainError("invalid");
  return redirect(`/interest/${id}`, 303);
});

export default function Interest() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const nameOf = useMatchName();
  const own = data.own ? nameOf({ idea: data.own, person: null }) : null;
  const asked = own === null ? t("matching.interest.to_you") : t("matching.interest.to", { title: own });
  return (
    <Page
      title={data.side === "from" ? t("matching.interest.from", { title: own ?? "" }) : asked}
      lead={
        <>
          {t(`matching.interest.state.${data.state}`)}
          {data.state === "open" || data.state === "proposed" ? (
            <>
              {" · "}
              {t("matching.until")} <Time at={data.dueAt} zone={data.zone} />
            </>
          ) : null}
        </>
      }
      actions={
        data.roomId ? (
          <ButtonLink look="primary" to={`/rooms/${data.roomId}`}>
            {t("matching.interest.room")}
          </ButtonLink>
        ) : undefined
      }
      width="middle"
    >
      {data.side === "coach" ? <Note>{t("matching.interest.coach")}</Note> : null}
      {data.state === "proposed" ? <Note>{t("matching.interest.proposed")}</Note> : null}
      <Other data={data} />
      <Message data={data} />
      <Answer data={data} reply={reply} />
      {data.graftWith ? (
        <Note>
          {t("matching.interest.graft_text")}{" "}
          <Link to={`/ideas/${data.graftWith.own}/graft?with=${data.graftWith.other}`}>{t("matching.interest.graft")}</Link>
        </Note>
      ) : null}
      {data.ownId ? (
        <p>
          <Link to={`/ideas/${data.ownId}`}>{t("matching.back")}</Link>
        </p>
      ) : null}
    </Page>
  );
}
