import { useLoaderData } from "@remix-run/react";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineLoader } from "~/web/route";

export const handle: PageHandle = { title: "sign.sent.title" };

export const loader = defineLoader(async ({ ctx }) => Promise.resolve({ mailIsKept: !ctx.web.env.SMTP_URL }));

export default function Sent() {
  const t = useT();
  const { mailIsKept } = useLoaderData<typeof loader>();
  return (
    <Page title={t("sign.sent.title")} lead={t("sign.sent.lead")} width="narrow">
      <p>{t("sign.sent.nothing")}</p>
      {mailIsKept ? <p>{t("sign.sent.dev")}</p> : null}
      <p>
        <ButtonLink to="/sign-in">{t("sign.link.again")}</ButtonLink>
      </p>
    </Page>
  );
}
