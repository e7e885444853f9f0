import type { CouncilEntry } from "~/domain/awards/council/queries";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Time } from "~/ui/when";
import css from "./Council.module.css";
import { Motion } from "./Motion";

/** One entry as it is talked about: who is outside, what was noted, what is proposed. */
export function Entry({ entry, open, reply }: { entry: CouncilEntry; open: boolean; reply: Reply | null }) {
  const t = useT();
  const { entryId, number, title, outside, discussedAt, mayLead, notes, motions } = entry;
  const mine = (intent: string): Reply | null => (reply?.intent === intent && reply.values.entryId?.[0] === entryId ? reply : null);
  const busy = motions.some(({ state }) => state === "proposed" || state === "voting");
  return (
    <li className={css.entry} id={`entry-${entryId}`}>
      <h3 className={css.title}>
        {t("awards.entry.number", { number })} · {title}
      </h3>
      {outside.length > 0 ? <p className={css.out}>{t("council.outside", { names: outside.join(", ") })}</p> : null}
      <div className={css.line}>
        {discussedAt ? (
          <p className={css.muted}>
            {t("council.discussed")} <Time at={discussedAt} />
          </p>
        ) : null}
        {mayLead ? (
          <ReplyForm formId={`discuss-${entryId}`} intent="discuss" preventScrollReset>
            <input type="hidden" name="id" value={entryId} />
            <SubmitButton look="quiet" small label={`${t("council.discuss")}: ${title}`}>
              {t("council.discuss")}
            </SubmitButton>
          </ReplyForm>
        ) : null}
      </div>
      {motions.map((motion) => (
        <Motion key={motion.id} motion={motion} title={title} mayLead={mayLead} />
      ))}
      <Notes notes={notes} open={open} />
      {open ? <NoteForm entryId={entryId} reply={mine("note")} count={notes.length} /> : null}
      {mayLead && !busy ? <Propose key={motions.length} entryId={entryId} reply={mine("propose")} /> : null}
    </li>
  );
}

function Notes({ notes, open }: { notes: CouncilEntry["notes"]; open: boolean }) {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <ul className={css.notes} aria-label={t("council.notes")}>
      {notes.map(({ id, by, lang, body, at, mayRemove, mine }) => (
        <li key={id} id={`note-${id}`}>
          <p lang={lang} className={css.body}>
            {body}
          </p>
          <div className={css.line}>
            <p className={css.muted}>
              {by} · <Time at={at} />
              {mine ? null : (
                <>
                  {" · "}
                  <Link to={`/report/jury_note/${id}`}>{t("rooms.report")}</Link>
                </>
              )}
            </p>
            {mayRemove && open ? (
              <ReplyForm formId={`remove-${id}`} intent="remove" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="link">{t("council.remove")}</SubmitButton>
              </ReplyForm>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function NoteForm({ entryId, reply, count }: { entryId: string; reply: Reply | null; count: number }) {
  const t = useT();
  return (
    <FoldedForm label={t("council.note")} intent="note" reply={reply} formId={`note-${entryId}`} send={t("council.note_save")} anew={count}>
      <input type="hidden" name="entryId" value={entryId} />
      <TextArea name="body" label={t("council.note_label")} hint={t("council.note_hint")} rows={3} />
    </FoldedForm>
  );
}

const PLACES = [1, 2, 3] as const;

function Propose({ entryId, reply }: { entryId: string; reply: Reply | null }) {
  const t = useT();
  return (
    <FoldedForm label={t("council.propose")} intent="propose" reply={reply} formId={`propose-${entryId}`}>
      <input type="hidden" name="entryId" value={entryId} />
      <SelectField
        name="place"
        label={t("awards.manage.place")}
        initial="1"
        options={PLACES.map((place) => ({ value: String(place), label: t(`awards.place.${place}`) }))}
      />
      <TextArea name="citation" label={t("awards.manage.citation")} hint={t("awards.manage.citation_hint")} rows={3} optional />
    </FoldedForm>
  );
}
