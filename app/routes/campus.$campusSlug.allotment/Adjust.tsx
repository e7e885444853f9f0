import { SelectField } from "~/ui/forms/fields";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import type { AllotmentPage } from "./load.server";
import css from "./Allotment.module.css";

type Draft = NonNullable<AllotmentPage["draft"]>;

/** What every form about a draft says: which one, and as it was seen. */
export function OfDraft({ draft }: { draft: Pick<Draft, "id" | "revision"> }) {
  return (
    <>
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="revision" value={draft.revision} />
    </>
  );
}

/** Chooses a coach for one idea by hand, or rules one out; what follows is computed anew. */
export function Adjust({ draft, choices, page }: { draft: Draft; choices: NonNullable<AllotmentPage["opened"]>; page: string }) {
  const t = useT();
  const { ideaId, options, pinnedTo, given } = choices;
  const now = options.find(({ id }) => id === given);
  return (
    <div className={css.adjust}>
      {options.length > 0 ? (
        <ReplyForm formId="pin" intent="pin" preventScrollReset>
          <OfDraft draft={draft} />
          <input type="hidden" name="ideaId" value={ideaId} />
          <SelectField
            name="coachId"
            label={t("coaching.allot.pin_label")}
            initial={pinnedTo ?? given ?? undefined}
            options={options.map(({ id, name, score }) => ({ value: id, label: t("coaching.allot.option", { name, score }) }))}
          />
          <SubmitButton look="quiet" small>
            {t("coaching.allot.pin")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
      {pinnedTo ? <Choice draft={draft} act="release" ideaId={ideaId} coachId={pinnedTo} label={t("coaching.allot.release")} /> : null}
      {now ? (
        <Choice draft={draft} act="forbid" ideaId={ideaId} coachId={now.id} label={t("coaching.allot.forbid", { name: now.name })} />
      ) : null}
      <Link to={`${page}#idea-${ideaId}`} preventScrollReset>
        {t("coaching.allot.close")}
      </Link>
    </div>
  );
}

/** One choice as a button. */
export function Choice(props: {
  draft: Pick<Draft, "id" | "revision">;
  act: "release" | "forbid";
  ideaId: string;
  coachId: string;
  label: string;
}) {
  const { draft, act, ideaId, coachId, label } = props;
  return (
    <ReplyForm formId={`${act}-${ideaId}-${coachId}`} intent={act} preventScrollReset>
      <OfDraft draft={draft} />
      <input type="hidden" name="ideaId" value={ideaId} />
      <input type="hidden" name="coachId" value={coachId} />
      <SubmitButton look="quiet" small>
        {label}
      </SubmitButton>
    </ReplyForm>
  );
}
