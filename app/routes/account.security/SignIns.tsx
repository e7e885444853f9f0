import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Lines } from "~/ui/kit/Lines";
import { Time } from "~/ui/when";
import type { SecurityView } from "./load.server";
import css from "./Security.module.css";

function SignIn({ signIn }: { signIn: SecurityView["signIns"][number] }) {
  const t = useT();
  const { id, at, method, outcome, network } = signIn;
  const device = signIn.device || t("account.session.unknown");
  return (
    <li>
      <div>
        <p className={css.name}>
          <Time at={at} /> {outcome === "refused" ? <span className={css.refused}>{t("access.log.refused")}</span> : null}
        </p>
        <p className={css.hint}>
          {device} · {t(`access.method.${method}`)}
          {network ? ` · ${network}` : null}
        </p>
      </div>
      {outcome === "in" ? (
        <ReplyForm formId={`not-me-${id}`} intent="not_me">
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="link" label={t("access.log.not_me_of", { device })}>
            {t("access.log.not_me")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
    </li>
  );
}

/** Who came in, and who was kept out after naming this account. */
export function SignIns({ view: { signIns, slidingDays, longestDays } }: { view: SecurityView }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("access.log")}</h2>
      <p className={css.hint}>{t("access.log.text")}</p>
      <p className={css.hint}>{t("access.log.lifetime", { days: slidingDays, most: longestDays })}</p>
      {signIns.length === 0 ? (
        <p>{t("access.log.none")}</p>
      ) : (
        <Lines>
          {signIns.map((signIn) => (
            <SignIn key={signIn.id} signIn={signIn} />
          ))}
        </Lines>
      )}
    </Card>
  );
}
