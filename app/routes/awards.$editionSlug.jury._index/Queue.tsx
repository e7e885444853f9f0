import { CONFLICT_WORDS_MAX } from "~/domain/awards/conflict";
import { useLabel } from "~/ui/awards/labels";
import { TextArea } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import css from "./Queue.module.css";
import type { QueueData } from "./route";

const TONES = { todo: "plain", draft: "sun", submitted: "offer", recused: "plain" } as const;

/** The entries of one juror, each with how far its sheet is and why it came to this juror. */
export function Queue({ items, slug, open }: { items: QueueData["items"]; slug: string; open: boolean }) {
  const t = useT();
  const label = useLabel();
  return (
    <Rows title={t("awards.jury.entries")}>
      {items.map((item) => {
        const name = t("awards.entry.number", { number: item.number });
        return (
          <Row
            key={item.assignmentId}
            title={
              item.state === "recused" ? (
                name
              ) : (
                <>
                  <Link to={`/awards/${slug}/jury/${item.assignmentId}`}>{name}</Link> · <span lang={item.lang}>{item.title}</span>
                </>
              )
            }
            facts={`${label(item.category)} · ${t(`awards.assigned.${item.reason}`)}`}
          >
            <Chips>
              <Chip tone={TONES[item.state]}>
                {item.state === "draft"
                  ? t("awards.jury.scored", { scored: item.scored, criteria: item.criteria })
                  : t(`awards.sheet.state.${item.state}`)}
              </Chip>
            </Chips>
            {open && item.state === "recused" ? <Recused assignmentId={item.assignmentId} number={item.number} /> : null}
          </Row>
        );
      })}
    </Rows>
  );
}

/** Having stepped aside: undo it, or say why. */
function Recused({ assignmentId, number }: { assignmentId: string; number: number }) {
  const t = useT();
  return (
    <div className={css.recused}>
      <ReplyForm formId={`undo-${assignmentId}`} intent="undo_recuse" preventScrollReset>
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <SubmitButton look="quiet" small label={t("jury.recuse_undo_named", { number })}>
          {t("jury.recuse_undo")}
        </SubmitButton>
      </ReplyForm>
      <Disclosure label={t("jury.recuse_why")}>
        <ReplyForm formId={`why-${assignmentId}`} intent="reason" preventScrollReset>
          <input type="hidden" name="assignmentId" value={assignmentId} />
          <Fields>
            <TextArea name="words" label={t("awards.conflict.words")} maxLength={CONFLICT_WORDS_MAX} rows={2} optional />
            <SubmitButton look="quiet" small>
              {t("jury.save")}
            </SubmitButton>
          </Fields>
        </ReplyForm>
      </Disclosure>
    </div>
  );
}
