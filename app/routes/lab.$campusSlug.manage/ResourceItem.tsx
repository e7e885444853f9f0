import { CheckField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import type { ManageView } from "./load.server";
import css from "./Manage.module.css";

type One = ManageView["spaces"][number]["resources"][number];

function Close({ resource, view, reply }: { resource: One; view: ManageView; reply: Reply | null }) {
  const t = useT();
  const { id, name } = resource;
  return (
    <FoldedForm
      label={t("lab.manage.close_name", { name })}
      intent="close"
      reply={reply}
      formId={`close-${id}`}
      send={t("lab.manage.close")}
      look="danger"
      preventScrollReset
    >
      <input type="hidden" name="id" value={id} />
      <TextField name="untilDay" type="date" label={t("lab.manage.until")} initial={view.tomorrow} />
      <TextField name="reason" label={t("lab.manage.reason")} maxLength={view.reasonMax} autoComplete="off" />
      <CheckField name="cancel" label={t("lab.manage.cancel")} />
    </FoldedForm>
  );
}

/** One resource: open or closed until, who had an induction, and what may be done about it. */
export function ResourceItem({ resource, view, reply }: { resource: One; view: ManageView; reply: Reply | null }) {
  const t = useT();
  const { id, name, facts, closedUntil, inductions } = resource;
  const mine = reply?.intent === "close" && reply.values.id?.[0] === id ? reply : null;
  return (
    <li className={css.item} id={`resource-${id}`}>
      <div className={css.head}>
        <div>
          <h3 className={css.name}>{name}</h3>
          <p className={css.facts}>
            {[
              t(`lab.resource.${resource.kind}`),
              t("lab.seats", { count: facts.seats }),
              closedUntil ? t("lab.closed_until", { day: closedUntil }) : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        {closedUntil ? (
          <ReplyForm formId={`open-${id}`} intent="open" preventScrollReset>
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="quiet" small label={`${t("lab.manage.open")}: ${name}`}>
              {t("lab.manage.open")}
            </SubmitButton>
          </ReplyForm>
        ) : null}
      </div>
      {inductions.length > 0 ? (
        <ul className={css.inductions} aria-label={`${t("lab.manage.inductions")}: ${name}`}>
          {inductions.map(({ id: inductionId, person, until }) => (
            <li key={inductionId}>
              <span>
                {t("lab.manage.valid", { name: person })} <Time at={until} zone={view.campus.zone} dateOnly />
              </span>
              <ReplyForm formId={`revoke-${inductionId}`} intent="revoke" preventScrollReset>
                <input type="hidden" name="id" value={inductionId} />
                <SubmitButton look="link" label={t("lab.manage.revoke_of", { name: person })}>
                  {t("lab.manage.revoke")}
                </SubmitButton>
              </ReplyForm>
            </li>
          ))}
        </ul>
      ) : null}
      {closedUntil ? null : <Close resource={resource} view={view} reply={mine} />}
    </li>
  );
}
