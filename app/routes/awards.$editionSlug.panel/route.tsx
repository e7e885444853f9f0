import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Conflicts } from "./Conflicts";
import { Jurors } from "./Jurors";
import { editionOfPanel, loadPanel } from "./load.server";
import { perform } from "./perform.server";
import { Plan } from "./Plan";

export const handle: PageHandle = { title: "jury.title" };

/** A draft that is being computed is looked at again by itself, with or without JavaScript. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data?.plan && data.plan.result === null ? [{ httpEquiv: "refresh", content: "2" }] : [];

/** After a refusal too: what changed meanwhile is marked. */
export const shouldRevalidate = (): boolean => true;

export const loader = definePersonLoader(async ({ ctx, params }) => loadPanel(ctx, params.editionSlug ?? ""));

export const action = definePersonAction(async (args) => {
  const { slug } = await editionOfPanel(args.ctx, args.params.editionSlug);
  return perform(args, slug);
});

export default function Panel() {
  const t = useT();
  const label = useLabel();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition } = view;
  const page = `/awards/${edition.slug}/panel`;
  return (
    <Page
      title={t("jury.title")}
      lead={t("jury.lead", { edition: label(edition.name) })}
      actions={<ButtonLink to={`/awards/${edition.slug}/board`}>{t("board.title")}</ButtonLink>}
    >
      <Jurors view={view} reply={reply} page={page} />
      <Conflicts view={view} />
      <Plan view={view} reply={reply} page={page} />
      <p>
        <Link to={`/awards/${edition.slug}/papers`}>{t("paper.title")}</Link> ·{" "}
        <Link to={`/awards/${edition.slug}/manage`}>{t("jury.back", { edition: label(edition.name) })}</Link>
      </p>
    </Page>
  );
}
