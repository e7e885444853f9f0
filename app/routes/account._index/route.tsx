import { useActionData, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Column, Columns } from "~/ui/kit/Columns";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Access } from "./Access";
import { Blocks } from "./Blocks";
import { Data, Telling } from "./Data";
import { accountView } from "./load.server";
import { perform } from "./perform.server";
import { Profile } from "./Profile";
import { Invites, Roles, Words } from "./Standing";

export const handle: PageHandle = { title: "account.title" };

export const loader = definePersonLoader(({ ctx }) => accountView(ctx));

export const action = definePersonAction(perform);

export default function Account() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page
      title={t("account.title")}
      lead={t("account.lead", { email: view.email })}
      actions={
        <ReplyForm formId="sign-out" action="/sign-out">
          <SubmitButton look="quiet">{t("nav.sign_out")}</SubmitButton>
        </ReplyForm>
      }
    >
      <Invites invites={view.invites} />
      <Columns first={1.15}>
        <Column>
          <Profile view={view} reply={reply} />
        </Column>
        <Column>
          <Words view={view} />
          <Roles view={view} />
          <Access view={view} reply={reply} />
          <Blocks blocks={view.blocks} />
          <Telling />
          <Data email={view.email} reply={reply} />
        </Column>
      </Columns>
    </Page>
  );
}
