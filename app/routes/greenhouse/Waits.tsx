import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Day } from "~/ui/coaching/days";
import { Time } from "~/ui/when";
import type { GreenhouseView } from "./load.server";

type Waiting = GreenhouseView["waiting"][number];

function One({ one }: { one: Waiting }) {
  const t = useT();
  const { kind, title, lang, since, until, day, late, path } = one;
  const text = t(`notices.wait.${kind}`, { title: title || t("notices.gone") });
  return (
    <Row
      title={text}
      lang={kind === "action" && lang ? lang : undefined}
      facts={
        <>
          {t("notices.wait.since")} <Time at={since} dateOnly />
          {until === null ? null : (
            <>
              {" · "}
              {late ? t("notices.wait.late") : day === null ? t("notices.wait.until") : t("notices.wait.due")}{" "}
              {day === null ? <Time at={until} /> : <Day day={day} />}
            </>
          )}
        </>
      }
    >
      <Link to={path} aria-label={t("notices.wait.look_named", { text })}>
        {t("notices.wait.look")}
      </Link>
    </Row>
  );
}

function Invitations({ invitations }: { invitations: GreenhouseView["invitations"] }) {
  const t = useT();
  return invitations.map((one) => (
    <Row
      key={one.id}
      title={t("garden.invitation", { name: one.by.name, title: one.title })}
      facts={
        <>
          {t("notices.wait.since")} <Time at={one.createdAt} dateOnly /> · {t("team.until")} <Time at={one.dueAt} dateOnly />
        </>
      }
    >
      <ReplyForm formId={`answer-${one.id}`}>
        <input type="hidden" name="id" value={one.id} />
        <SubmitButton small name="answer" value="accept">
          {t("garden.accept")}
        </SubmitButton>{" "}
        <SubmitButton small look="quiet" name="answer" value="decline">
          {t("garden.decline")}
        </SubmitButton>
      </ReplyForm>
    </Row>
  ));
}

/** What waits for the person: invitations to answer here, the rest with a link. */
export function WaitsForMe({ view }: { view: Pick<GreenhouseView, "invitations" | "roleInvites" | "waiting"> }) {
  const t = useT();
  const { invitations, roleInvites, waiting } = view;
  if (invitations.length + roleInvites.length + waiting.length === 0) return null;
  return (
    <Rows title={t("notices.wait.mine")}>
      <Invitations invitations={invitations} />
      {roleInvites.map(({ id, role, campus, invitedBy, dueAt }) => (
        <Row
          key={id}
          title={t("account.role.at", { role: t(`identity.role.${role}`), place: campus })}
          facts={
            <>
              {t("account.invite.by", { name: invitedBy })} <Time at={dueAt} />
            </>
          }
        >
          <ButtonLink to="/account" small>
            {t("notices.wait.look")}
          </ButtonLink>
        </Row>
      ))}
      {waiting.map((one) => (
        <One key={one.id} one={one} />
      ))}
    </Rows>
  );
}

/** For whom the person waits. */
export function WaitsForOthers({ awaited }: { awaited: GreenhouseView["awaited"] }) {
  const t = useT();
  if (awaited.length === 0) return null;
  return (
    <Rows title={t("notices.wait.others")}>
      {awaited.map((one) => (
        <One key={one.id} one={one} />
      ))}
    </Rows>
  );
}
