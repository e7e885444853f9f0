import { useActionData, useLoaderData } from "@remix-run/react";
import { CAPACITY_MAX } from "~/domain/coaching/coaching";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Column, Columns } from "~/ui/kit/Columns";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Exceptions } from "./Exceptions";
import css from "./Hours.module.css";
import { hoursView } from "./load.server";
import { perform } from "./perform.server";
import { Weekly } from "./Weekly";

export const handle: PageHandle = { title: "coaching.hours.title" };

export const loader = definePersonLoader(({ ctx }) => hoursView(ctx));

export const action = definePersonAction(async (args) => {
  await hoursView(args.ctx);
  return perform(args);
});

export default function Availability() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("coaching.hours.title")} lead={t("coaching.hours.lead", { count: view.free })}>
      <Columns>
        <Weekly view={view} reply={reply} />
        <Column gap={1.25}>
          <Exceptions view={view} reply={reply} />
          <Card>
            <h2>{t("coaching.capacity")}</h2>
            <p className={css.facts}>{t("coaching.capacity.now", { count: view.room.carried })}</p>
            <ReplyForm key={view.room.capacity} formId="capacity" reply={reply} intent="capacity">
              <Fields>
                <ErrorSummary />
                <TextField
                  name="ideas"
                  label={t("coaching.capacity.label", { max: CAPACITY_MAX })}
                  initial={String(view.room.capacity)}
                  maxLength={3}
                />
                <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
              </Fields>
            </ReplyForm>
          </Card>
        </Column>
      </Columns>
      <p>
        <Link to="/coaching">{t("coaching.all")}</Link>
      </p>
    </Page>
  );
}
