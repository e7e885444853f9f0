import { useActionData, useLoaderData } from "@remix-run/react";
import { sheetFor } from "~/domain/awards/ceremony/queries";
import { showChannel } from "~/domain/awards/vote/rows";
import { editionToOversee } from "~/domain/awards/load";
import { useLabel } from "~/ui/awards/labels";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { liveVersion } from "~/web/live";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { perform } from "./perform.server";
import { Remote } from "./Remote";
import { RunSheet } from "./RunSheet";

export const handle: PageHandle = { title: "ceremony.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const slug = params.editionSlug ?? "";
  const { id } = await editionToOversee(ctx.store.db, ctx.actor, slug, ctx.now);
  const version = await liveVersion(ctx, showChannel(id));
  return { ...(await sheetFor(viewOf(ctx), slug, ctx.now)), version };
});

export type SheetData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  const { slug } = await editionToOversee(ctx.store.db, ctx.actor, params.editionSlug ?? "", ctx.now);
  return perform(args, slug);
});

export default function Ceremony() {
  const t = useT();
  const label = useLabel();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, show } = data;
  const { slug } = edition;
  useLive(`/awards/${slug}/events`, data.version);
  return (
    <Page title={t("ceremony.title")} lead={label(edition.name)} width="middle">
      {show ? (
        <>
          <Remote data={data} show={show} />
          <RunSheet data={data} show={show} reply={reply} />
        </>
      ) : (
        <Card>
          <h2>{t("ceremony.make")}</h2>
          <p>{t("ceremony.make_text")}</p>
          <ReplyForm formId="make" intent="make">
            <SubmitButton>{t("ceremony.make")}</SubmitButton>
          </ReplyForm>
        </Card>
      )}
      <p>
        <Link to={`/awards/${slug}/votes`}>{t("vote.run.title")}</Link> · <Link to={`/awards/${slug}/result`}>{t("result.to")}</Link> ·{" "}
        <Link to={`/awards/${slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}
