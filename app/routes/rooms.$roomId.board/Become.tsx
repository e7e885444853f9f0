import { WORD_KINDS } from "~/domain/ideas/idea";
import { SelectField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import css from "./Board.module.css";
import type { NoteProps } from "./NotePanel";

/** What can be made of a note: a need or offer of one's own idea, a promise, a new idea. */
export function Become({ note, data, reply }: NoteProps) {
  const t = useT();
  const ideas = data.board.ideas.map(({ id, title }) => ({ value: id, label: title }));
  const mine = reply?.intent.startsWith("into_") ? reply : null;
  const button = (value: "into_need" | "into_offer" | "into_action" | "into_idea") => (
    <SubmitButton small look="quiet" name="intent" value={value}>
      {t(`rooms.note.${value}`)}
    </SubmitButton>
  );
  return (
    <ReplyForm formId={`become-${note.id}`} reply={mine} preventScrollReset>
      <fieldset>
        <legend className={css.legend}>{t("rooms.note.become")}</legend>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="id" value={note.id} />
          {ideas.length > 1 ? <SelectField name="ideaId" label={t("rooms.note.idea")} options={ideas} /> : null}
          {ideas.length === 1 ? <input type="hidden" name="ideaId" value={ideas[0]?.value} /> : null}
          {ideas.length > 0 ? (
            <SelectField
              name="kind"
              label={t("rooms.note.kind")}
              options={WORD_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          ) : null}
          <div className={css.row}>
            {ideas.length > 0 ? (
              <>
                {button("into_need")}
                {button("into_offer")}
                {button("into_action")}
              </>
            ) : null}
            {button("into_idea")}
          </div>
        </Fields>
      </fieldset>
    </ReplyForm>
  );
}

const MAKES = ["need", "offer", "action", "idea"] as const;

/** The same by one press, for who has one idea here or none; the idea it comes to is theirs, and a need or offer is one of expertise until they say otherwise. */
export function BecomeAtOnce({ note, data }: Pick<NoteProps, "note" | "data">) {
  const t = useT();
  const { ideas } = data.board;
  const [only] = ideas;
  if (ideas.length > 1) return null;
  return (
    <ReplyForm formId={`at-once-${note.id}`} preventScrollReset>
      <input type="hidden" name="id" value={note.id} />
      {only ? <input type="hidden" name="ideaId" value={only.id} /> : null}
      <input type="hidden" name="kind" value={WORD_KINDS[0]} />
      <div className={css.makes} role="group" aria-label={`${t("rooms.note.become")}: ${note.body}`}>
        <span aria-hidden="true">→</span>
        {MAKES.filter((what) => only !== undefined || what === "idea").map((what) => (
          <SubmitButton key={what} look="link" name="intent" value={`into_${what}`} label={t(`rooms.note.into_${what}`)}>
            {t(`rooms.note.make.${what}`)}
          </SubmitButton>
        ))}
      </div>
    </ReplyForm>
  );
}
