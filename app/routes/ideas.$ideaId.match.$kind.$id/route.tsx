import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { expressInterest } from "~/domain/matching/express-interest";
import { interestSchema, refusalSchema } from "~/domain/matching/forms";
import { actsAsCoach } from "~/domain/matching/policy";
import { proposeInterest } from "~/domain/matching/propose-interest";
import { askedIdea, matchPage } from "~/domain/matching/queries";
import { reconsiderMatch, refuseMatch } from "~/domain/matching/refuse-match";
import { DomainError } from "~/domain/kernel/errors";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { Picture, Score, useMatchName } from "~/ui/matching/MatchCard";
import css from "~/ui/matching/Matches.module.css";
import { Reasons } from "~/ui/matching/Reasons";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { matchViewOf } from "~/web/matches";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { Acts } from "./Acts";

export const handle: PageHandle = { title: "matching.why" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const view = matchViewOf(ctx);
  const idea = await askedIdea(view, params.ideaId ?? "");
  const match = await matchPage(view, idea, params.kind ?? "", params.id ?? "");
  const byCoach = idea.matchConsent === "by_coach" && idea.membership === null && actsAsCoach(ctx.actor, idea.homeCampusId);
  return { ideaId: idea.id, title: idea.title, match: { ...match, mayPropose: byCoach } };
});

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  const { ideaId = "", kind = "", id: token = "" } = params;
  const here = `/ideas/${ideaId}/match/${kind}/${token}`;
  if (intent === "interest") {
    const parsed = parseForm(form, interestSchema);
    if (!parsed.ok) return refuseForm(parsed.reply);
    const { interestId, together } = await expressInterest(ctx, ideaId, { token, ...parsed.value });
    setToast(ctx.web, { key: together ? "matching.now_together" : "matching.asked" });
    return redirect(`/interest/${interestId}`, 303);
  }
  if (intent === "propose") {
    const parsed = parseForm(form, interestSchema);
    if (!parsed.ok) return refuseForm(parsed.reply);
    const { interestId } = await proposeInterest(ctx, ideaId, { token, ...parsed.value });
    setToast(ctx.web, { key: "matching.proposed_done" });
    return redirect(`/interest/${interestId}`, 303);
  }
  if (intent === "refuse") {
    const parsed = parseForm(form, refusalSchema);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await refuseMatch(ctx, ideaId, token, parsed.value.reason);
    setToast(ctx.web, { key: "matching.refused", undo: { action: here, intent: "reconsider" } });
    return redirect(`/ideas/${ideaId}#matches`, 303);
  }
  if (intent === "reconsider") {
    await reconsiderMatch(ctx, ideaId, token);
    setToast(ctx.web, { key: "matching.reconsidered" });
    return redirect(`/ideas/${ideaId}#matches`, 303);
  }
  throw new DomainError("invalid");
});

export default function Match() {
  const t = useT();
  const { ideaId, title, match } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { idea, person, organisation } = match;
  const name = useMatchName()(match);
  const veiled = idea !== null && idea.open === null;
  return (
    <Page title={name} lead={idea?.open ? idea.open.pitch : t("matching.of", { title })} width="middle">
      {veiled ? <Note>{t("matching.veiled_why")}</Note> : null}
      <Card>
        <div className={css.head}>
          <Picture match={match} />
          <div className={css.text}>
            <h2>{t("matching.why")}</h2>
            {organisation ? <p>{t("matching.role.organisation")}</p> : null}
            {person ? <p>{`${t(`matching.role.${person.role}`)} · ${person.langs.join(", ")}`}</p> : null}
            {match.alike ? <p className={css.alike}>{t("matching.alike")}</p> : null}
          </div>
          <Score match={match} />
        </div>
        <Reasons reasons={match.reasons} of={match.complementarity} />
      </Card>
      <Words tone="need" title={t("matching.they_need")} words={match.needs} />
      <Words tone="offer" title={t("matching.they_offer")} words={match.offers} />
      {idea?.open ? <Link to={`/ideas/${idea.open.id}`}>{idea.open.title}</Link> : null}
      <Acts ideaId={ideaId} match={match} reply={reply} />
      <p>
        <Link to={`/ideas/${ideaId}`}>{t("matching.back")}</Link>
      </p>
    </Page>
  );
}

function Words({ tone, title, words }: { tone: "need" | "offer"; title: string; words: MatchData["needs"] }) {
  const t = useT();
  if (words.length === 0) return null;
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      <Chips label={title}>
        {words.map(({ kind, text, lang }, at) => (
          <Chip key={at} tone={tone} lang={lang}>
            {text === "" ? t(`kind.${kind}`) : text}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}

export type MatchData = ReturnType<typeof useLoaderData<typeof loader>>["match"];
