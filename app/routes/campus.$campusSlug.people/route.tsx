import { useActionData, useLoaderData } from "@remix-run/react";
import { CampusNav } from "~/ui/campus/CampusNav";
import { SearchForm } from "~/ui/forms/SearchForm";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Column, Columns } from "~/ui/kit/Columns";
import { EmptyState, Page } from "~/ui/kit/Page";
import { List } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { campusToRun } from "~/web/campus";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Invite, OpenInvites } from "./Invites";
import { peopleView } from "./load.server";
import css from "./People.module.css";
import { perform } from "./perform.server";
import { PersonItem } from "./PersonItem";

export const handle: PageHandle = { title: "campus.people" };

export const loader = definePersonLoader(async ({ ctx, params }) => peopleView(ctx, await campusToRun(ctx, params.campusSlug)));

export const action = definePersonAction(async (args) => perform(args, await campusToRun(args.ctx, args.params.campusSlug)));

export default function People() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { campus, search, people, firstPage, nextPage } = view;
  return (
    <Page
      title={t("campus.people")}
      lead={t("campus.people.lead", { campus: campus.name })}
      actions={
        <a href="#invite" className={css.jump}>
          {t("campus.invite")}
        </a>
      }
    >
      <CampusNav slug={campus.slug} name={campus.name} />
      <Columns first={1.5}>
        <Column as="section" gap={1.25}>
          <SearchForm key={search} label={t("campus.people.search")} words={search} maxLength={100} />
          {people.length === 0 ? (
            <EmptyState
              title={t("campus.people.none")}
              text={search === "" ? t("campus.people.none_yet") : t("campus.people.none_found", { search })}
              action={search === "" ? undefined : <ButtonLink to={`/campus/${campus.slug}/people`}>{t("campus.people.all")}</ButtonLink>}
            />
          ) : (
            <List label={t("campus.people")}>
              {people.map((person) => (
                <PersonItem key={person.id} person={person} closeTo={view.closeTo} zone={campus.zone} reply={reply} />
              ))}
            </List>
          )}
          {firstPage || nextPage ? (
            <nav className={css.pages} aria-label={t("campus.people.pages")}>
              {firstPage ? <ButtonLink to={firstPage}>{t("page.first")}</ButtonLink> : null}
              {nextPage ? <ButtonLink to={nextPage}>{t("page.next")}</ButtonLink> : null}
            </nav>
          ) : null}
        </Column>
        <Column id="invite" gap={1.25}>
          <Invite key={view.invites.map(({ id }) => id).join()} view={view} reply={reply} />
          <OpenInvites view={view} />
        </Column>
      </Columns>
    </Page>
  );
}
