import { useLoaderData } from "@remix-run/react";
import { keptMail, newestKeptMails } from "~/domain/notifications/queries";
import { DomainError } from "~/domain/kernel/errors";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { defineLoader } from "~/web/route";
import css from "./Mail.module.css";
import { MailText } from "./MailText";

export const handle: PageHandle = { title: "devmail.title" };

/** Mails that were kept because no mail server is configured. There is no such page for anybody but an admin. */
export const loader = defineLoader(async ({ ctx }) => {
  if (ctx.web.env.SMTP_URL !== undefined) throw new DomainError("not_found");
  const view = { db: ctx.store.db, actor: ctx.actor };
  const mails = await newestKeptMails(view);
  const mailId = ctx.url.searchParams.get("mail");
  const opened = mailId === null ? null : await keptMail(view, mailId);
  return {
    mails,
    opened: opened && { id: opened.id, to: opened.to, subject: opened.subject, text: opened.text, at: opened.at },
  };
});

export default function DevMail() {
  const t = useT();
  const { mails, opened } = useLoaderData<typeof loader>();
  return (
    <Page title={t("devmail.title")} lead={t("devmail.lead")}>
      {mails.length === 0 ? <EmptyState title={t("devmail.none.title")} text={t("devmail.none.text")} /> : null}
      <div className={css.columns}>
        {opened ? (
          <Card as="article" label={opened.subject}>
            <header>
              <h2>{opened.subject}</h2>
              <p className={css.facts}>
                {t("devmail.to", { address: opened.to })} · <Time at={opened.at} />
              </p>
            </header>
            <MailText text={opened.text} />
            <p className={css.links}>
              <a href={`/dev/mail/${opened.id}`} download>
                {t("devmail.html")}
              </a>
              <Link to="/dev/mail">{t("form.close")}</Link>
            </p>
          </Card>
        ) : null}
        {mails.length > 0 ? (
          <Rows title={t("devmail.newest", { count: mails.length })}>
            {mails.map(({ id, to, subject, at }) => (
              <Row
                key={id}
                title={
                  <Link to={`/dev/mail?mail=${id}`} aria-current={id === opened?.id ? "true" : undefined}>
                    {subject}
                  </Link>
                }
                facts={
                  <>
                    {t("devmail.to", { address: to })} · <Time at={at} />
                  </>
                }
              />
            ))}
          </Rows>
        ) : null}
      </div>
    </Page>
  );
}
