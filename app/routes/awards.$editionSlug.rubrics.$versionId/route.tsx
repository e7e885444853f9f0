import { useActionData, useLoaderData } from "@remix-run/react";
import { rubricPage } from "~/domain/awards/rubrics/queries";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { Criteria } from "./Criteria";
import { CriterionForm } from "./CriterionForm";
import { perform } from "./perform.server";
import { Preview } from "./Preview";
import { Rename } from "./Rename";
import { Weights } from "./Weights";

export const handle: PageHandle = { title: "rubrics.one" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const page = await rubricPage(viewOf(ctx), params.editionSlug ?? "", params.versionId ?? "", ctx.now);
  const asked = ctx.url.searchParams;
  /** Which criterion is being edited: its code, "new", or nothing. */
  const edit = page.editable ? asked.get("edit") : null;
  return { ...page, edit, preview: asked.has("preview") };
});

export type RubricData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  return perform(args, await rubricPage(viewOf(ctx), params.editionSlug ?? "", params.versionId ?? "", ctx.now));
});

export default function Rubric() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, name, no, bound, held, editable, preview } = page;
  const here = `/awards/${edition.slug}/rubrics/${page.versionId}`;
  const places = held.map(({ roundNo, category }) =>
    page.rounds > 1 ? `${label(category)} (${t("rubrics.round", { no: roundNo })})` : label(category),
  );
  return (
    <Page title={label(name)} lead={`${t("rubrics.version", { no })} · ${label(edition.name)}`} width="middle">
      <p>{places.length > 0 ? t("rubrics.held", { places: places.join(", ") }) : t("rubrics.held_nowhere")}</p>
      {editable && bound !== null ? <Note>{t(`rubrics.bound.${bound}`)}</Note> : null}
      <p>{preview ? <Link to={here}>{t("rubrics.preview_end")}</Link> : <Link to={`${here}?preview`}>{t("rubrics.preview")}</Link>}</p>
      {preview ? (
        <Preview criteria={page.criteria} />
      ) : (
        <>
          <Criteria page={page} here={here} />
          <CriterionForm page={page} reply={reply} here={here} />
          {editable ? <Weights page={page} reply={reply} /> : null}
          {editable ? <Rename page={page} reply={reply} /> : null}
        </>
      )}
      <p>
        <Link to={`/awards/${edition.slug}/rubrics`}>{t("rubrics.back")}</Link>
      </p>
    </Page>
  );
}
