import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { castAsPerson } from "~/domain/awards/vote/cast-vote";
import { choicesIn } from "~/domain/awards/vote/forms";
import { publicVotes } from "~/domain/awards/vote/queries";
import { showChannel } from "~/domain/awards/vote/rows";
import { isPerson } from "~/domain/kernel/actor";
import { useLabel } from "~/ui/awards/labels";
import { VotePaper } from "~/ui/awards/VotePaper";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { liveVersion } from "~/web/live";
import { defineAction, defineLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { limitCasting } from "~/web/vote";

export const handle: PageHandle = { title: "vote.title" };

/** The votes of an edition: with a ballot for who votes by account, and the way to the code for who votes by code. */
export const loader = defineLoader(async ({ ctx, params }) => {
  const page = await publicVotes(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  return { ...page, signedIn: isPerson(ctx.actor), version: await liveVersion(ctx, showChannel(page.editionId)) };
});

export const action = defineAction(async ({ ctx, params, form, intent }) => {
  const editionSlug = params.editionSlug ?? "";
  const voteId = /^cast:([\w-]{1,64})$/.exec(intent)?.[1] ?? "";
  if (ctx.actor.personId !== null) await limitCasting(ctx, ctx.actor.personId);
  await castAsPerson(ctx, { editionSlug, voteId, choices: choicesIn(form) });
  setToast(ctx.web, { key: "vote.kept" });
  return redirect(`/awards/${editionSlug}/vote`, 303);
});

export default function VotesOfEdition() {
  const t = useT();
  const label = useLabel();
  const { edition, papers, now, signedIn, version } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { slug } = edition;
  useLive(`/awards/${slug}/events`, version);
  const waysIn = {
    codes: <ButtonLink to="/vote">{t("vote.by_code")}</ButtonLink>,
    accounts: signedIn ? undefined : <ButtonLink to={`/sign-in?to=/awards/${slug}/vote`}>{t("vote.sign_in")}</ButtonLink>,
  };
  return (
    <Page title={t("vote.title")} lead={label(edition.name)} width="narrow">
      {papers.length === 0 ? <EmptyState title={t("vote.none")} text={t("vote.none_text")} /> : null}
      {papers.map((paper) => (
        <VotePaper
          key={paper.voteId}
          paper={paper}
          now={now}
          zone={edition.campus.zone}
          reply={reply?.intent === `cast:${paper.voteId}` ? reply : null}
          instead={waysIn[paper.electorate]}
        />
      ))}
      <p>
        <Link to={`/awards/${slug}/live`}>{t("ceremony.live.go")}</Link>
      </p>
    </Page>
  );
}
