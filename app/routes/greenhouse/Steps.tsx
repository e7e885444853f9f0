import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Time } from "~/ui/when";
import type { GreenhouseView } from "./load.server";
import css from "./Greenhouse.module.css";

type Step = GreenhouseView["steps"][number];

function pathOf({ kind, ideaId, edition }: Step): string {
  if (kind === "book_talk") return `/coaching?idea=${ideaId}`;
  if (kind === "enter_awards" && edition) return `/awards/${edition.slug}/enter?idea=${ideaId}`;
  return `/ideas/${ideaId}/edit`;
}

/** What would take the person's ideas further, a few at a time. */
export function Steps({ steps }: { steps: GreenhouseView["steps"] }) {
  const t = useT();
  if (steps.length === 0) return null;
  return (
    <section className={css.section}>
      <h2>{t("notices.steps.title")}</h2>
      <ul className={css.steps}>
        {steps.map((step) => {
          const text = t(`notices.step.${step.kind}`, { edition: step.edition?.name ?? "" });
          return (
            <li key={`${step.kind}-${step.ideaId}`} className={css.step}>
              <p className={css.what}>{text}</p>
              <p className={css.facts}>
                <span lang={step.lang}>{step.title}</span>
                {step.edition ? (
                  <>
                    {" · "}
                    {t("notices.step.until")} <Time at={step.edition.until} />
                  </>
                ) : null}
              </p>
              <p className={css.go}>
                <ButtonLink to={pathOf(step)} small>
                  <span aria-hidden="true">{t("notices.step.go")}</span>
                  <span className="sr-only">{t("notices.step.go_named", { text, title: step.title })}</span>
                </ButtonLink>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
