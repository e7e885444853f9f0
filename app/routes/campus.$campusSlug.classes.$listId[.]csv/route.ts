import { redirect } from "@remix-run/node";
import { invitesOfList, listToRun, recordListExport } from "~/domain/identity/invite-list/queries";
import { csvAnswer } from "~/web/csv";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { say } from "~/web/say";

const HEADS = ["email", "name", "role", "language", "outcome"] as const;

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const list = await listToRun(ctx.store.db, ctx.actor, params.listId ?? "");
  return redirect(`/campus/${encodeURIComponent(params.campusSlug ?? "")}/classes/${list.id}`);
});

/** The invitations of a class as a table; that it was taken along stands in the trail. */
export const action = definePersonAction(async ({ ctx, params }) => {
  const listId = params.listId ?? "";
  await recordListExport(ctx, listId);
  const rows = await invitesOfList(ctx.store.db, listId, ctx.now);
  const day = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? "";
  return csvAnswer(
    [
      [...HEADS.map((head) => say(ctx, `classes.head.${head}`)), say(ctx, "classes.head.until"), say(ctx, "classes.head.came")],
      ...rows.map(({ email, name, role, locale, state, dueAt, acceptedAt }) => [
        ...[email, name, say(ctx, `identity.role.${role}`), locale, say(ctx, `classes.state_name.${state}`)],
        ...[day(dueAt), day(acceptedAt)],
      ]),
    ],
    "broeikas-klas",
  );
});
