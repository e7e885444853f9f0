import { useLoaderData } from "@remix-run/react";
import { myEntries } from "~/domain/awards/queries-entrant";
import { editionsFor } from "~/domain/awards/queries-public";
import { hasRole, isPerson } from "~/domain/kernel/actor";
import { EditionCards } from "~/ui/awards/EditionCards";
import { MyEntries } from "~/ui/awards/MyEntries";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { shareMeta } from "~/ui/share-meta";
import { defineLoader } from "~/web/route";
import { say } from "~/web/say";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "awards.title" };
export const meta = shareMeta;

export const loader = defineLoader(async ({ ctx }) => {
  await ctx.web.page?.dependsOn("awards", "campuses");
  const view = viewOf(ctx);
  return {
    editions: await editionsFor(view, ctx.now),
    mayBegin: hasRole(ctx.actor, "organiser"),
    mine: isPerson(ctx.actor) ? await myEntries(view, ctx.now) : [],
    share: {
      title: say(ctx, "awards.title"),
      description: say(ctx, "awards.lead"),
      url: `${ctx.web.env.PUBLIC_ORIGIN}/awards`,
      lang: ctx.actor.locale,
    },
  };
});

export default function Awards() {
  const t = useT();
  const { editions, mine, mayBegin } = useLoaderData<typeof loader>();
  const earlier = editions.filter(({ phase }) => phase === "archived");
  return (
    <Page
      title={t("awards.title")}
      lead={t("awards.lead")}
      actions={mayBegin ? <ButtonLink to="/awards/new">{t("editor.new.go")}</ButtonLink> : null}
    >
      {mine.length > 0 ? <MyEntries title={t("awards.mine")} entries={mine} withEdition /> : null}
      {editions.length > 0 ? (
        <EditionCards editions={editions.filter(({ phase }) => phase !== "archived")} />
      ) : (
        <EmptyState
          title={t("awards.empty.title")}
          text={t("awards.empty.text")}
          action={
            <ButtonLink to="/plant" look="primary">
              {t("home.action")}
            </ButtonLink>
          }
        />
      )}
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t("edition.earlier")}</h2>
          <EditionCards editions={earlier} />
        </section>
      ) : null}
    </Page>
  );
}
