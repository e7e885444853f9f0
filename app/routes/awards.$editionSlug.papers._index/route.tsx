import { useLoaderData } from "@remix-run/react";
import { papersPage } from "~/domain/awards/paper/queries";
import { PRINTED_AT_ONCE } from "~/domain/awards/paper/queries-print";
import { useLabel } from "~/ui/awards/labels";
import { SearchForm } from "~/ui/forms/SearchForm";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { Sheets } from "./Sheets";

export const handle: PageHandle = { title: "paper.title" };

const CODE_MAX = 12;

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const asked = ctx.url.searchParams;
  const code = (asked.get("q") ?? "").slice(0, CODE_MAX);
  const page = await papersPage(viewOf(ctx), params.editionSlug ?? "", ctx.now, { jurorId: asked.get("juror"), code });
  const all = page.jurors.reduce((sum, { assigned }) => sum + assigned, 0);
  return { ...page, code, parts: Math.ceil(all / PRINTED_AT_ONCE) };
});

export type PapersView = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Papers() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const { edition, jurors, waiting, opened, parts } = page;
  const here = `/awards/${edition.slug}/papers`;
  return (
    <Page title={t("paper.title")} lead={label(edition.name)} width="middle">
      <p>{t("paper.text")}</p>
      {page.open ? null : <Note>{t("paper.closed")}</Note>}
      {page.mayType ? null : <Note>{t("paper.entrant")}</Note>}
      {waiting.length > 0 ? <Sheets title={t("paper.waiting")} rows={waiting} page={page} /> : null}
      <Card>
        <h2>{t("paper.find")}</h2>
        <p>{t("paper.find_text")}</p>
        <SearchForm key={page.code} label={t("paper.code")} words={page.code} maxLength={CODE_MAX} />
      </Card>
      {opened ? <Sheets title={t("paper.of", { name: opened.juror })} rows={opened.rows} page={page} /> : null}
      {jurors.length > 0 ? (
        <Rows title={t("paper.jurors")}>
          {jurors.map(({ id, name, assigned, left }) => (
            <Row key={id} title={name} facts={t("paper.left", { left, assigned })}>
              <Link to={`${here}?juror=${id}`} aria-label={t("paper.open_named", { name })}>
                {t("paper.open")}
              </Link>
              <ButtonLink to={`${here}.pdf?juror=${id}`} small reload label={t("paper.print_named", { name })}>
                {t("paper.print")}
              </ButtonLink>
            </Row>
          ))}
        </Rows>
      ) : (
        <Note>{t("paper.none")}</Note>
      )}
      {jurors.length > 0 ? (
        <p>
          {Array.from({ length: parts }, (_, at) => (
            <ButtonLink key={at} to={`${here}.pdf${parts > 1 ? `?part=${at + 1}` : ""}`} reload>
              {parts > 1 ? t("paper.print_part", { no: at + 1, of: parts }) : t("paper.print_all")}
            </ButtonLink>
          ))}
        </p>
      ) : null}
      <p>
        <Link to={`/awards/${edition.slug}/panel`}>{t("jury.open")}</Link>
      </p>
    </Page>
  );
}
