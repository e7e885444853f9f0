import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { addRubric } from "~/domain/awards/rubrics/add-rubric";
import { sourceForm } from "~/domain/awards/rubrics/forms";
import { libraryPage } from "~/domain/awards/rubrics/queries";
import { useLabel } from "~/ui/awards/labels";
import { RubricLevels } from "~/ui/awards/RubricLevels";
import { RubricTable } from "~/ui/awards/RubricTable";
import { CheckField } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "rubrics.library.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => libraryPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export const action = definePersonAction(async ({ ctx, form, params }) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { edition } = await libraryPage(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const parsed = parseForm(form, sourceForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { from, everywhere } = parsed.value;
  const { versionId } = await addRubric(ctx, { editionSlug: edition.slug, from, everywhere: everywhere === "on" });
  setToast(ctx.web, { key: everywhere === "on" ? "rubrics.added_everywhere" : "rubrics.added" });
  return redirect(`/awards/${edition.slug}/rubrics/${versionId}`, 303);
});

export default function Library() {
  const t = useT();
  const label = useLabel();
  const { edition, editable, library, others } = useLoaderData<typeof loader>();
  return (
    <Page title={t("rubrics.library.title")} lead={label(edition.name)} width="middle">
      <p>{t("rubrics.library.text")}</p>
      {library.map(({ code, name, about, criteria, sources }) => (
        <Card key={code}>
          <h2>{label(name)}</h2>
          <p>{label(about)}</p>
          <RubricTable criteria={criteria} />
          <Disclosure label={t("rubrics.levels")}>
            <RubricLevels criteria={criteria} />
          </Disclosure>
          <p>
            {t("rubrics.library.sources")}{" "}
            {sources.map((source, i) => (
              <span key={source.url}>
                {i > 0 ? ", " : ""}
                <a href={source.url}>{source.name}</a>
              </span>
            ))}
          </p>
          {editable ? <Take from={`library:${code}`} name={label(name)} /> : null}
        </Card>
      ))}
      {others.length > 0 ? <h2>{t("rubrics.library.others")}</h2> : null}
      {others.map(({ versionId, no, name, edition: of, criteria }) => (
        <Card key={versionId}>
          <h3>{label(name)}</h3>
          <p>{t("rubrics.library.of", { edition: label(of), no })}</p>
          <Disclosure label={t("rubrics.criteria", { count: criteria.length })}>
            <RubricTable criteria={criteria} />
          </Disclosure>
          {editable ? <Take from={`version:${versionId}`} name={label(name)} /> : null}
        </Card>
      ))}
      <p>
        <Link to={`/awards/${edition.slug}/rubrics`}>{t("rubrics.back")}</Link>
      </p>
    </Page>
  );
}

function Take({ from, name }: { from: string; name: string }) {
  const t = useT();
  return (
    <ReplyForm formId={from.replace(":", "-")} intent="take">
      <Fields>
        <input type="hidden" name="from" value={from} />
        <CheckField name="everywhere" label={t("rubrics.library.everywhere")} />
        <SubmitButton look="quiet" label={`${t("rubrics.library.take")}: ${name}`}>
          {t("rubrics.library.take")}
        </SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
