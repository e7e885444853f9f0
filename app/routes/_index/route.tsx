import { useLoaderData } from "@remix-run/react";
import { editionsFor, resultsOfIdeas } from "~/domain/awards/queries-public";
import { countIdeas, listIdeas } from "~/domain/ideas/queries-list";
import { mostWanted } from "~/domain/ideas/queries-words";
import { visitor } from "~/domain/kernel/actor";
import { DaysLeft } from "~/ui/awards/days-left";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Greenhouse } from "~/ui/plant/Greenhouse";
import { Time } from "~/ui/when";
import { plantOf } from "~/ui/ideas/plant-of";
import { defineLoader } from "~/web/route";
import css from "./Home.module.css";

const SHOWN = 8;

export const loader = defineLoader(async ({ ctx }) => {
  await ctx.web.page?.dependsOn("ideas:public", "awards");
  // The front page shows what everybody may see, also to who is signed in.
  const view = { db: ctx.store.db, actor: visitor(ctx.actor.locale) };
  const { items } = await listIdeas(view);
  const shown = items.slice(0, SHOWN);
  const results = await resultsOfIdeas(
    view,
    shown.map(({ id }) => id),
  );
  const edition = (await editionsFor(view, ctx.now)).find(({ phase }) => phase !== "published" && phase !== "archived");
  return {
    plants: shown.map((idea) => ({
      spec: plantOf({ ...idea, ...results.get(idea.id) }),
      href: `/ideas/${idea.id}`,
      label: idea.title,
      lang: idea.lang,
    })),
    newest: items[0] ? { id: items[0].id, title: items[0].title, at: items[0].plantedAt } : null,
    count: await countIdeas(view),
    wanted: await mostWanted(ctx.store.db),
    edition: edition ? { slug: edition.slug, name: edition.name[ctx.actor.locale], phase: edition.phase, until: edition.phaseUntil } : null,
  };
});

export default function Home() {
  const t = useT();
  const { plants, newest, count, wanted, edition } = useLoaderData<typeof loader>();
  const steps = [
    { title: t("home.steps.seed.title"), text: t("home.steps.seed.text") },
    { title: t("home.steps.need.title"), text: t("home.steps.need.text") },
    { title: t("home.steps.grow.title"), text: t("home.steps.grow.text") },
  ];
  return (
    <div className={css.page}>
      <section className={css.hero}>
        <div className={css.words}>
          <h1 className={css.title}>{t("home.title")}</h1>
          <p className={css.lead}>{t("home.lead")}</p>
          <p className={css.action}>
            <ButtonLink to="/plant" look="primary">
              {t("home.action")}
            </ButtonLink>
            <span>{t("home.action_hint")}</span>
          </p>
        </div>
        <Greenhouse items={plants} label={t("home.greenhouse")} />
      </section>
      <section className={css.cards} aria-label={t("ideas.list.title")}>
        <div className={css.card}>
          <h2>{t("home.fresh")}</h2>
          {newest ? (
            <>
              <p className={css.big}>
                <Link to={`/ideas/${newest.id}`}>{newest.title}</Link>
              </p>
              <p>
                <Time at={newest.at} />
              </p>
            </>
          ) : (
            <p className={css.big}>{t("home.fresh_none")}</p>
          )}
        </div>
        <div className={css.card}>
          <h2>{t("home.public")}</h2>
          <p className={css.big}>
            <Link to="/ideas">{t("home.public_count", { count: count.n })}</Link>
          </p>
          <p>{t("home.public_hint")}</p>
        </div>
        {edition ? (
          <div className={css.card}>
            <h2>{edition.name}</h2>
            <p className={css.big}>
              <Link to={`/awards/${edition.slug}`}>
                <DaysLeft until={edition.until} />
              </Link>
            </p>
            <p>{t(`contest.phase.${edition.phase}`)}</p>
          </div>
        ) : (
          <div className={css.card}>
            <h2>{t("home.needs")}</h2>
            <p className={css.big}>{wanted === null ? t("home.fresh_none") : t(`kind.${wanted}`)}</p>
            <p>{t("home.needs_hint")}</p>
          </div>
        )}
      </section>
      <section className={css.how}>
        <h2>{t("home.steps.title")}</h2>
        <ol className={css.steps}>
          {steps.map((step) => (
            <li key={step.title}>
              <h3>{step.title}</h3>
              <p>{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
