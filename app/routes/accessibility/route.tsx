import { useLoaderData } from "@remix-run/react";
import { instanceOf } from "~/domain/identity/access/instance";
import { useT } from "~/ui/i18n";
import { MailTo } from "~/ui/legal/MailTo";
import { Page } from "~/ui/kit/Page";
import { Prose } from "~/ui/kit/Prose";
import type { PageHandle } from "~/ui/page-title";
import { defineLoader } from "~/web/route";

export const handle: PageHandle = { title: "accessibility.title" };

export const loader = defineLoader(async ({ ctx }) => {
  await ctx.web.page?.dependsOn("settings");
  return { contact: (await instanceOf(ctx.store.db)).contact };
});

export default function Accessibility() {
  const t = useT();
  const { contact } = useLoaderData<typeof loader>();
  const parts = [
    { title: t("accessibility.status.title"), text: t("accessibility.status.text") },
    { title: t("accessibility.gaps.title"), text: t("accessibility.gaps.text") },
    { title: t("accessibility.contact.title"), text: t("accessibility.contact.text") },
  ];
  return (
    <Page title={t("accessibility.title")} lead={t("accessibility.lead")} width="middle">
      <Prose parts={parts} />
      <MailTo label={t("accessibility.contact.write")} address={contact} />
    </Page>
  );
}
