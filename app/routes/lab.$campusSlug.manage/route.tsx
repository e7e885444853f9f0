import { useActionData, useLoaderData } from "@remix-run/react";
import { CampusNav } from "~/ui/campus/CampusNav";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Column, Columns } from "~/ui/kit/Columns";
import { EmptyState, Page } from "~/ui/kit/Page";
import { List } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { campusToRun } from "~/web/campus";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Give } from "./Give";
import { manageView } from "./load.server";
import css from "./Manage.module.css";
import { perform } from "./perform.server";
import { ResourceItem } from "./ResourceItem";

export const handle: PageHandle = { title: "lab.manage" };

export const loader = definePersonLoader(async ({ ctx, params }) => manageView(ctx, await campusToRun(ctx, params.campusSlug)));

export const action = definePersonAction(async (args) => perform(args, await campusToRun(args.ctx, args.params.campusSlug)));

export default function Manage() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { campus, spaces, machines } = view;
  return (
    <Page
      title={t("lab.manage")}
      lead={t("lab.manage.lead", { campus: campus.name })}
      actions={<ButtonLink to={`/lab/${campus.slug}`}>{t("lab.manage.to_lab")}</ButtonLink>}
    >
      <CampusNav slug={campus.slug} name={campus.name} />
      {spaces.length === 0 ? <EmptyState title={t("lab.space.none")} text={t("lab.space.none_text")} /> : null}
      <Columns first={1.6}>
        <Column>
          {spaces.map(({ id, name, resources }) => (
            <section key={id} className={css.space} aria-labelledby={`space-${id}`}>
              <h2 id={`space-${id}`}>{name}</h2>
              <List>
                {resources.map((resource) => (
                  <ResourceItem key={resource.id} resource={resource} view={view} reply={reply} />
                ))}
              </List>
            </section>
          ))}
        </Column>
        {machines.length > 0 ? <Give key={view.given} view={view} reply={reply} /> : null}
      </Columns>
    </Page>
  );
}
