import { SelectField } from "~/ui/forms/fields";
import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Face } from "~/ui/kit/Face";
import { Link } from "~/ui/kit/Link";
import { Block } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import type { PeopleView } from "./load.server";
import css from "./People.module.css";
import { HidePhoto, Suspension } from "./Measures";

type One = PeopleView["people"][number];
type Rights = NonNullable<One["rights"]>;

function Roles({ person, rights, reply }: { person: One; rights: Rights; reply: Reply | null }) {
  const t = useT();
  return (
    <>
      <div className={css.acts}>
        {rights.revocable.map((role) => (
          <ReplyForm key={role} formId={`revoke-${role}`} intent="revoke" preventScrollReset>
            <input type="hidden" name="id" value={`${person.id}:${role}`} />
            <SubmitButton look="quiet" small>
              {t("campus.role.end", { role: t(`identity.role.${role}`) })}
            </SubmitButton>
          </ReplyForm>
        ))}
      </div>
      {rights.grantable.length > 0 ? (
        <ReplyForm formId="grant" reply={reply} intent="grant" preventScrollReset>
          <ErrorSummary />
          <input type="hidden" name="id" value={person.id} />
          <div className={css.acts}>
            <SelectField
              name="role"
              label={t("campus.role.give_label")}
              options={rights.grantable.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
            />
            <SubmitButton look="quiet">{t("campus.role.give")}</SubmitButton>
          </div>
        </ReplyForm>
      ) : null}
    </>
  );
}

/** One person of the campus; opened, with what the organiser may do. */
export function PersonItem({ person, closeTo, zone, reply }: { person: One; closeTo: string; zone: string; reply: Reply | null }) {
  const t = useT();
  const { id, name, photo, email, isMinor, roles, suspendedAt, rights, openTo } = person;
  // Nearly everybody is a learner: what somebody is besides is what one looks for.
  const tasks = roles.filter((role) => role !== "learner");
  const refusal = reply && (reply.values.id?.[0] ?? "").startsWith(id) ? reply : null;
  return (
    <Block id={`person-${id}`}>
      <div className={css.head}>
        <Face name={name} photo={photo} />
        <div className={css.who}>
          <div className={css.top}>
            <p className={css.name}>{name}</p>
            <Link
              to={rights ? `${closeTo}#person-${id}` : openTo}
              preventScrollReset
              aria-label={t(rights ? "campus.person.close_panel" : "campus.person.manage_name", { name })}
            >
              {t(rights ? "form.close" : "campus.person.manage")}
            </Link>
          </div>
          <p className={css.facts}>{[email, isMinor ? t("campus.person.minor") : ""].filter(Boolean).join(" · ")}</p>
          {tasks.length > 0 ? (
            <Chips label={t("campus.person.roles", { name })}>
              {tasks.map((role) => (
                <Chip key={role} tone="offer">
                  {t(`identity.role.${role}`)}
                </Chip>
              ))}
            </Chips>
          ) : null}
          {suspendedAt ? (
            <p className={css.closed}>
              {t("campus.person.closed")} <Time at={suspendedAt} zone={zone} />
            </p>
          ) : null}
        </div>
      </div>
      {rights ? (
        <div className={css.panel}>
          <Roles person={person} rights={rights} reply={refusal} />
          {photo ? <HidePhoto personId={id} photo={photo} reply={refusal} /> : null}
          {rights.suspend ? <Suspension person={person} reply={refusal} /> : null}
        </div>
      ) : null}
    </Block>
  );
}
