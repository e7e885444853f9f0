import { useLoaderData } from "@remix-run/react";
import { QueueList } from "~/ui/admin/QueueList";
import type { PageHandle } from "~/ui/page-title";
import { defineAdminLoader } from "~/web/admin";
import { queuePage, steering } from "~/web/queue";

export const handle: PageHandle = { title: "admin.area.outbox" };

export const loader = defineAdminLoader(({ ctx }) => queuePage(ctx, "outbox"));

export const action = steering("outbox");

export default function Queue() {
  return <QueueList page={useLoaderData<typeof loader>()} />;
}
