import { useActionData, useLoaderData } from "@remix-run/react";
import { LIST_MAX, LIST_NAME_MAX } from "~/domain/identity/invite-list/limits";
import { CampusNav } from "~/ui/campus/CampusNav";
import { SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { TextFileField } from "~/ui/forms/TextFileField";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { campusToRun } from "~/web/campus";
import { definePersonAction, definePersonLoader } from "~/web/route";
import type { ClassesView } from "./load.server";
import { classesView } from "./load.server";
import { perform } from "./perform.server";
import type { SeenTable } from "./Seen";
import { NotSent, Seen } from "./Seen";

export const handle: PageHandle = { title: "classes.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => classesView(ctx, await campusToRun(ctx, params.campusSlug)));

export const action = definePersonAction(async (args) => perform(args, await campusToRun(args.ctx, args.params.campusSlug)));

function TableForm({ view, seen, reply }: { view: ClassesView; seen: SeenTable | null; reply: Reply | null }) {
  const t = useT();
  const locale = useLocale();
  const { givable, languages } = view;
  return (
    <Card>
      <h2>{seen ? t("classes.change") : t("classes.table")}</h2>
      <ReplyForm formId="table" reply={reply} intent="look" encType="multipart/form-data">
        <Fields>
          <ErrorSummary />
          <TextField
            name="name"
            label={t("classes.name")}
            hint={t("classes.name_hint")}
            initial={seen?.name}
            maxLength={LIST_NAME_MAX}
            autoComplete="off"
          />
          <TextFileField name="file" label={t("classes.file")} hint={t("classes.file_hint")} accept=".csv,.txt,.tsv,text/csv,text/plain" />
          <TextArea
            name="table"
            label={t("classes.lines")}
            hint={t("classes.lines_hint", { maximum: LIST_MAX })}
            initial={seen?.table}
            rows={8}
            optional
          />
          <SelectField
            name="role"
            label={t("classes.role")}
            initial={seen?.role}
            options={givable.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
          />
          <SelectField
            name="locale"
            label={t("classes.language")}
            initial={seen?.locale ?? (languages.includes(locale) ? locale : languages[0])}
            options={languages.map((value) => ({ value, label: t(`locale.${value}`) }))}
          />
          <SubmitButton look={seen ? "quiet" : "primary"}>{t("classes.look")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}

export default function Classes() {
  const t = useT();
  const view = useLoaderData<typeof loader>() as unknown as ClassesView;
  const answer = useActionData<typeof action>();
  const seen = answer && "seen" in answer ? answer.seen : null;
  const reply = answer?.reply ?? null;
  const { campus, lists } = view;
  return (
    <Page width="middle" title={t("classes.title")} lead={t("classes.lead", { campus: campus.name })}>
      <CampusNav slug={campus.slug} name={campus.name} />
      {seen ? <Seen seen={seen} /> : null}
      {reply?.intent === "send" ? <NotSent reply={reply} /> : null}
      <TableForm key={seen?.listId} view={view} seen={seen} reply={reply} />
      {lists.length > 0 ? (
        <Rows title={t("classes.lists")}>
          {lists.map(({ id, name, createdAt, invitedBy, invited, accepted }) => (
            <Row
              key={id}
              title={<Link to={`/campus/${campus.slug}/classes/${id}`}>{name}</Link>}
              facts={
                <>
                  {t("classes.list_facts", { accepted, count: invited })} · {invitedBy}, <Time at={createdAt} zone={campus.zone} />
                </>
              }
            />
          ))}
        </Rows>
      ) : null}
    </Page>
  );
}
