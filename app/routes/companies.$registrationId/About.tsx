import type { ReactNode } from "react";
import { Facts } from "~/ui/admin/Filters";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { Time } from "~/ui/when";
import type { RegistrationPage } from "./load.server";

/** What the company wrote, and who asks. */
export function About({ view }: { view: RegistrationPage }) {
  const t = useT();
  const { website, offers, seeks, contact, dueAt, reason, campus, lang, state } = view;
  const facts: (readonly [string, ReactNode])[] = [];
  if (contact) facts.push([t("companies.person"), `${contact.name}, ${contact.email}`]);
  const said = (words: string) => <span lang={lang}>{words}</span>;
  if (offers) facts.push([t("companies.offered"), said(offers)]);
  if (seeks) facts.push([t("companies.sought"), said(seeks)]);
  if (website) {
    const link = (
      <a href={website} rel="noreferrer nofollow">
        {website.replace(/^https?:\/\/|\/$/g, "")}
      </a>
    );
    facts.push([t("companies.website"), link]);
  }
  if (state === "waiting" && dueAt) facts.push([t("companies.due"), <Time key="due" at={dueAt} zone={campus.zone} dateOnly />]);
  if (reason) facts.push([t("companies.reason"), reason]);
  return (
    <Card>
      <Facts facts={facts} />
    </Card>
  );
}

/** How it stands, for who asked. */
export function Own({ view, children }: { view: RegistrationPage; children: ReactNode }) {
  const t = useT();
  const { state, existing, organisationId } = view;
  return (
    <>
      <Note>{t(`companies.about.${state}`)}</Note>
      {existing && state === "waiting" ? <Note>{t("companies.existing.own", { name: existing.name })}</Note> : null}
      {state === "approved" && organisationId ? (
        <p>
          <ButtonLink to={`/organisations/${organisationId}`} look="primary">
            {t("companies.words")}
          </ButtonLink>
        </p>
      ) : null}
      {children}
    </>
  );
}
