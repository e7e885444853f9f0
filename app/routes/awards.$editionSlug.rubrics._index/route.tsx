import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dropRubric } from "~/domain/awards/rubrics/drop-rubric";
import { choicesIn } from "~/domain/awards/rubrics/forms";
import { rubricsPage } from "~/domain/awards/rubrics/queries";
import { setRubrics } from "~/domain/awards/rubrics/set-rubrics";
import { DomainError } from "~/domain/kernel/errors";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Choices } from "./Choices";
import { Versions } from "./Versions";

export const handle: PageHandle = { title: "rubrics.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => rubricsPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export type RubricsData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { edition } = await rubricsPage(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const { slug: editionSlug } = edition;
  switch (intent) {
    case "choose":
      await setRubrics(ctx, { editionSlug, choices: choicesIn(form) });
      setToast(ctx.web, { key: "rubrics.chosen" });
      break;
    case "drop":
      await dropRubric(ctx, { editionSlug, versionId: String(form.get("id") ?? "") });
      setToast(ctx.web, { key: "rubrics.dropped" });
      break;
    default:
      throw new DomainError("invalid");
  }
  return redirect(`/awards/${editionSlug}/rubrics`, 303);
});

export default function Rubrics() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, editable } = page;
  return (
    <Page
      title={t("rubrics.title")}
      lead={label(edition.name)}
      width="middle"
      actions={
        editable ? (
          <ButtonLink to={`/awards/${edition.slug}/rubrics/library`} look="primary">
            {t("rubrics.add")}
          </ButtonLink>
        ) : null
      }
    >
      <p>{t("rubrics.text")}</p>
      {editable ? null : <Note>{t("editor.published")}</Note>}
      <Versions page={page} />
      <Choices page={page} reply={reply} />
      <p>
        <Link to={`/awards/${edition.slug}/setup`}>{t("editor.to_setup")}</Link>
      </p>
    </Page>
  );
}
