import { useLoaderData } from "@remix-run/react";
import { diffVersions, versionsOf } from "~/domain/ideas/queries-history";
import { ideaPage } from "~/domain/ideas/queries-page";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { Diff } from "./Diff";

export const handle: PageHandle = { title: "ideas.page.history" };

const number = (text: string | null): number | null => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null);

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const view = viewOf(ctx);
  const ideaId = params.ideaId ?? "";
  const versions = await versionsOf(view, ideaId);
  const { title, lang } = await ideaPage(view, ideaId);
  const from = number(ctx.url.searchParams.get("from"));
  const to = number(ctx.url.searchParams.get("to"));
  const compared = from !== null && to !== null && from !== to ? await diffVersions(view, ideaId, from, to) : null;
  return { ideaId, title, lang, versions, compared: compared && { from: compared.before.no, to: compared.after.no, diff: compared.diff } };
});

export default function Versions() {
  const t = useT();
  const { ideaId, title, lang, versions, compared } = useLoaderData<typeof loader>();
  return (
    <Page title={t("versions.title", { title })} lead={t("versions.lead")} width="middle">
      {compared ? (
        <section>
          <h2>{t("versions.diff", { from: compared.from, to: compared.to })}</h2>
          <Diff diff={compared.diff} lang={lang} />
        </section>
      ) : null}
      <Rows title={t("ideas.page.history")}>
        {versions.map((version) => (
          <Row
            key={version.no}
            title={t("versions.one", { no: version.no })}
            facts={
              <>
                <Time at={version.at} /> {t("versions.by", { name: version.authorName })}
              </>
            }
          >
            {version.no > 1 ? (
              <Link
                to={`?from=${version.no - 1}&to=${version.no}`}
                aria-label={`${t("versions.compare")}: ${t("versions.one", { no: version.no })}`}
              >
                {t("versions.compare")}
              </Link>
            ) : null}
            <a
              href={`/ideas/${ideaId}/receipt/${version.no}`}
              download
              aria-label={`${t("versions.receipt")}: ${t("versions.one", { no: version.no })}`}
            >
              {t("versions.receipt")}
            </a>
          </Row>
        ))}
      </Rows>
      <p>
        <Link to={`/ideas/${ideaId}`}>{t("team.back")}</Link> · <Link to="/verify">{t("verify.title")}</Link>
      </p>
    </Page>
  );
}
