import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import type { ManageView } from "./load.server";
import css from "./Manage.module.css";

type One = ManageView["people"][number];

function Presence({ one, present }: { one: One; present: boolean }) {
  const t = useT();
  const label = t(present ? "sessions.manage.here" : "sessions.manage.away");
  return (
    <ReplyForm formId={`presence-${one.personId}-${String(present)}`} intent="presence" preventScrollReset>
      <input type="hidden" name="id" value={one.personId} />
      <SubmitButton
        small
        look={present ? "primary" : "quiet"}
        name="present"
        value={present ? "yes" : "no"}
        label={`${label}: ${one.name}`}
      >
        {label}
      </SubmitButton>
    </ReplyForm>
  );
}

/** Who comes and who waits, with the buttons of the door. */
export function People({ view }: { view: ManageView }) {
  const t = useT();
  const seated = view.people.filter(({ state }) => state !== "waiting" && state !== "expired");
  const waiting = view.people.filter(({ state }) => state === "waiting").sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime());
  const row = (one: One) => (
    <Row
      key={one.personId}
      title={one.name}
      facts={
        <>
          {t(`sessions.mine.${one.state}`)}
          {one.idea ? (
            <>
              {" · "}
              <Link to={`/ideas/${one.idea.id}`} lang={one.idea.lang}>
                {one.idea.title}
              </Link>
            </>
          ) : one.withIdea ? (
            ` · ${t("coaching.talk.closed_idea")}`
          ) : null}
        </>
      }
    >
      {view.rights.mark && one.state !== "present" ? <Presence one={one} present /> : null}
      {view.rights.mark && (one.state === "present" || one.state === "coming") ? <Presence one={one} present={false} /> : null}
    </Row>
  );
  return (
    <div id="people" className={css.people}>
      {seated.length > 0 ? (
        <Rows title={t("sessions.manage.people", { count: view.taken, seats: view.seats })}>{seated.map(row)}</Rows>
      ) : (
        <p>{t("sessions.manage.nobody")}</p>
      )}
      {waiting.length > 0 ? <Rows title={t("sessions.manage.waiting", { count: waiting.length })}>{waiting.map(row)}</Rows> : null}
    </div>
  );
}
