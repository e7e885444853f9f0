import { RadioCards } from "~/ui/forms/fields";
import { useT } from "~/ui/i18n";
import { BasicFields, OpenFields, WordFields } from "~/ui/ideas/fields";
import { OpenTerms } from "~/ui/ideas/TermChoice";
import type { PlantView } from "./draft.server";
import css from "./Wizard.module.css";

export interface SimilarIdea {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
}

/** Ideas like the one being typed. */
export function Similar({ ideas }: { ideas: readonly SimilarIdea[] }) {
  const t = useT();
  if (ideas.length === 0) return null;
  return (
    <aside className={css.similar} aria-live="polite">
      <h2>{t("plant.similar")}</h2>
      <p>{t("plant.similar_hint")}</p>
      <ul>
        {ideas.map((idea) => (
          <li key={idea.id}>
            <a href={`/ideas/${idea.id}`} target="_blank" rel="noreferrer" lang={idea.lang}>
              {idea.title}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The fields of one screen. */
export function StepFields({ view }: { view: PlantView }) {
  const t = useT();
  if (view.step === 2) return <WordFields values={view.values} words={view.words} />;
  if (view.step === 3)
    return (
      <>
        <OpenTerms values={view.values} />
        <OpenFields visibility={view.visibility} matchConsent={view.matchConsent} />
      </>
    );
  return (
    <>
      {view.organisations.length > 0 ? (
        <RadioCards
          name="organisationId"
          legend={t("plant.field.kind")}
          initial={view.organisationId}
          options={[
            { value: "", label: t("plant.kind.idea"), hint: t("plant.kind.idea_hint") },
            ...view.organisations.map(({ id, name }) => ({
              value: id,
              label: t("plant.kind.challenge", { organisation: name }),
              hint: t("plant.kind.challenge_hint"),
            })),
          ]}
        />
      ) : null}
      <BasicFields values={view.values} domains={view.domains} />
      {view.campuses.length === 0 ? <p>{t("plant.no_campus")}</p> : null}
      {view.campuses.length > 1 ? (
        <RadioCards
          name="campusId"
          legend={t("plant.field.campus")}
          initial={view.campusId ?? undefined}
          options={view.campuses.map(({ id, name, place }) => ({ value: id, label: name, hint: place }))}
        />
      ) : (
        <input type="hidden" name="campusId" value={view.campusId ?? ""} />
      )}
    </>
  );
}
