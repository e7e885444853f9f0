import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { giveConsent } from "~/domain/identity/give-consent";
import { myPhoto } from "~/domain/identity/photo/queries-photo";
import { CONSENT_PURPOSES } from "~/domain/identity/privacy/consents";
import { myConsents } from "~/domain/identity/privacy/queries-consents";
import { DomainError } from "~/domain/kernel/errors";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "keeping.consents.title" };

export const loader = definePersonLoader(({ ctx }) => myConsents(ctx.store.db, ctx.actor));

const consentForm = z.object({ purpose: z.enum(CONSENT_PURPOSES), version: z.string().max(40) });

export const action = definePersonAction(async ({ ctx, form, intent }) => {
  if (intent !== "give" && intent !== "withdraw") throw new DomainError("invalid");
  const parsed = parseForm(form, consentForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { purpose, version: textVersion } = parsed.value;
  await giveConsent(ctx, { purpose, textVersion, given: intent === "give" });
  setToast(ctx.web, { key: intent === "give" ? "keeping.consents.given" : "keeping.consents.withdrawn" });
  // Whose photo is shown no more can take it away as well.
  const toPhoto = purpose === "photo" && intent === "withdraw" && (await myPhoto(ctx.store.db, ctx.actor.personId)) !== null;
  return redirect(toPhoto ? "/account/photo" : "/account/consents", 303);
});

/** For what somebody gives their consent, and every yes and no before. */
export default function Consents() {
  const t = useT();
  const { isMinor, asked, history } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page
      title={t("keeping.consents.title")}
      lead={t("keeping.consents.lead")}
      width="middle"
      actions={<Link to="/account">{t("account.title")}</Link>}
    >
      {isMinor ? <p>{t("keeping.consents.minor")}</p> : null}
      {asked.map(({ purpose, version, text, said, isAnew }) => (
        <Card key={purpose}>
          <h2>{t(`keeping.purpose.${purpose}`)}</h2>
          {isAnew ? <p>{t("keeping.consents.anew")}</p> : null}
          <p>{text}</p>
          <p>
            <strong>{said === null ? t("keeping.consents.nothing") : t(`keeping.consents.${said}`)}</strong>
          </p>
          <ReplyForm formId={purpose} reply={reply} intent={said === "yes" ? "withdraw" : "give"}>
            <Fields>
              <ErrorSummary />
              <input type="hidden" name="purpose" value={purpose} />
              <input type="hidden" name="version" value={version} />
              <SubmitButton look={said === "yes" ? "quiet" : "primary"}>
                {said === "yes" ? t("keeping.consents.withdraw") : t("keeping.consents.give")}
              </SubmitButton>
            </Fields>
          </ReplyForm>
        </Card>
      ))}
      {history.length > 0 ? (
        <Rows title={t("keeping.consents.history")}>
          {history.map(({ id, text, given, at, withdrawnAt }) => (
            <Row
              key={id}
              title={
                <>
                  {given ? t("keeping.consents.yes") : t("keeping.consents.no")} · <Time at={at} />
                  {withdrawnAt === null ? null : (
                    <>
                      {" "}
                      · {t("keeping.consents.until")} <Time at={withdrawnAt} />
                    </>
                  )}
                </>
              }
              facts={text}
            />
          ))}
        </Rows>
      ) : null}
    </Page>
  );
}
