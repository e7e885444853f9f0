import { useLoaderData } from "@remix-run/react";
import { codeOnPaper } from "~/domain/awards/certificates/code";
import { certificatesOf } from "~/domain/awards/certificates/queries-certificates";
import { editionToOversee } from "~/domain/awards/load";
import { useLabel } from "~/ui/awards/labels";
import { Actions } from "~/ui/forms/parts";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { CERTIFICATES_A_FILE } from "~/web/certificate";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "certificate.all" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const view = viewOf(ctx);
  const { slug, name } = await editionToOversee(view.db, ctx.actor, params.editionSlug ?? "", ctx.now);
  const papers = await certificatesOf(view, slug, ctx.now);
  return {
    slug,
    name,
    parts: Array.from({ length: Math.ceil(papers.length / CERTIFICATES_A_FILE) }, (_, i) => ({
      ...{ no: i + 1, from: i * CERTIFICATES_A_FILE + 1, until: Math.min(papers.length, (i + 1) * CERTIFICATES_A_FILE) },
    })),
    papers: papers.map(({ code, place, number, title, lang, personName }) => ({
      ...{ code: codeOnPaper(code), place, number, title, lang, personName },
    })),
  };
});

export default function Certificates() {
  const t = useT();
  const label = useLabel();
  const { slug, name, parts, papers } = useLoaderData<typeof loader>();
  return (
    <Page title={t("certificate.all")} lead={label(name)} width="middle">
      {papers.length === 0 ? (
        <Note>{t("certificate.all_later")}</Note>
      ) : (
        <>
          <p>{t("certificate.all_text")}</p>
          <Actions>
            {parts.map(({ no, from, until }) => (
              <ButtonLink key={no} to={`/awards/${slug}/certificates.pdf?part=${no}`} reload>
                {t("certificate.print", { from, until })}
              </ButtonLink>
            ))}
            {papers.some(({ place }) => place !== null) ? (
              <ButtonLink to={`/awards/${slug}/certificates.pdf?won`} reload>
                {t("certificate.print_won")}
              </ButtonLink>
            ) : null}
          </Actions>
          <Rows title={t("certificate.people")}>
            {papers.map((paper) => (
              <Row
                key={paper.code}
                title={paper.personName || t("certificate.nobody")}
                facts={
                  <>
                    {t("awards.entry.number", { number: paper.number })} · <span lang={paper.lang}>{paper.title}</span> ·{" "}
                    {paper.place === null ? t("certificate.part") : t(`awards.place.${paper.place}`)}
                  </>
                }
              >
                <a href={`/certificate/${paper.code}.pdf`}>{t("certificate.pdf")}</a>
                <Link to={`/certificate/${paper.code}`}>{t("certificate.page")}</Link>
              </Row>
            ))}
          </Rows>
        </>
      )}
      <p>
        <Link to={`/awards/${slug}/result`}>{t("letters.back")}</Link>
      </p>
    </Page>
  );
}
