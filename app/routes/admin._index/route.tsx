import { ADMIN_AREAS } from "~/domain/administration/areas";
import css from "~/ui/admin/Filters.module.css";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAdminLoader } from "~/web/admin";

export const handle: PageHandle = { title: "admin.title" };

export const loader = defineAdminLoader(() => Promise.resolve(null));

/** Where the administration starts. */
export default function Admin() {
  const t = useT();
  return (
    <Page title={t("admin.title")} lead={t("admin.lead")}>
      <ul className={css.areas}>
        {ADMIN_AREAS.map((area) => (
          <Card key={area} as="li">
            <h2>
              <Link to={`/admin/${area}`}>{t(`admin.area.${area}`)}</Link>
            </h2>
            <p className={css.facts}>{t(`admin.area.${area}.text`)}</p>
          </Card>
        ))}
      </ul>
    </Page>
  );
}
