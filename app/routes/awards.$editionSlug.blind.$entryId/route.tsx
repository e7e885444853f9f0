import { useActionData, useLoaderData } from "@remix-run/react";
import { redactPage } from "~/domain/awards/blind/queries";
import { fileInput } from "~/domain/awards/files/entry-file";
import { Answers } from "~/ui/awards/Dossier";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonLoader } from "~/web/route";
import { defineUploadAction } from "~/web/upload";
import { viewOf } from "~/web/view";
import { perform } from "./perform.server";
import { RedactForm } from "./RedactForm";

export const handle: PageHandle = { title: "blind.entry_title" };

export const loader = definePersonLoader(async ({ ctx, params }) => ({
  ...(await redactPage(viewOf(ctx), params.editionSlug ?? "", params.entryId ?? "", ctx.now)),
  uploadMost: ctx.web.env.UPLOAD_LIMIT_KB * 1024,
}));

export type RedactData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = defineUploadAction({
  accepts: async ({ ctx, params }) => {
    const { files, editable } = await redactPage(viewOf(ctx), params.editionSlug ?? "", params.entryId ?? "", ctx.now);
    return editable ? files.map(({ key }) => fileInput(key)) : [];
  },
  write: async (args) => {
    // Whoever does not run the edition has no such page, so no act of it either.
    const { ctx, params } = args;
    return perform(args, await redactPage(viewOf(ctx), params.editionSlug ?? "", params.entryId ?? "", ctx.now));
  },
});

export default function Redact() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, number, checkedAt, organiserOnly } = page;
  return (
    <Page title={t("blind.entry_title")} lead={`${label(edition.name)} · ${t("awards.entry.number", { number })}`} width="wide">
      <Chips>
        <Chip tone={checkedAt ? "offer" : "sun"}>{checkedAt ? t("blind.checked") : t("blind.unchecked")}</Chip>
      </Chips>
      <p>{t("blind.entry_text")}</p>
      {page.editable ? null : <Note>{t("blind.published")}</Note>}
      <RedactForm key={`${page.entryId}-${page.revision}`} page={page} reply={reply} />
      {organiserOnly.length > 0 ? (
        <Card>
          <h2>{t("blind.organiser_only")}</h2>
          <Answers answers={organiserOnly} lang={page.lang} slug={edition.slug} />
        </Card>
      ) : null}
      <p>
        <Link to={`/awards/${edition.slug}/blind`}>{t("blind.title")}</Link>
      </p>
    </Page>
  );
}
