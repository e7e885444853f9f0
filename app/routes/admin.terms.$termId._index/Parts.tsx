import { Form } from "@remix-run/react";
import { SelectField } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import { Uses } from "~/ui/admin/TermUses";
import type { TermView } from "./load.server";

/** Where the term is used, and the names under which it is found since others were merged into it. */
export function Usage({ view }: { view: TermView }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("terms.where")}</h2>
      {view.used === 0 ? <p>{t("terms.unused")}</p> : <Uses uses={view.uses} />}
      {view.aliases.length > 0 ? (
        <p>
          {t("terms.aliases")}{" "}
          {view.aliases.map(({ value, label }, at) => (
            <span key={value}>
              {at > 0 ? ", " : ""}
              <Link to={`/admin/terms/${value}`}>{label}</Link>
            </span>
          ))}
        </p>
      ) : null}
      <p>
        <Link to={`/admin/audit?subject=${view.id}`}>{t("admin.person.trail")}</Link>
      </p>
    </Card>
  );
}

/** No longer to offer it, or to offer it again. */
export function Retire({ view }: { view: TermView }) {
  const t = useT();
  const intent = view.state === "retired" ? "reinstate" : "retire";
  return (
    <Card>
      <h2>{t(`terms.${intent}`)}</h2>
      <p>{t(`terms.${intent}_text`)}</p>
      <ReplyForm formId={intent} intent={intent}>
        <SubmitButton look="quiet">{t(`terms.${intent}`)}</SubmitButton>
      </ReplyForm>
    </Card>
  );
}

/** Which other term says the same; what that changes is shown first. */
export function MergePicker({ view }: { view: TermView }) {
  const t = useT();
  if (view.others.length === 0) return null;
  return (
    <Card>
      <h2>{t("terms.merge")}</h2>
      <p>{t("terms.merge_text")}</p>
      <Form method="get" action={`/admin/terms/${view.id}/merge`}>
        <Fields>
          <SelectField name="into" label={t("terms.merge_into")} options={view.others} />
          <div>
            <Button type="submit">{t("terms.merge_look")}</Button>
          </div>
        </Fields>
      </Form>
    </Card>
  );
}

/** The merges it was part of, and a way to undo them. */
export function Merges({ view }: { view: TermView }) {
  const t = useT();
  if (view.merges.length === 0) return null;
  return (
    <Rows title={t("terms.merges")}>
      {view.merges.map(({ id, isAway, from, into, at, by, until, canUndo, undoneAt }) => (
        <Row
          key={id}
          title={t("terms.merge.said", { from: isAway ? view.name : from, into: isAway ? into : view.name })}
          facts={
            <>
              <Time at={at} />
              {by === null ? null : ` · ${by}`}
              {undoneAt ? (
                <>
                  {" · "}
                  {t("terms.merge.undone")} <Time at={undoneAt} />
                </>
              ) : null}
              {canUndo ? (
                <>
                  {" · "}
                  {t("terms.merge.until")} <Time at={until} dateOnly />
                </>
              ) : null}
            </>
          }
        >
          {canUndo ? (
            <ReplyForm formId={`undo-${id}`} intent="undo">
              <input type="hidden" name="mergeId" value={id} />
              <SubmitButton look="quiet" small label={t("terms.undo_named", { name: isAway ? view.name : from })}>
                {t("terms.undo")}
              </SubmitButton>
            </ReplyForm>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}
