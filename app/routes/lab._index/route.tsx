import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campusChoices } from "~/domain/campus/queries";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { defineLoader } from "~/web/route";

export const handle: PageHandle = { title: "lab.title" };

/** The lab of the reader's own campus; who belongs to none, or to several, chooses. */
export const loader = defineLoader(async ({ ctx }) => {
  const campuses = await campusChoices(ctx.store.db);
  const own = campuses.filter(({ id }) => ctx.actor.keys.includes(`campus:${id}`) || ctx.actor.keys.includes(`companies:${id}`));
  const [only] = own.length > 0 ? own : campuses;
  if (only && (own.length === 1 || campuses.length === 1)) throw redirect(`/lab/${only.slug}${ctx.url.search}`);
  return { campuses: campuses.map(({ slug, name, place }) => ({ slug, name, place })) };
});

export default function ChooseLab() {
  const t = useT();
  const { campuses } = useLoaderData<typeof loader>();
  return (
    <Page title={t("lab.choose")} lead={t("lab.choose.lead")} width="middle">
      {campuses.length === 0 ? (
        <EmptyState title={t("lab.choose.none")} text={t("lab.choose.none_text")} />
      ) : (
        <Rows title={t("lab.title")}>
          {campuses.map(({ slug, name, place }) => (
            <Row key={slug} title={name} facts={place}>
              <ButtonLink to={`/lab/${slug}`}>{t("lab.choose.open", { campus: name })}</ButtonLink>
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  );
}
