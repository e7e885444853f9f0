import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Time } from "~/ui/when";
import css from "./Keys.module.css";
import type { KeysView } from "./route";

/** The accounts at other services that open this one, each with the way to unlink it, and how to link one. */
export function Services({ view: { services, service } }: { view: KeysView }) {
  const t = useT();
  if (services.length === 0 && !service) return null;
  return (
    <Card>
      <h2>{t("keys.services")}</h2>
      {services.length === 0 ? null : (
        <ul className={css.list} aria-label={t("keys.services")}>
          {services.map(({ id, name, email, createdAt }) => (
            <li key={id}>
              <div className={css.head}>
                <h3>{name}</h3>
                <ReplyForm formId={`unlink-${id}`} intent="unlink">
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton look="link" label={t("keys.oidc.unlink_named", { name, email })}>
                    {t("keys.oidc.unlink")}
                  </SubmitButton>
                </ReplyForm>
              </div>
              <p className={css.hint}>
                {t("keys.oidc.since", { email })} <Time at={createdAt} dateOnly />
              </p>
            </li>
          ))}
        </ul>
      )}
      {service ? (
        <>
          <p className={css.hint}>{t("keys.oidc.what", { name: service })}</p>
          <p>
            <ButtonLink to="/sign-in/oidc?to=/account/keys" reload>
              {t("keys.oidc.link.yes", { name: service })}
            </ButtonLink>
          </p>
        </>
      ) : null}
    </Card>
  );
}
