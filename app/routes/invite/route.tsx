import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInviteByLink, peekInvite } from "~/domain/identity/accept-invite";
import { acceptInviteForm } from "~/domain/identity/forms";
import { emailKey, NAME_MAX } from "~/domain/identity/person";
import { myAccount } from "~/domain/identity/queries";
import { isPerson } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { TextField } from "~/ui/forms/fields";
import { AgeField } from "~/ui/access/AgeField";
import { DeadLink } from "~/ui/access/DeadLink";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { enter, TOKEN_RATE } from "~/web/sign-in";

export const handle: PageHandle = { title: "invite.page" };

/** Name of whoever is signed in here, when the invite went to another address. */
async function otherName(ctx: WebCtx, email: string): Promise<string | null> {
  if (!isPerson(ctx.actor)) return null;
  const mine = await myAccount(ctx.store.db, ctx.actor.personId);
  return mine && emailKey(mine.email) !== emailKey(email) ? mine.name : null;
}

/** Shows what the link offers. Mail scanners open links, so nothing happens before the button. */
export const loader = defineLoader(async ({ ctx }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = ctx.url.searchParams.get("token") ?? "";
  const invite = await peekInvite(ctx.store.db, token, ctx.now);
  if (!invite) return { token, invite: null, other: null };
  const { email, name, role, scopeKind, campus, invitedBy, dueAt, needsAccount } = invite;
  const place = scopeKind === "edition" ? "T2-awards" : (campus ?? "Broeikas");
  return { token, invite: { email, name, role, place, invitedBy, dueAt, needsAccount }, other: await otherName(ctx, email) };
});

export const action = defineAction(async ({ ctx, request, form }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = String(form.get("token") ?? "");
  const invite = await peekInvite(ctx.store.db, token, ctx.now);
  if (!invite) throw new DomainError("token_invalid");
  const parsed = parseForm(form, invite.needsAccount ? acceptInviteForm.required() : acceptInviteForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  return enter(ctx, request, { ...(await acceptInviteByLink(ctx, token, parsed.value)), method: "link" });
});

export default function Invite() {
  const t = useT();
  const { token, invite, other } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  if (!invite) {
    return (
      <DeadLink lead={t("invite.dead")} to="/sign-in">
        {t("sign.in.title")}
      </DeadLink>
    );
  }
  const { email, name, role, place, invitedBy, dueAt, needsAccount } = invite;
  return (
    <Page
      title={t("invite.title", { role: t(`identity.role.${role}`), place })}
      lead={t("invite.lead", { name: invitedBy, email })}
      width="narrow"
    >
      {other ? <Note>{t("invite.other", { name: other, email })}</Note> : null}
      <Card>
        <p>{t(`invite.about.${role}`)}</p>
        <ReplyForm formId="invite" reply={reply}>
          <Fields>
            <ErrorSummary />
            <input type="hidden" name="token" value={token} />
            {needsAccount ? (
              <>
                <TextField name="name" label={t("sign.up.name")} initial={name ?? undefined} maxLength={NAME_MAX} autoComplete="name" />
                <AgeField />
              </>
            ) : null}
            <SubmitButton>{needsAccount ? t("invite.accept_new") : t("invite.accept")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
      <p>
        {t("invite.due")} <Time at={dueAt} />. {t("invite.ignore")}
      </p>
    </Page>
  );
}
