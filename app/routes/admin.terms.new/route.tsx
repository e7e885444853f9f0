import { useActionData, useLoaderData } from "@remix-run/react";
import { TERM_KINDS } from "~/domain/campus/campus";
import { addTerm } from "~/domain/campus/terms/write-term";
import { termsByKind } from "~/domain/campus/queries";
import { newTermForm } from "~/domain/campus/terms/forms";
import { AdminNav } from "~/ui/admin/AdminNav";
import { TermFields } from "~/ui/admin/TermFields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Tabs } from "~/ui/kit/Tabs";
import type { PageHandle } from "~/ui/page-title";
import { asked, defineAdminAction, defineAdminLoader, said } from "~/web/admin";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { forgetTerms } from "~/web/taxonomy";

export const handle: PageHandle = { title: "terms.add" };

export const loader = defineAdminLoader(async ({ ctx }) => {
  const kind = TERM_KINDS.find((one) => one === asked(ctx, "kind")) ?? "domain";
  const parents = (await termsByKind(ctx.store.db, kind)).filter(({ retiredAt }) => retiredAt === null);
  return { kind, parents: parents.map(({ id, labels }) => ({ value: id, label: labels[ctx.actor.locale] })) };
});

export const action = defineAdminAction(async ({ ctx, form }) => {
  const parsed = parseForm(form, newTermForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { termId } = await addTerm(ctx, parsed.value);
  forgetTerms(ctx);
  return said(ctx, `/admin/terms/${termId}`, { key: "terms.added" });
});

/** A new word to pick from; its kind stands in the address. */
export default function NewTerm() {
  const t = useT();
  const { kind, parents } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("terms.add")} lead={t("terms.add_text")} width="middle" actions={<Link to="/admin/terms">{t("terms.all")}</Link>}>
      <AdminNav />
      <Tabs label={t("terms.kind")}>
        {TERM_KINDS.map((one) => (
          <Link key={one} to={`/admin/terms/new?kind=${one}`} aria-current={one === kind ? "page" : undefined}>
            {t(`terms.kind.${one}`)}
          </Link>
        ))}
      </Tabs>
      <Card>
        <h2>{t(`terms.kind.${kind}`)}</h2>
        <ReplyForm formId={`new-${kind}`} key={kind} reply={reply}>
          <Fields>
            <ErrorSummary />
            <input type="hidden" name="kind" value={kind} />
            <TermFields values={{ kind }} parents={parents} />
            <SubmitButton>{t("terms.add")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
