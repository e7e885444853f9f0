import { useLoaderData } from "@remix-run/react";
import { ROLES } from "~/domain/kernel/actor";
import { AdminNav } from "~/ui/admin/AdminNav";
import { Filter, Filters, Pages } from "~/ui/admin/Filters";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { List, Row } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { asked, defineAdminLoader, withQuery } from "~/web/admin";
import { findPeople } from "~/domain/administration/queries-people";

export const handle: PageHandle = { title: "admin.area.people" };

const STATES = ["active", "suspended", "erased"] as const;

export const loader = defineAdminLoader(async ({ ctx }) => {
  const search = asked(ctx, "q");
  const role = ROLES.find((one) => one === asked(ctx, "role"));
  const state = STATES.find((one) => one === asked(ctx, "state"));
  const after = asked(ctx, "after") || undefined;
  const { people, more } = await findPeople(ctx, { search, role, state, after });
  const page = (last?: string) => withQuery("/admin/people", { q: search, role, state, after: last });
  return {
    search,
    role: role ?? "",
    state: state ?? "",
    people: people.map(({ id, name, email, suspendedAt, erasedAt, roles }) => ({
      id,
      name,
      email: erasedAt === null ? email : "",
      state: erasedAt ? ("erased" as const) : suspendedAt ? ("suspended" as const) : ("active" as const),
      roles: roles.map(({ role: held, place }) => ({ role: held, place })),
    })),
    first: after === undefined ? null : page(),
    next: more ? page(people.at(-1)?.id) : null,
  };
});

export default function AdminPeople() {
  const t = useT();
  const { search, role, state, people, first, next } = useLoaderData<typeof loader>();
  return (
    <Page title={t("admin.area.people")} lead={t("admin.area.people.text")}>
      <AdminNav />
      <Filters label={t("admin.people.search")} key={`${search}|${role}|${state}`}>
        <Filter name="q" label={t("admin.people.q")} value={search} />
        <Filter
          name="role"
          label={t("admin.people.role")}
          value={role}
          choices={ROLES.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
        />
        <Filter
          name="state"
          label={t("admin.people.state")}
          value={state}
          choices={STATES.map((value) => ({ value, label: t(`admin.person.state.${value}`) }))}
        />
      </Filters>
      {people.length === 0 ? <EmptyState title={t("admin.people.none")} text={t("admin.people.none_text")} /> : null}
      <List label={t("admin.area.people")}>
        {people.map((person) => (
          <Row
            key={person.id}
            title={<Link to={`/admin/people/${person.id}`}>{person.name}</Link>}
            facts={[
              person.email,
              ...(person.state === "active" ? [] : [t(`admin.person.state.${person.state}`)]),
              ...person.roles.map((held) => [t(`identity.role.${held.role}`), held.place].filter(Boolean).join(" ")),
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        ))}
      </List>
      <Pages first={first} next={next} />
    </Page>
  );
}
