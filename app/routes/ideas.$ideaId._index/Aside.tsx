import { PHASE_OF_STAGE, STAGES } from "~/domain/ideas/idea";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { PhaseBar } from "~/ui/ideas/PhaseBar";
import { Link } from "~/ui/kit/Link";
import { Plant } from "~/ui/plant/Plant";
import { describePlant } from "~/ui/plant/describe";
import { Time } from "~/ui/when";
import type { IdeaData } from "./route";
import css from "./Idea.module.css";

/** The plant, how far it is, and the facts about the text. */
export function Aside({ data, reply }: { data: IdeaData; reply: Reply | null }) {
  const t = useT();
  const { idea, plant } = data;
  const facts = describePlant(plant);
  return (
    <aside className={css.aside}>
      <div className={css.glass} data-phase={PHASE_OF_STAGE[idea.stage]}>
        <Plant
          spec={plant}
          sway
          label={
            t("ideas.plant.picture", { stage: t(`stage.${idea.stage}`), leaves: facts.leaves, buds: facts.openNeeds }) +
            (facts.joined > 1 ? t("graft.stems", { count: facts.joined }) : "") +
            (facts.flower ? t("ideas.plant.flower") : "") +
            (facts.fruit ? t("ideas.plant.fruit") : "")
          }
          className={css.plant}
        />
      </div>
      <PhaseBar stage={idea.stage} />
      <p className={css.facts}>
        {idea.rights.seeHistory ? (
          <Link to={`/ideas/${idea.id}/versions`}>{t("ideas.page.version", { no: idea.versionNo })}</Link>
        ) : (
          t("ideas.page.version", { no: idea.versionNo })
        )}
        , <Time at={idea.versionAt} zone={idea.campus.zone} /> · {t(`visible_for.${idea.visibility}`)}
        {idea.rights.takeReceipt ? (
          <>
            {" · "}
            <a href={`/ideas/${idea.id}/receipt/${idea.versionNo}`} download>
              {t("ideas.page.receipt")}
            </a>
            {" · "}
            <a href={`/ideas/${idea.id}/passport`} download>
              {t("passport.get")}
            </a>
          </>
        ) : null}
      </p>
      <p className={css.facts}>{[idea.domain, idea.growthMarket, idea.productionStep, idea.campus.name].filter(Boolean).join(" · ")}</p>
      {idea.rights.edit ? (
        <FoldedForm label={t("ideas.page.stage_change")} intent="stage" reply={reply} send={t("form.save")}>
          <SelectField
            name="stage"
            label={t("ideas.list.stage")}
            hint={t("ideas.page.stage_advice")}
            initial={idea.stage}
            options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          />
          <TextField name="reason" label={t("ideas.page.stage_reason")} maxLength={280} optional />
        </FoldedForm>
      ) : null}
    </aside>
  );
}
