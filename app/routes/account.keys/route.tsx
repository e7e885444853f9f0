import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { oidcAccountsOf } from "~/domain/identity/oidc/rows";
import { passkeysOf } from "~/domain/identity/passkeys/rows";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Note } from "~/ui/kit/Note";
import { whyIn } from "~/web/oidc";
import { relyingParty } from "~/web/passkeys";
import { proofNeeded } from "~/web/proof";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Passkeys } from "./Passkeys";
import { perform } from "./perform.server";
import { Services } from "./Services";

export const handle: PageHandle = { title: "keys.title" };

export const loader = definePersonLoader(async ({ ctx }) => {
  const { oidc } = ctx.web;
  const linked = await oidcAccountsOf(ctx.store.db, ctx.actor.personId);
  const nameOf = (issuer: string): string => (issuer === oidc?.issuer ? oidc.name : new URL(issuer).hostname);
  return {
    hasPasskeys: relyingParty(ctx) !== null,
    passkeys: await passkeysOf(ctx.store.db, ctx.actor.personId),
    services: linked.map(({ id, issuer, email, createdAt }) => ({ id, name: nameOf(issuer), email, createdAt })),
    // One account at the service is enough.
    service: oidc && !linked.some(({ issuer }) => issuer === oidc.issuer) ? oidc.name : null,
    why: whyIn(ctx.url),
    proofOf: await proofNeeded(ctx),
  };
});
export type KeysView = Awaited<ReturnType<typeof loader>>;

export const action = definePersonAction(async (args) => (await perform(args)) ?? redirect("/account/keys", 303));

export default function Keys() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("keys.title")} lead={t("keys.lead")} width="narrow" actions={<Link to="/account">{t("account.title")}</Link>}>
      {view.why ? <Note>{t(`keys.oidc.${view.why}`)}</Note> : null}
      <Passkeys view={view} reply={reply} />
      <Services view={view} />
    </Page>
  );
}
