import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { SaveNote } from "~/ui/forms/SaveNote";
import { useAutosave } from "~/ui/forms/useAutosave";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Plant } from "~/ui/plant/Plant";
import { useAsk } from "~/ui/useAsk";
import type { PlantView } from "./draft.server";
import { Similar, StepFields } from "./StepFields";
import type { SimilarIdea } from "./StepFields";
import css from "./Wizard.module.css";

const SIMILAR_PATH = "/plant/similar";
const LEAST_QUERY = 24;

/** Ideas like the one being written. */
function useSimilar(): { similar: readonly SimilarIdea[]; askSimilar(form: HTMLFormElement): void } {
  const { data, ask } = useAsk<{ ideas: SimilarIdea[] }>(SIMILAR_PATH);
  const askSimilar = (form: HTMLFormElement): void => {
    const words = new FormData(form);
    const query = new URLSearchParams({
      title: String(words.get("title") ?? ""),
      pitch: String(words.get("pitch") ?? ""),
      lang: String(words.get("lang") ?? ""),
    }).toString();
    if (query.length >= LEAST_QUERY) void ask(query);
  };
  return { similar: data?.ideas ?? [], askSimilar };
}

/** Three screens, each saved on the server; a plant grows along. */
export function Wizard({ view, reply }: { view: PlantView; reply: Reply | null }) {
  const t = useT();
  const { onInput, onSubmit, draft, saveState } = useAutosave(view.autosaveTo, view.draft);
  const { similar, askSimilar } = useSimilar();
  const step = view.step as 1 | 2 | 3;
  const last = step === 3;
  const stage = step === 1 ? "seed" : "seedling";
  return (
    <Page
      title={t(`plant.step${step}.title`)}
      lead={t(`plant.step${step}.lead`)}
      width="narrow"
      actions={
        <div className={css.progress}>
          <Plant
            spec={{
              seed: draft?.draftId ?? "new",
              stage,
              versions: step,
              comments: 0,
              openNeeds: view.values.needs.length,
              stems: 1,
              flower: false,
              fruit: false,
            }}
            size={84}
          />
          <span>{t("plant.step", { step })}</span>
        </div>
      }
    >
      <ReplyForm
        key={`${step} ${view.autosaveTo}`}
        formId="plant"
        reply={reply}
        noValidate
        onSubmit={onSubmit}
        onInput={(event) => {
          onInput(event);
          if (step === 1) askSimilar(event.currentTarget);
        }}
      >
        <Fields>
          {/* The key Enter presses the first button of a form: it must be the one that goes on. */}
          <button type="submit" name="intent" value="next" className="sr-only" tabIndex={-1} aria-hidden="true" />
          <ErrorSummary />
          {view.claimed && reply === null ? <p className={css.note}>{t("plant.claimed")}</p> : null}
          <input type="hidden" name="step" value={step} />
          {draft ? <input type="hidden" name="draftId" value={draft.draftId} /> : null}
          {draft ? <input type="hidden" name="revision" value={draft.revision} /> : null}
          <StepFields view={view} />
          {step === 1 ? <Similar ideas={similar} /> : null}
          {last && !view.signedIn ? <p className={css.note}>{t("plant.visitor_note")}</p> : null}
          <Actions>
            <SubmitButton name="intent" value="next">
              {last ? (view.signedIn ? t("plant.action") : t("plant.action_visitor")) : t("form.continue")}
            </SubmitButton>
            {step > 1 ? (
              <SubmitButton name="intent" value="back" look="quiet">
                {t("form.back")}
              </SubmitButton>
            ) : (
              <Link to="/ideas">{t("form.cancel")}</Link>
            )}
            <SaveNote state={saveState} />
          </Actions>
        </Fields>
      </ReplyForm>
    </Page>
  );
}
