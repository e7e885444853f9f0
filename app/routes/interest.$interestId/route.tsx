import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerInterest } from "~/domain/matching/answer-interest";
import { answerSchema } from "~/domain/matching/forms";
import { interestPage } from "~/domain/matching/queries-interests";
import { withdrawInterest } from "~/domain/matching/withdraw-interest";
import { DomainError } from "~/domain/kernel/errors";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { Picture, useMatchName } from "~/ui/matching/MatchCard";
import css from "~/ui/matching/Matches.module.css";
import { Reasons } from "~/ui/matching/Reasons";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { matchViewOf } from "~/web/matches";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { Answer } from "./Answer";

export const handle: PageHandle = { title: "matching.interest.title" };

export const loader = definePersonLoader(({ ctx, params }) => interestPage(matchViewOf(ctx), params.interestId ?? ""));

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
  } else throw new DomainError("invalid");
  return redirect(`/interest/${id}`, 303);
});

export default function Interest() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const nameOf = useMatchName();
  const own = nameOf({ idea: data.own, person: null });
  const other = { idea: data.other, person: null };
  return (
    <Page
      title={data.side === "from" ? t("matching.interest.from", { title: own }) : t("matching.interest.to", { title: own })}
      lead={
        <>
          {t(`matching.interest.state.${data.state}`)}
          {data.state === "open" ? (
            <>
              {" · "}
              {t("matching.until")} <Time at={data.dueAt} zone={data.zone} />
            </>
          ) : null}
        </>
      }
      width="middle"
    >
      {data.side === "coach" ? <Note>{t("matching.interest.coach")}</Note> : null}
      <Card>
        <div className={css.head}>
          <Picture match={other} />
          <div className={css.text}>
            <h2>{data.other.open ? <Link to={`/ideas/${data.other.open.id}`}>{data.other.open.title}</Link> : nameOf(other)}</h2>
            {data.other.open ? <p lang={data.other.lang}>{data.other.open.pitch}</p> : <p>{t("matching.veiled_why")}</p>}
            {data.names.length > 0 ? (
              <p>
                {t("matching.interest.team")}: <strong>{data.names.join(", ")}</strong>
              </p>
            ) : null}
          </div>
        </div>
        <Reasons reasons={data.reasons} />
      </Card>
      <Card>
        <h2>{t("matching.interest.message")}</h2>
        <p>{data.message || t("matching.interest.no_message")}</p>
        {data.answerReason ? (
          <>
            <h3>{t("matching.interest.said")}</h3>
            <p>{data.answerReason}</p>
          </>
        ) : null}
      </Card>
      <Answer data={data} reply={reply} />
      {data.ownId ? (
        <p>
          <Link to={`/ideas/${data.ownId}`}>{t("matching.back")}</Link>
        </p>
      ) : null}
    </Page>
  );
}
