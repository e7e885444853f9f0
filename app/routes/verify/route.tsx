import { data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { readReceipt, RECEIPT_MAX, verifyReceipt } from "~/domain/ideas/queries-receipts";
import { minutes } from "~/domain/kernel/time";
import { TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { TextFileField } from "~/ui/forms/TextFileField";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import type { FormReply } from "~/web/forms";
import { replyTo } from "~/web/forms";
import { defineAction, limitRate } from "~/web/route";
import { Result } from "./Result";

export const handle: PageHandle = { title: "verify.title" };

const RATE = { name: "verify", limit: 60, ipLimit: 600, windowMs: minutes(15) };

/** What was pasted, or else the file that was chosen. */
async function receiptIn(form: FormData): Promise<string> {
  const pasted = form.get("receipt");
  if (typeof pasted === "string" && pasted.trim() !== "") return pasted.slice(0, RECEIPT_MAX);
  const file = form.get("file");
  return file instanceof File && file.size <= RECEIPT_MAX ? file.text() : "";
}

export const action = defineAction(async ({ ctx, form }) => {
  await limitRate(ctx, RATE);
  const result = await verifyReceipt(ctx.store.db, readReceipt(await receiptIn(form)));
  const none: FormReply | null = result ? null : replyTo(form, { fields: { receipt: [{ key: "verify.no_digest" }] } });
  return data({ reply: none, result }, { status: none ? 400 : 200 });
});

export default function Verify() {
  const t = useT();
  const answer = useActionData<typeof action>();
  const result = answer && "result" in answer ? answer.result : null;
  return (
    <Page title={t("verify.title")} lead={t("verify.lead")} width="middle">
      {result ? <Result result={result} /> : null}
      <Card>
        <ReplyForm formId="verify" reply={answer?.reply ?? null} encType="multipart/form-data">
          <Fields>
            <ErrorSummary />
            <TextArea name="receipt" label={t("verify.receipt")} hint={t("verify.receipt_hint")} rows={8} optional />
            <TextFileField name="file" label={t("verify.file")} accept=".txt,text/plain" />
            <SubmitButton>{t("verify.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
