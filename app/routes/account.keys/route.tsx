import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { passkeysOf } from "~/domain/identity/passkeys/rows";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { relyingParty } from "~/web/passkeys";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Passkeys } from "./Passkeys";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "keys.title" };

export const loader = definePersonLoader(async ({ ctx }) => ({
  hasPasskeys: relyingParty(ctx) !== null,
  passkeys: await passkeysOf(ctx.store.db, ctx.actor.personId),
}));
export type KeysView = Awaited<ReturnType<typeof loader>>;

export const action = definePersonAction(async (args) => (await perform(args)) ?? redirect("/account/keys", 303));

export default function Keys() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("keys.title")} lead={t("keys.lead")} width="narrow">
      <Passkeys view={view} reply={reply} />
      <p>
        <Link to="/account">{t("nav.account")}</Link>
      </p>
    </Page>
  );
}
