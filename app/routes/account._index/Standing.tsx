import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Lines } from "~/ui/kit/Lines";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import css from "./Account.module.css";
import type { AccountView } from "./load.server";

/** Roles that are offered to the person and wait for an answer. */
export function Invites({ invites }: { invites: AccountView["invites"] }) {
  const t = useT();
  if (invites.length === 0) return null;
  return (
    <Rows title={t("account.invites")}>
      {invites.map(({ id, role, place, invitedBy, dueAt }) => (
        <Row
          key={id}
          title={<span className={css.role}>{t("account.role.at", { role: t(`identity.role.${role}`), place })}</span>}
          facts={
            <>
              {t("account.invite.by", { name: invitedBy })} <Time at={dueAt} />
            </>
          }
        >
          <ReplyForm formId={`invite-${id}`} intent="accept_invite">
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="quiet" small label={t("account.invite.accept_role", { role: t(`identity.role.${role}`), place })}>
              {t("account.invite.accept")}
            </SubmitButton>
          </ReplyForm>
        </Row>
      ))}
    </Rows>
  );
}

/** What the person can offer and what they look for, and the way to change it. */
export function Words({ view: { needs, offers } }: { view: AccountView }) {
  const t = useT();
  const none = needs.length + offers.length === 0;
  return (
    <Card>
      <h2>{t("account.words")}</h2>
      {none ? <p className={css.hint}>{t("account.words.none")}</p> : null}
      {offers.length > 0 ? (
        <Chips label={t("account.words.offers")}>
          {offers.map(({ id, lang, text }) => (
            <Chip key={id} tone="offer" lang={lang}>
              {text}
            </Chip>
          ))}
        </Chips>
      ) : null}
      {needs.length > 0 ? (
        <Chips label={t("account.words.needs")}>
          {needs.map(({ id, lang, text }) => (
            <Chip key={id} tone="need" lang={lang}>
              {text}
            </Chip>
          ))}
        </Chips>
      ) : null}
      <p>
        <ButtonLink to="/account/words">{none ? t("account.words.add") : t("account.words.change")}</ButtonLink>
      </p>
    </Card>
  );
}

/** What the person may do here, and where. */
export function Roles({ view: { roles, organisations, runs, isAdmin, readsMail } }: { view: AccountView }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("account.roles")}</h2>
      {roles.length + organisations.length === 0 ? <p className={css.hint}>{t("account.roles.none")}</p> : null}
      <Lines>
        {roles.map(({ key, role, place }) => (
          <li key={key}>
            <span className={css.role}>{t("account.role.at", { role: t(`identity.role.${role}`), place })}</span>
          </li>
        ))}
        {organisations.map(({ id, name }) => (
          <li key={id}>
            <span className={css.role}>{t("account.role.member", { name })}</span>{" "}
            <Link to={`/organisations/${id}`} aria-label={t("campus.organisation.words_of", { name })}>
              {t("campus.organisation.words")}
            </Link>
          </li>
        ))}
      </Lines>
      {runs.map(({ slug, name }) => (
        <nav key={slug} className={css.actions} aria-label={t("account.runs", { name })}>
          <span className={css.name}>{name}</span>
          <Link to={`/campus/${slug}/people`}>{t("campus.nav.people")}</Link>
          <Link to={`/campus/${slug}/settings`}>{t("campus.nav.settings")}</Link>
          <Link to={`/campus/${slug}/reports`}>{t("campus.nav.reports")}</Link>
        </nav>
      ))}
      {isAdmin ? (
        <p>
          <Link to="/admin">{t("admin.title")}</Link>
        </p>
      ) : null}
      {readsMail ? (
        <p>
          <Link to="/dev/mail">{t("devmail.title")}</Link>
        </p>
      ) : null}
    </Card>
  );
}
