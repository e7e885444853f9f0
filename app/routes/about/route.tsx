import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import { Prose } from "~/ui/kit/Prose";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: "about.title" };

export default function About() {
  const t = useT();
  const parts = [
    { title: t("about.who.title"), text: t("about.who.text") },
    { title: t("about.source.title"), text: t("about.source.text") },
  ];
  return (
    <Page title={t("about.title")} lead={t("about.lead")} width="middle">
      <Prose parts={parts} />
    </Page>
  );
}
