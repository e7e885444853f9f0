import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isDay } from "~/domain/campus/campus";
import { liftHold } from "~/domain/identity/privacy/lift-hold";
import { placeHold } from "~/domain/identity/privacy/place-hold";
import { retentionView } from "~/domain/identity/privacy/queries-retention";
import { isRuleCode } from "~/domain/identity/privacy/rules";
import { personByEmail } from "~/domain/identity/queries";
import { DomainError } from "~/domain/kernel/errors";
import { clean } from "~/domain/kernel/text";
import { AdminNav } from "~/ui/admin/AdminNav";
import { useT } from "~/ui/i18n";
import { Columns } from "~/ui/kit/Columns";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAdminAction, defineAdminLoader, said } from "~/web/admin";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { Holds, NewHold } from "./Holds";
import { Log, Rules, Statements } from "./Lists";

export const handle: PageHandle = { title: "keeping.admin.title" };

export const loader = defineAdminLoader(({ ctx }) => retentionView(ctx.store.db, ctx.actor, ctx.now));

const holdForm = z.object({
  rule: z.string().default(""),
  email: z.string().trim().default(""),
  reason: z
    .string("error.field.required")
    .transform(clean)
    .pipe(z.string().min(1, "error.field.required").max(300, "error.field.too_long")),
  until: z.string("error.field.required").refine(isDay, "error.field.invalid"),
});

export const action = defineAdminAction(async ({ ctx, form, intent }) => {
  if (intent === "lift") await liftHold(ctx, String(form.get("id") ?? ""));
  else if (intent === "hold") {
    const parsed = parseForm(form, holdForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    const { rule, email, reason, until: day } = parsed.value;
    const until = new Date(`${day}T00:00:00Z`);
    if (until.getTime() <= ctx.now.getTime()) return refuseForm(replyTo(form, { fields: { until: [{ key: "keeping.hold.past" }] } }));
    const person = isRuleCode(rule) ? null : await personByEmail(ctx.store.db, email);
    if (!isRuleCode(rule) && !person) return refuseForm(replyTo(form, { fields: { email: [{ key: "keeping.hold.nobody" }] } }));
    await placeHold(ctx, { subject: isRuleCode(rule) ? rule : email, reason, until });
  } else throw new DomainError("invalid");
  return said(ctx, "/admin/retention", { key: intent === "lift" ? "keeping.hold.lifted" : "keeping.hold.placed" });
});

/** What is removed by itself and what was, what is held back, and the statements of erasure: for admins. */
export default function Retention() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("keeping.admin.title")} lead={t("keeping.admin.lead")}>
      <AdminNav />
      <Columns>
        <Holds holds={view.holds} />
        <NewHold key={view.holds.length} rules={view.rules} reply={reply} />
      </Columns>
      <Rules rules={view.rules} />
      <Log log={view.log} />
      <Statements erasures={view.erasures} />
    </Page>
  );
}
