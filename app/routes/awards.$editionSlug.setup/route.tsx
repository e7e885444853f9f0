import { useLoaderData } from "@remix-run/react";
import { setupPage } from "~/domain/awards/queries-setup";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "edition.setup.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => setupPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export default function SetUp() {
  const t = useT();
  const label = useLabel();
  const { edition, steps } = useLoaderData<typeof loader>();
  const left = steps.filter(({ done }) => !done).length;
  return (
    <Page title={t("edition.setup.title")} lead={label(edition.name)} width="middle">
      <p>{left === 0 ? t("edition.setup.ready") : t("edition.setup.left", { count: left })}</p>
      <Rows title={t("edition.setup.steps")}>
        {steps.map(({ code, done, count, path }) => {
          const title = t(`edition.setup.${code}`);
          return (
            <Row
              key={code}
              title={path === null ? title : <Link to={`/awards/${edition.slug}${path}`}>{title}</Link>}
              facts={t(`edition.setup.${code}_text`, { count })}
            >
              <Chips>
                <Chip tone={done ? "offer" : "sun"}>{done ? t("edition.setup.done") : t("edition.setup.todo")}</Chip>
              </Chips>
            </Row>
          );
        })}
      </Rows>
      <p>
        <Link to={`/awards/${edition.slug}/copy`}>{t("edition.copy.title")}</Link> ·{" "}
        <Link to={`/awards/${edition.slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}
