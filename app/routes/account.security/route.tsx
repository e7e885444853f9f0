import { useActionData, useLoaderData } from "@remix-run/react";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Codes } from "./Codes";
import { securityView } from "./load.server";
import { perform } from "./perform.server";
import { SecondStep } from "./SecondStep";
import { SignIns } from "./SignIns";

export const handle: PageHandle = { title: "access.title" };

export const loader = definePersonLoader(({ ctx }) => securityView(ctx));

export const action = definePersonAction(perform);

export default function Security() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = answer?.reply ?? null;
  return (
    <Page title={t("access.title")} lead={t("access.lead")} width="middle" actions={<Link to="/account">{t("account.title")}</Link>}>
      {answer && "codes" in answer ? <Codes codes={answer.codes} /> : null}
      <SecondStep view={view} reply={reply} />
      <SignIns view={view} />
    </Page>
  );
}
