import { useLoaderData } from "@remix-run/react";
import { TERM_KINDS } from "~/domain/campus/campus";
import { TERM_STATES, termList } from "~/domain/campus/terms/queries-terms";
import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { AdminNav } from "~/ui/admin/AdminNav";
import { Filter, Filters, Pages } from "~/ui/admin/Filters";
import { useLocale, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { List, Row } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { asked, defineAdminLoader, withQuery } from "~/web/admin";

export const handle: PageHandle = { title: "admin.area.terms" };

export const loader = defineAdminLoader(async ({ ctx }) => {
  const search = asked(ctx, "q");
  const kind = TERM_KINDS.find((one) => one === asked(ctx, "kind"));
  const state = TERM_STATES.find((one) => one === asked(ctx, "state"));
  const { rows, count, page, pages } = await termList(ctx, { search, kind, state, page: Number.parseInt(asked(ctx, "page"), 10) || 1 });
  const at = (no: number) => withQuery("/admin/terms", { q: search, kind, state, page: no > 1 ? String(no) : undefined });
  return {
    search,
    kind: kind ?? "",
    add: withQuery("/admin/terms/new", { kind }),
    state: state ?? "",
    states: [...TERM_STATES],
    count,
    page,
    pages,
    rows: rows.map(({ id, labels, parent, into, used, state: standing }) => ({ id, labels, parent, into, used, state: standing })),
    first: page > 1 ? at(1) : null,
    next: page < pages ? at(page + 1) : null,
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

function TermRow({ row }: { row: Shown }) {
  const t = useT();
  const locale = useLocale();
  const others = LOCALES.filter((lang) => lang !== locale);
  const said = (labels: Readonly<Record<Locale, string>>) => labels[locale];
  return (
    <Row
      title={<Link to={`/admin/terms/${row.id}`}>{row.labels[locale]}</Link>}
      facts={
        <>
          {others.map((lang) => (
            <span key={lang}>
              <span lang={lang}>{row.labels[lang]}</span> ·{" "}
            </span>
          ))}
          {row.parent ? `${t("terms.under", { name: said(row.parent) })} · ` : ""}
          {row.state === "retired" ? `${t("terms.state.retired")} · ` : ""}
          {row.into ? t("terms.merged_into", { name: said(row.into) }) : t("terms.used", { count: row.used })}
        </>
      }
    />
  );
}

/** The words that everybody picks from, with how often each is used. */
export default function AdminTerms() {
  const t = useT();
  const { search, kind, add, state, states, count, page, pages, rows, first, next } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("admin.area.terms")}
      lead={t("admin.area.terms.text")}
      actions={
        <ButtonLink to={add} look="primary">
          {t("terms.add")}
        </ButtonLink>
      }
    >
      <AdminNav />
      <Filters label={t("terms.search")} key={`${search}|${kind}|${state}`}>
        <Filter name="q" label={t("terms.q")} value={search} />
        <Filter
          name="kind"
          label={t("terms.kind")}
          value={kind}
          choices={TERM_KINDS.map((value) => ({ value, label: t(`terms.kind.${value}`) }))}
        />
        <Filter
          name="state"
          label={t("admin.people.state")}
          value={state}
          choices={states.map((value) => ({ value, label: t(`terms.state.${value}`) }))}
        />
      </Filters>
      <p>
        {t("terms.found", { count, page, pages })} · <a href="/admin/terms.csv">{t("terms.csv")}</a>
      </p>
      {rows.length === 0 ? <EmptyState title={t("terms.none")} text={t("terms.none_text")} /> : null}
      <List label={t("admin.area.terms")}>
        {rows.map((row) => (
          <TermRow key={row.id} row={row} />
        ))}
      </List>
      <Pages first={first} next={next} />
    </Page>
  );
}
