import { useLoaderData } from "@remix-run/react";
import { versionPage } from "~/domain/awards/queries-version";
import { Dossier } from "~/ui/awards/Dossier";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "edition.version.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const no = /^\d{1,6}$/.test(params.no ?? "") ? Number(params.no) : 0;
  return versionPage(viewOf(ctx), params.entryId ?? "", no, ctx.now);
});

export default function EntryVersion() {
  const t = useT();
  const label = useLabel();
  const version = useLoaderData<typeof loader>();
  const { edition, content } = version;
  return (
    <Page title={t("awards.entry.version", { no: version.no })} lead={label(edition.name)} width="middle">
      <p>
        {t("edition.version.frozen")} <Time at={version.at} zone={edition.zone} />. {t("edition.version.people")}{" "}
        <strong>{version.people.join(", ")}</strong>. {t("awards.entry.receipt")} <code>{version.sha256.slice(0, 16)}</code>
      </p>
      <Card>
        <h2 lang={content.lang}>{content.title}</h2>
        <Dossier content={content} answers={version.answers} slug={edition.slug} />
      </Card>
      <p>
        <Link to={`/awards/${edition.slug}/entry/${version.entryId}`}>{t("edition.version.back")}</Link>
      </p>
    </Page>
  );
}
