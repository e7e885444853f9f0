import { useActionData, useLoaderData } from "@remix-run/react";
import { editionToOversee } from "~/domain/awards/load";
import { votesFor } from "~/domain/awards/vote/queries";
import { showChannel } from "~/domain/awards/vote/rows";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { liveVersion } from "~/web/live";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { MakeVote } from "./MakeVote";
import { OneVote } from "./OneVote";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "vote.run.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const slug = params.editionSlug ?? "";
  const { id } = await editionToOversee(ctx.store.db, ctx.actor, slug, ctx.now);
  const version = await liveVersion(ctx, showChannel(id));
  return { ...(await votesFor(viewOf(ctx), slug, ctx.now)), version };
});

export type VotesData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  const { slug } = await editionToOversee(ctx.store.db, ctx.actor, params.editionSlug ?? "", ctx.now);
  return perform(args, slug);
});

export default function RunVotes() {
  const t = useT();
  const label = useLabel();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, votes, now } = data;
  const { slug } = edition;
  useLive(`/awards/${slug}/events`, data.version);
  return (
    <Page title={t("vote.run.title")} lead={label(edition.name)} width="middle">
      <p>{t("vote.run.text")}</p>
      {votes.length === 0 ? <EmptyState title={t("vote.run.none")} text={t("vote.run.none_text")} /> : null}
      {votes.map((vote) => (
        <OneVote key={vote.voteId} vote={vote} slug={slug} now={now} zone={edition.campus.zone} />
      ))}
      <MakeVote data={data} reply={reply} />
      <p>
        <Link to={`/awards/${slug}/ceremony`}>{t("ceremony.title")}</Link> · <Link to={`/awards/${slug}/result`}>{t("result.to")}</Link> ·{" "}
        <Link to={`/awards/${slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}
