import { useActionData, useLoaderData } from "@remix-run/react";
import { EDITION_NAME_MAX, JURORS_PER_ENTRY_MAX, THEME_MAX } from "~/domain/awards/edition";
import { editionDetails } from "~/domain/awards/editions/queries";
import { InLanguages } from "~/ui/awards/InLanguages";
import { useLabel } from "~/ui/awards/labels";
import { SelectField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { Categories } from "./Categories";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "editor.details.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => editionDetails(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export type DetailsData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  return perform(args, await editionDetails(viewOf(ctx), params.editionSlug ?? "", ctx.now));
});

export default function Details() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, editable } = page;
  const jurors = Array.from({ length: JURORS_PER_ENTRY_MAX }, (_, i) => String(i + 1));
  return (
    <Page title={t("editor.details.title")} lead={label(edition.name)} width="middle">
      {editable ? null : <Note>{t("editor.published")}</Note>}
      <Categories page={page} reply={reply} />
      {editable ? (
        <Card>
          <FoldedForm label={t("editor.details.change")} intent="edit" reply={reply} send={t("form.save")} anew={JSON.stringify(edition)}>
            <InLanguages name="name" label={t("edition.copy.name")} initial={edition.name} maxLength={EDITION_NAME_MAX} />
            <InLanguages name="theme" label={t("edition.copy.theme")} initial={edition.theme} maxLength={THEME_MAX} />
            <SelectField
              name="jurorsPerEntry"
              label={t("editor.jurors")}
              initial={String(edition.jurorsPerEntry)}
              options={jurors.map((value) => ({ value, label: value }))}
            />
          </FoldedForm>
        </Card>
      ) : null}
      <p>
        <Link to={`/awards/${edition.slug}/setup`}>{t("editor.to_setup")}</Link>
      </p>
    </Page>
  );
}
