import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { remindList } from "~/domain/identity/invite-list/remind-list";
import { withdrawInvite } from "~/domain/identity/withdraw-invite";
import { DomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import { Pages } from "~/ui/admin/Filters";
import { CampusNav } from "~/ui/campus/CampusNav";
import { WithdrawInvite } from "~/ui/campus/WithdrawInvite";
import { Actions, ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Figure, Figures } from "~/ui/kit/Figures";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { List, Row } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader, limitRate } from "~/web/route";
import { setToast } from "~/web/toast";
import type { ListView } from "./load.server";
import { listHere, listView } from "./load.server";

export const handle: PageHandle = { title: "classes.title" };

const REMIND_RATE = { name: "invite-list-remind", limit: 20, ipLimit: 60, windowMs: hours(1) };

export const loader = definePersonLoader(({ ctx, params }) => listView(ctx, params));

export const action = definePersonAction(async ({ ctx, params, form, intent }) => {
  const { list, page } = await listHere(ctx, params);
  if (intent === "withdraw") {
    await withdrawInvite(ctx, String(form.get("id") ?? ""));
    setToast(ctx.web, { key: "campus.invite.withdrawn" });
  } else if (intent === "remind") {
    await limitRate(ctx, REMIND_RATE, ctx.actor.personId);
    const { reminded } = await remindList(ctx, list.id);
    setToast(ctx.web, reminded > 0 ? { key: "classes.reminded", params: { count: reminded } } : { key: "classes.reminded_none" });
  } else throw new DomainError("invalid");
  return redirect(page + ctx.url.search, 303);
});

function Invited({ row, zone }: { row: ListView["rows"][number]; zone: string }) {
  const t = useT();
  const { id, email, name, role, state, dueAt, acceptedAt } = row;
  return (
    <Row
      title={name || email || "–"}
      facts={
        <>
          {[name ? email : "", t(`identity.role.${role}`), t(`classes.state.${state}`)].filter(Boolean).join(" · ")}{" "}
          <Time at={acceptedAt ?? dueAt} zone={zone} dateOnly />
        </>
      }
    >
      {state === "open" ? <WithdrawInvite id={id} email={email} /> : null}
    </Row>
  );
}

export default function ClassList() {
  const t = useT();
  const view = useLoaderData<typeof loader>() as unknown as ListView;
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { campus, name, page, state, states, rows, first, next } = view;
  const open = states.find((one) => one.state === "open")?.count ?? 0;
  return (
    <Page title={name} lead={t("classes.list_lead")} actions={<Link to={`/campus/${campus.slug}/classes`}>{t("classes.title")}</Link>}>
      <CampusNav slug={campus.slug} name={campus.name} />
      <Figures label={t("classes.states")}>
        {states.map((one) => (
          <Figure key={one.state}>
            <Link to={one.to} aria-current={state === one.state ? "page" : undefined}>
              {t(`classes.count.${one.state}`, { count: one.count })}
            </Link>
          </Figure>
        ))}
      </Figures>
      {state ? (
        <p>
          <Link to={page}>{t("classes.all")}</Link>
        </p>
      ) : null}
      <Actions>
        {open > 0 ? (
          <ReplyForm formId="remind" reply={reply} intent="remind">
            <ErrorSummary />
            <SubmitButton look="quiet">{t("classes.remind", { count: open })}</SubmitButton>
          </ReplyForm>
        ) : null}
        <form method="post" action={`${page}.csv`}>
          <Button type="submit">{t("classes.csv")}</Button>
        </form>
      </Actions>
      <List label={name}>
        {rows.map((row) => (
          <Invited key={row.id} row={row} zone={campus.zone} />
        ))}
      </List>
      <Pages first={first} next={next} />
    </Page>
  );
}
