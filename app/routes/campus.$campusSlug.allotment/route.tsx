import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CampusNav } from "~/ui/campus/CampusNav";
import { CheckField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { DraftPart } from "./Draft";
import { allotmentPage, campusToAllot } from "./load.server";
import { perform } from "./perform.server";
import { Relations } from "./Relations";

export const handle: PageHandle = { title: "coaching.allot" };

/** A draft that is being computed is looked at again by itself, with or without JavaScript. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data?.draft && data.draft.result === null ? [{ httpEquiv: "refresh", content: "2" }] : [];

/** After a refusal too: what changed meanwhile is marked. */
export const shouldRevalidate = (): boolean => true;

export const loader = definePersonLoader(async ({ ctx, params }) => allotmentPage(ctx, await campusToAllot(ctx, params.campusSlug)));

export const action = definePersonAction(async (args) => perform(args, await campusToAllot(args.ctx, args.params.campusSlug)));

export default function Allotment() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { campus, waiting, coaches, draft, relations } = view;
  const page = `/campus/${campus.slug}/allotment`;
  return (
    <Page title={t("coaching.allot")} lead={t("coaching.allot.lead", { campus: campus.name })}>
      <CampusNav slug={campus.slug} name={campus.name} organises={view.organises} />
      {draft ? <DraftPart view={view} draft={draft} page={page} /> : null}
      {draft === null && waiting === 0 ? <EmptyState title={t("coaching.allot.none.title")} text={t("coaching.allot.none.text")} /> : null}
      {draft === null && waiting > 0 ? (
        <Card>
          <h2>
            {t("coaching.allot.waiting", { count: waiting })}, {t("coaching.allot.coaches", { count: coaches })}
          </h2>
          <p>{t("coaching.allot.start_text")}</p>
          <ReplyForm formId="draft" reply={reply} intent="draft">
            <Fields>
              <ErrorSummary />
              <CheckField name="withExperts" label={t("coaching.allot.with_experts")} />
              <div>
                <SubmitButton>{t("coaching.allot.start")}</SubmitButton>
              </div>
            </Fields>
          </ReplyForm>
        </Card>
      ) : null}
      <Relations relations={relations} zone={campus.zone} />
    </Page>
  );
}
