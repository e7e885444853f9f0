import { useActionData, useLoaderData } from "@remix-run/react";
import { AdminNav } from "~/ui/admin/AdminNav";
import { Facts } from "~/ui/admin/Filters";
import { useT } from "~/ui/i18n";
import { Column, Columns } from "~/ui/kit/Columns";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { defineAdminAction, defineAdminLoader } from "~/web/admin";
import { Account, Roles } from "./Acts";
import type { PersonView } from "./load.server";
import { personView } from "./load.server";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "admin.person" };

export const loader = defineAdminLoader(({ ctx, params }) => personView(ctx, params.personId ?? ""));

export const action = defineAdminAction(async (args) => {
  const { id } = await personView(args.ctx, args.params.personId ?? "");
  return perform(args, id);
});

function SignIns({ person }: { person: PersonView }) {
  const t = useT();
  if (person.signIns.length === 0) return null;
  return (
    <Rows title={t("admin.person.sign_ins")}>
      {person.signIns.map(({ id, at, method, outcome, network }) => (
        <Row
          key={id}
          title={<Time at={at} />}
          facts={[t(`admin.method.${method}`), ...(outcome === "refused" ? [t("admin.person.refused")] : []), network]
            .filter(Boolean)
            .join(" · ")}
        />
      ))}
    </Rows>
  );
}

export default function AdminPerson() {
  const t = useT();
  const person = useLoaderData<typeof loader>() as unknown as PersonView;
  const reply = useActionData<typeof action>()?.reply ?? null;
  const state = person.erasedAt ? "erased" : person.suspendedAt ? "suspended" : "active";
  return (
    <Page title={person.name} actions={<Link to={`/admin/audit?subject=${person.id}`}>{t("admin.person.trail")}</Link>}>
      <AdminNav />
      <Columns first={1.5}>
        <Column gap={1.25}>
          <Facts
            facts={[
              [t("admin.person.email"), person.email || "–"],
              [t("admin.people.state"), t(`admin.person.state.${state}`)],
              ...(person.suspendedReason ? [[t("admin.person.reason"), person.suspendedReason] as const] : []),
              [t("admin.person.age"), person.ageBand],
              [t("admin.person.language"), t(`locale.${person.locale}`)],
              [t("admin.person.since"), <Time key="since" at={person.createdAt} />],
            ]}
          />
          <Roles person={person} reply={reply} />
        </Column>
        <Column gap={1.25}>
          <Account person={person} reply={reply} />
          <SignIns person={person} />
        </Column>
      </Columns>
    </Page>
  );
}
