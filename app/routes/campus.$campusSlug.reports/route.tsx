import { useActionData, useLoaderData } from "@remix-run/react";
import { CampusNav } from "~/ui/campus/CampusNav";
import { Refused, SubmitButton } from "~/ui/forms/parts";
import { isBare, ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import type { ReportsView } from "./load.server";
import { campusToModerate, reportsView } from "./load.server";
import { perform } from "./perform.server";
import { Report } from "./Report";
import css from "./Reports.module.css";

export const handle: PageHandle = { title: "campus.reports" };

export const loader = definePersonLoader(async ({ ctx, params }) => reportsView(ctx, await campusToModerate(ctx, params.campusSlug)));

export const action = definePersonAction(async (args) => perform(args, await campusToModerate(args.ctx, args.params.campusSlug)));

function Hidden({ hidden, zone }: { hidden: ReportsView["hidden"]; zone: string }) {
  const t = useT();
  if (hidden.length === 0) return <p className={css.facts}>{t("campus.hidden.none")}</p>;
  return (
    <Rows title={t("campus.hidden", { count: hidden.length })}>
      {hidden.map(({ id, title, hiddenAt, hiddenBy }) => (
        <Row
          key={id}
          title={title}
          facts={
            hiddenAt ? (
              <>
                {t("campus.hidden.by", { name: hiddenBy ?? "–" })} <Time at={hiddenAt} zone={zone} />
              </>
            ) : null
          }
        >
          <ReplyForm formId={`hidden-${id}`} intent="unhide_idea" preventScrollReset>
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="quiet" small label={t("campus.hidden.show_named", { title })}>
              {t("campus.hidden.show")}
            </SubmitButton>
          </ReplyForm>
        </Row>
      ))}
    </Rows>
  );
}

export default function Reports() {
  const t = useT();
  const { campus, organises, reports, hidden } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const saysItself = reply?.intent === "hide" && reports.some(({ id }) => id === reply.values.id?.[0]);
  return (
    <Page
      title={t("campus.reports")}
      lead={organises ? t("campus.reports.lead", { campus: campus.name }) : t("campus.reports.lead_coach", { campus: campus.name })}
      width="middle"
    >
      <CampusNav slug={campus.slug} name={campus.name} organises={organises} />
      <Refused reply={reply && !isBare(reply) && !saysItself ? reply : null} />
      {organises && reports.length === 0 ? <EmptyState title={t("campus.reports.none")} text={t("campus.reports.none_text")} /> : null}
      {reports.length > 0 ? (
        <section className={css.section}>
          <h2>{t("campus.reports.open", { count: reports.length })}</h2>
          <ul className={css.reports}>
            {reports.map((report) => (
              <Report
                key={report.id}
                report={report}
                slug={campus.slug}
                zone={campus.zone}
                reply={reply?.values.id?.[0] === report.id ? reply : null}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <Hidden hidden={hidden} zone={campus.zone} />
    </Page>
  );
}
