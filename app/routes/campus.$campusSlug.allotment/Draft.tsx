import { strengthOf } from "~/domain/coaching/allotment/allotment";
import { CheckField } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Figure, Figures } from "~/ui/kit/Figures";
import { Note } from "~/ui/kit/Note";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import { Adjust, Choice, OfDraft } from "./Adjust";
import type { AllotmentPage } from "./load.server";
import { IdeaLine, Open } from "./IdeaLine";
import { Loads } from "./Loads";
import { Pairs } from "./Pairs";
import css from "./Allotment.module.css";

type Draft = NonNullable<AllotmentPage["draft"]>;
type Result = NonNullable<Draft["result"]>;

function Quality({ result }: { result: Result }) {
  const t = useT();
  const { pairs, unplaced, floor, total, bound } = result;
  return (
    <Figures>
      <Figure>{t("coaching.allot.placed", { given: pairs.length, all: pairs.length + unplaced.length })}</Figure>
      {floor === null ? null : (
        <Figure>{t("coaching.allot.floor", { score: floor, strength: t(`coaching.allot.strength.${strengthOf(floor)}`) })}</Figure>
      )}
      {pairs.length > 0 ? (
        <Figure>{total >= bound ? t("coaching.allot.total_best", { total }) : t("coaching.allot.total", { total, bound })}</Figure>
      ) : null}
    </Figures>
  );
}

function Acts({ draft }: { draft: Draft }) {
  const t = useT();
  const fits = draft.result !== null && draft.result.pairs.length > 0 && draft.result.pairs.every(({ changed }) => changed === null);
  return (
    <div className={css.acts}>
      {fits ? (
        <ReplyForm formId="apply" intent="apply">
          <OfDraft draft={draft} />
          <SubmitButton>{t("coaching.allot.apply")}</SubmitButton>
        </ReplyForm>
      ) : null}
      <ReplyForm key={draft.revision} formId="recompute" intent="recompute">
        <OfDraft draft={draft} />
        <Fields>
          <CheckField name="withExperts" label={t("coaching.allot.with_experts")} initial={draft.withExperts} />
          <div>
            <SubmitButton look="quiet">{t("coaching.allot.recompute")}</SubmitButton>
          </div>
        </Fields>
      </ReplyForm>
      <ReplyForm formId="drop" intent="drop">
        <input type="hidden" name="id" value={draft.id} />
        <SubmitButton look="link">{t("coaching.allot.drop")}</SubmitButton>
      </ReplyForm>
    </div>
  );
}

/** The draft: how good it is, each pair with its reasons, what is left, and what can be done with it. */
export function DraftPart({ view, draft, page }: { view: AllotmentPage; draft: Draft; page: string }) {
  const t = useT();
  const { campus, opened } = view;
  const { result } = draft;
  const changed = result?.pairs.filter((pair) => pair.changed !== null).length ?? 0;
  return (
    <>
      <Card label={t("coaching.allot.proposal")}>
        <h2>{t("coaching.allot.proposal")}</h2>
        <p className={css.facts}>
          {t("coaching.allot.by", { name: draft.by })}, <Time at={draft.at} zone={campus.zone} /> · {t("coaching.allot.until")}{" "}
          <Time at={draft.dueAt} zone={campus.zone} />
        </p>
        {result === null ? <p role="status">{t("coaching.allot.computing")}</p> : <Quality result={result} />}
        {changed > 0 ? <Note>{t("coaching.allot.changed", { count: changed })}</Note> : null}
        {result !== null && result.newIdeas > 0 ? <p>{t("coaching.allot.new", { count: result.newIdeas })}</p> : null}
        <Acts draft={draft} />
      </Card>
      {result !== null && result.pairs.length > 0 ? <Pairs draft={draft} pairs={result.pairs} opened={opened} page={page} /> : null}
      {result !== null && result.unplaced.length > 0 ? (
        <Rows title={t("coaching.allot.unplaced", { count: result.unplaced.length })}>
          {result.unplaced.map(({ idea, why }) => (
            <Row key={idea.ideaId} title={<IdeaLine idea={idea} />} facts={t(`coaching.allot.why.${why}`)}>
              <div id={`idea-${idea.ideaId}`} className={css.act}>
                {opened?.ideaId === idea.ideaId ? <Adjust draft={draft} choices={opened} page={page} /> : <Open idea={idea} page={page} />}
              </div>
            </Row>
          ))}
        </Rows>
      ) : null}
      {draft.ruledOut.length > 0 ? (
        <Rows title={t("coaching.allot.ruled_out")}>
          {draft.ruledOut.map(({ idea, coach }) => (
            <Row
              key={idea.ideaId + coach.id}
              title={t("coaching.allot.ruled_out_pair", { title: idea.title ?? t("coaching.allot.closed"), name: coach.name })}
            >
              <Choice draft={draft} act="release" ideaId={idea.ideaId} coachId={coach.id} label={t("coaching.allot.allow")} />
            </Row>
          ))}
        </Rows>
      ) : null}
      {result !== null && result.loads.length > 0 ? <Loads loads={result.loads} /> : null}
    </>
  );
}
