import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { castByCode } from "~/domain/awards/vote/cast-vote";
import { choicesIn } from "~/domain/awards/vote/forms";
import { paperByCode } from "~/domain/awards/vote/queries";
import { useLabel } from "~/ui/awards/labels";
import { VotePaper } from "~/ui/awards/VotePaper";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { liveVersion } from "~/web/live";
import { defineAction, defineLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { byCode, limitCasting } from "~/web/vote";
import { showChannel } from "~/domain/awards/vote/rows";

export const handle: PageHandle = { title: "vote.title" };

/** The ballot paper behind a printed code. A phone without an account comes here by the QR code of its seat. */
export const loader = defineLoader(async ({ ctx, params }) => {
  const code = params.code ?? "";
  const page = await byCode(ctx, () => paperByCode(ctx.store.db, code, ctx.now));
  return { ...page, version: await liveVersion(ctx, showChannel(page.editionId)) };
});

export const action = defineAction(async ({ ctx, params, form }) => {
  const code = params.code ?? "";
  await byCode(ctx, () => paperByCode(ctx.store.db, code, ctx.now));
  await limitCasting(ctx, code);
  await castByCode(ctx, { code, choices: choicesIn(form) });
  setToast(ctx.web, { key: "vote.kept" });
  return redirect(`/vote/${encodeURIComponent(code)}`, 303);
});

export default function VoteByCode() {
  const t = useT();
  const label = useLabel();
  const { edition, paper, now, version } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  useLive(`/awards/${edition.slug}/events`, version);
  return (
    <Page title={t("vote.title")} lead={label(edition.name)} width="narrow">
      <VotePaper paper={paper} now={now} zone={edition.campus.zone} reply={reply} />
      <p>
        <Link to={`/awards/${edition.slug}/live`}>{t("ceremony.live.go")}</Link>
      </p>
    </Page>
  );
}
