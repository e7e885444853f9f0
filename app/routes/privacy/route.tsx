import { useLoaderData } from "@remix-run/react";
import { instanceOf } from "~/domain/identity/access/instance";
import { RETENTION_RULES } from "~/domain/identity/privacy/rules";
import { COOKIE_CODES, COOKIES, namesOf } from "~/domain/kernel/cookies";
import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import { Prose } from "~/ui/kit/Prose";
import { Table } from "~/ui/kit/Table";
import { MailTo } from "~/ui/legal/MailTo";
import { RuleTable } from "~/ui/legal/RuleTable";
import type { PageHandle } from "~/ui/page-title";
import { defineLoader } from "~/web/route";
import css from "./Privacy.module.css";

export const handle: PageHandle = { title: "privacy.title" };

const PARTS = ["what", "why", "seen", "rights", "minors", "ask"] as const;

export const loader = defineLoader(async ({ ctx }) => {
  await ctx.web.page?.dependsOn("settings");
  const { privacyContact, contact } = await instanceOf(ctx.store.db);
  return { contact: privacyContact || contact };
});

export default function Privacy() {
  const t = useT();
  const { contact } = useLoaderData<typeof loader>();
  return (
    <Page title={t("privacy.title")} lead={t("keeping.privacy.lead")} width="middle">
      <Prose parts={PARTS.map((part) => ({ title: t(`keeping.privacy.${part}.title`), text: t(`keeping.privacy.${part}.text`) }))} />
      <MailTo label={t("settings.privacy_shown")} address={contact} />
      <section className={css.part}>
        <h2>{t("keeping.privacy.kept.title")}</h2>
        <p>{t("keeping.privacy.kept.text")}</p>
        <RuleTable rules={RETENTION_RULES} />
      </section>
      <section className={css.part}>
        <h2>{t("keeping.privacy.cookies.title")}</h2>
        <p>{t("keeping.privacy.cookies.text")}</p>
        <Cookies />
      </section>
    </Page>
  );
}

/** Every cookie there is: name, what for, how long. */
function Cookies() {
  const t = useT();
  return (
    <Table
      caption={t("keeping.privacy.cookies.title")}
      columns={[t("keeping.cookies.name"), t("keeping.cookies.why"), t("keeping.cookies.until")]}
    >
      {COOKIE_CODES.map((code) => (
        <tr key={code} role="row">
          <th role="rowheader" scope="row">
            <code>{namesOf(COOKIES[code])[0]}</code>
          </th>
          <td role="cell">{t(`keeping.cookie.${code}`)}</td>
          <td role="cell">{t(`keeping.cookie_until.${code}`)}</td>
        </tr>
      ))}
    </Table>
  );
}
