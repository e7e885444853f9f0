import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import { Prose } from "~/ui/kit/Prose";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: "privacy.title" };

export default function Privacy() {
  const t = useT();
  const parts = [
    { title: t("privacy.what.title"), text: t("privacy.what.text") },
    { title: t("privacy.cookies.title"), text: t("privacy.cookies.text") },
    { title: t("privacy.rights.title"), text: t("privacy.rights.text") },
    { title: t("privacy.minors.title"), text: t("privacy.minors.text") },
  ];
  return (
    <Page title={t("privacy.title")} lead={t("privacy.lead")} width="middle">
      <Prose parts={parts} />
    </Page>
  );
}
