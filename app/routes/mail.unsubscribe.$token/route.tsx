import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { unsubscribe, unsubscribeOf } from "~/domain/notifications/unsubscribe";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAction, defineLoader } from "~/web/route";

export const handle: PageHandle = { title: "notices.end.title" };

/** Shows what the link would end. Mail scanners open links, so nothing happens before the button. */
export const loader = defineLoader(async ({ ctx, params }) => {
  const named = await unsubscribeOf(ctx.store.db, params.token ?? "");
  return { kind: named?.kind ?? null };
});

/** Ends the mails: by the button of the page, or by the one click of a mail program, which carries no cookie and no origin of ours. */
export const action = defineAction(async ({ ctx, params }) => {
  const { kind } = await unsubscribe(ctx, params.token ?? "");
  return data({ reply: null, done: kind as string | null });
});

export default function Unsubscribe() {
  const t = useT();
  const { kind } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? null;
  const choose = <ButtonLink to="/notices#mail">{t("notices.end.choose")}</ButtonLink>;
  if (kind === null) {
    return (
      <Page title={t("notices.end.title")} lead={t("notices.end.dead")} width="narrow">
        <p>{choose}</p>
      </Page>
    );
  }
  const about = t(`notices.about.${kind}`);
  return (
    <Page
      title={t("notices.end.title")}
      lead={done === null ? t("notices.end.text", { about }) : t("notices.end.done", { about })}
      width="narrow"
    >
      {done === null ? (
        <ReplyForm formId="unsubscribe">
          <SubmitButton>{t("notices.end.go")}</SubmitButton>
        </ReplyForm>
      ) : (
        <>
          <p>{t("notices.end.back")}</p>
          <p>{choose}</p>
        </>
      )}
    </Page>
  );
}
