import { useLoaderData } from "@remix-run/react";
import { allOpenReports } from "~/domain/administration/queries-reports";
import { AdminNav } from "~/ui/admin/AdminNav";
import { Pages } from "~/ui/admin/Filters";
import { useT } from "~/ui/i18n";
import { Figure, Figures } from "~/ui/kit/Figures";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { List, Row } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { asked, defineAdminLoader, withQuery } from "~/web/admin";
import { markOf, readMark } from "~/web/audit";

export const handle: PageHandle = { title: "admin.area.reports" };

export const loader = defineAdminLoader(async ({ ctx }) => {
  const after = readMark(asked(ctx, "after"));
  const { rows, more, open, late } = await allOpenReports(ctx, after);
  const last = rows.at(-1);
  return {
    ...{ rows, open, late },
    first: after === undefined ? null : "/admin/reports",
    next: more && last ? withQuery("/admin/reports", { after: markOf({ at: last.dueAt, id: last.id }) }) : null,
  };
});

export default function AdminReports() {
  const t = useT();
  const { rows, open, late, first, next } = useLoaderData<typeof loader>();
  return (
    <Page title={t("admin.area.reports")} lead={t("admin.area.reports.text")}>
      <AdminNav />
      {open === 0 ? (
        <EmptyState title={t("campus.reports.none")} text={t("campus.reports.none_text")} />
      ) : (
        <>
          <Figures>
            <Figure>{t("campus.reports.open", { count: open })}</Figure>
            {late > 0 ? <Figure alarm>{t("admin.reports.late", { count: late })}</Figure> : null}
          </Figures>
          <List label={t("admin.area.reports")}>
            {rows.map(({ id, kind, reason, campus, slug, zone, createdAt, dueAt, isLate }) => (
              <Row
                key={id}
                title={
                  <Link to={`/campus/${slug}/reports`}>{t(`campus.report.title.${kind}`, { reason: t(`report.reason.${reason}`) })}</Link>
                }
                facts={
                  <>
                    {campus} · {t("campus.report.at")} <Time at={createdAt} zone={zone} /> ·{" "}
                    {isLate ? t("campus.report.late") : t("campus.report.due")} <Time at={dueAt} zone={zone} />
                  </>
                }
              />
            ))}
          </List>
        </>
      )}
      <Pages first={first} next={next} />
    </Page>
  );
}
