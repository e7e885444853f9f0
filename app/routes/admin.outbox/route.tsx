import { useActionData, useLoaderData } from "@remix-run/react";
import { retryNow, stopTrying } from "~/domain/administration/steer-queue";
import { DomainError } from "~/domain/kernel/errors";
import { QueueList } from "~/ui/admin/QueueList";
import type { PageHandle } from "~/ui/page-title";
import { defineAdminAction, defineAdminLoader, said } from "~/web/admin";
import { queuePage } from "~/web/queue";

export const handle: PageHandle = { title: "admin.area.outbox" };

export const loader = defineAdminLoader(({ ctx }) => queuePage(ctx, "outbox"));

export const action = defineAdminAction(async ({ ctx, form, intent }) => {
  const id = String(form.get("id") ?? "");
  const page = ctx.url.pathname + ctx.url.search;
  if (intent === "retry") {
    await retryNow(ctx, "outbox", id);
    return said(ctx, page, { key: "admin.queue.retried" });
  }
  if (intent === "stop") {
    await stopTrying(ctx, "outbox", id);
    return said(ctx, page, { key: "admin.queue.stopped" });
  }
  throw new DomainError("invalid");
});

export default function Queue() {
  return <QueueList page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply ?? null} />;
}
