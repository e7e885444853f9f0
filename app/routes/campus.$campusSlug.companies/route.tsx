import { useLoaderData } from "@remix-run/react";
import { registrationsOfCampus } from "~/domain/companies/queries";
import type { Listed } from "~/domain/companies/queries";
import { writtenVat } from "~/domain/companies/vat-number";
import { CampusNav } from "~/ui/campus/CampusNav";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { campusToRun } from "~/web/campus";
import { definePersonLoader } from "~/web/route";

export const handle: PageHandle = { title: "companies.list" };

/** Companies that ask to be on a campus, for who runs it. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const { id, slug, name, zone } = await campusToRun(ctx, params.campusSlug);
  return { campus: { slug, name, zone }, ...(await registrationsOfCampus(ctx.store.db, id)) };
});

function Registrations({ title, zone, list }: { title: string; zone: string; list: readonly Listed[] }) {
  const t = useT();
  if (list.length === 0) return null;
  return (
    <Rows title={title}>
      {list.map(({ id, name, state, vatNumber, vatState, dueAt, endedAt }) => (
        <Row
          key={id}
          title={<Link to={`/companies/${id}`}>{name}</Link>}
          facts={
            <>
              {vatNumber === null ? null : `${writtenVat(vatNumber)} · `}
              {t(`companies.vat.state.${vatState}`)} · {state === "waiting" ? t("companies.due") : t(`companies.state.${state}`)}{" "}
              {state === "waiting" && dueAt ? <Time at={dueAt} zone={zone} dateOnly /> : null}
              {state !== "waiting" && endedAt ? <Time at={endedAt} zone={zone} dateOnly /> : null}
            </>
          }
        />
      ))}
    </Rows>
  );
}

export default function Companies() {
  const t = useT();
  const { campus, waiting, ended } = useLoaderData<typeof loader>();
  return (
    <Page title={t("companies.list")} lead={t("companies.list.lead", { campus: campus.name })} width="middle">
      <CampusNav slug={campus.slug} name={campus.name} />
      {waiting.length === 0 ? (
        <EmptyState
          title={t("companies.list.none")}
          text={t("companies.list.none_text")}
          action={<ButtonLink to="/companies/register">{t("companies.register")}</ButtonLink>}
        />
      ) : null}
      <Registrations title={t("companies.list.waiting")} zone={campus.zone} list={waiting} />
      <Registrations title={t("companies.list.ended")} zone={campus.zone} list={ended} />
    </Page>
  );
}
