import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import { Prose } from "~/ui/kit/Prose";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: "accessibility.title" };

export default function Accessibility() {
  const t = useT();
  const parts = [
    { title: t("accessibility.status.title"), text: t("accessibility.status.text") },
    { title: t("accessibility.gaps.title"), text: t("accessibility.gaps.text") },
    { title: t("accessibility.contact.title"), text: t("accessibility.contact.text") },
  ];
  return (
    <Page title={t("accessibility.title")} lead={t("accessibility.lead")} width="middle">
      <Prose parts={parts} />
    </Page>
  );
}
