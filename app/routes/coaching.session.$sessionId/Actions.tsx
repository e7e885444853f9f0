import { WORDS_MAX } from "~/domain/coaching/coaching";
import { Day } from "~/ui/coaching/days";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { TalkView } from "./load.server";
import css from "./Talk.module.css";

type ShownAction = TalkView["talk"]["actions"][number];

function Act({ intent, id, children, label }: { intent: string; id: string; children: string; label: string }) {
  return (
    <ReplyForm formId={`${intent}-${id}`} intent={intent} preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="link" label={`${children}: ${label}`}>
        {children}
      </SubmitButton>
    </ReplyForm>
  );
}

function OneAction({ action, view, reply }: { action: ShownAction; view: TalkView; reply: Reply | null }) {
  const t = useT();
  const { id, words, owner, dueDay, doneAt, createdBy } = action;
  const mine = reply?.intent === "due" && reply.values.id?.[0] === id ? reply : null;
  const late = doneAt === null && dueDay < view.today;
  return (
    <li className={css.item}>
      <p className={doneAt ? css.done : undefined}>{words}</p>
      <p className={css.meta}>
        {owner.name} ·{" "}
        {doneAt ? (
          t("coaching.action.done")
        ) : (
          <span className={late ? css.late : undefined}>
            {t(late ? "coaching.action.late" : "coaching.action.due")} <Day day={dueDay} />
          </span>
        )}
      </p>
      <div className={css.acts}>
        {doneAt ? (
          <Act intent="reopen" id={id} label={words}>
            {t("coaching.action.reopen")}
          </Act>
        ) : (
          <Act intent="finish" id={id} label={words}>
            {t("coaching.action.finish")}
          </Act>
        )}
        {doneAt ? null : (
          <Disclosure key={dueDay} label={t("coaching.action.other_day")} open={mine !== null}>
            <ReplyForm formId={`due-${id}`} reply={mine} intent="due">
              <Fields>
                <ErrorSummary />
                <input type="hidden" name="id" value={id} />
                <TextField name="dueDay" type="date" label={t("coaching.action.due_day")} initial={dueDay} />
                <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
              </Fields>
            </ReplyForm>
          </Disclosure>
        )}
        {createdBy === view.me || owner.personId === view.me ? (
          <Act intent="remove_action" id={id} label={words}>
            {t("form.remove")}
          </Act>
        ) : null}
      </div>
    </li>
  );
}

/** What was agreed: who does what by when. */
export function Actions({ view, reply }: { view: TalkView; reply: Reply | null }) {
  const t = useT();
  const { actions, coach, people, rights } = view.talk;
  const owners = [...people.filter(({ inTeam }) => inTeam), coach];
  return (
    <div id="actions" className={css.section}>
      <Card>
        <h2>{t("coaching.actions")}</h2>
        {actions.length === 0 ? (
          <p className={css.meta}>{t("coaching.actions.none")}</p>
        ) : (
          <ul className={css.list}>
            {actions.map((action) => (
              <OneAction key={action.id} action={action} view={view} reply={reply} />
            ))}
          </ul>
        )}
        {rights.write ? (
          <FoldedForm label={t("coaching.action.add")} intent="action" reply={reply} send={t("coaching.action.save")} anew={actions.length}>
            <TextField name="words" label={t("coaching.action.words")} maxLength={WORDS_MAX} />
            <SelectField
              name="ownerId"
              label={t("coaching.action.owner")}
              initial={view.me}
              options={owners.map(({ personId, name }) => ({ value: personId, label: name }))}
            />
            <TextField name="dueDay" type="date" label={t("coaching.action.due_day")} initial={view.due} />
          </FoldedForm>
        ) : null}
      </Card>
    </div>
  );
}
