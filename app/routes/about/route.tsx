import { useLoaderData } from "@remix-run/react";
import { vocabularySourcesOf } from "~/domain/campus/queries-vocabulary";
import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import { Prose } from "~/ui/kit/Prose";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { defineLoader } from "~/web/route";
import css from "./about.module.css";

export const handle: PageHandle = { title: "about.title" };

export const loader = defineLoader(async ({ ctx }) => {
  await ctx.web.page?.dependsOn("vocabulary");
  const sources = await vocabularySourcesOf(ctx.store.db);
  return { sources: sources.map(({ version: _, ...source }) => source) };
});

export default function About() {
  const t = useT();
  const { sources } = useLoaderData<typeof loader>();
  const parts = [
    { title: t("about.who.title"), text: t("about.who.text") },
    { title: t("about.source.title"), text: t("about.source.text") },
  ];
  return (
    <Page title={t("about.title")} lead={t("about.lead")} width="middle">
      <Prose parts={parts} />
      {sources.length > 0 ? (
        <section id="sources" className={css.lists}>
          <h2>{t("about.lists.title")}</h2>
          <p>{t("about.lists.text")}</p>
          {sources.map(({ source, notice, occupations, skills, importedAt }) => (
            <div key={source} className={css.lists}>
              <p lang="en">
                <strong>{notice}</strong>
              </p>
              <p>
                {t("about.lists.count", { occupations, skills })} <Time at={importedAt} dateOnly />
              </p>
            </div>
          ))}
        </section>
      ) : null}
    </Page>
  );
}
