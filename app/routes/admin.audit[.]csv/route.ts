import { redirect } from "@remix-run/node";
import { recordAuditExport } from "~/domain/administration/check-audit";
import { auditPages } from "~/domain/administration/queries-audit";
import { defineAdminAction, defineAdminLoader } from "~/web/admin";
import { auditAsked, auditFilters } from "~/web/audit";
import { csvStream } from "~/web/csv-stream";
import { fileAnswer } from "~/web/download";

const HEAD = ["at", "actor", "action", "subject_kind", "subject", "fields", "via", "request", "detail_digest", "seal", "hash"];

export const loader = defineAdminLoader(() => Promise.resolve(redirect("/admin/audit")));

/** The trail as a table, written page by page while it is read; details are not in it. */
export const action = defineAdminAction(async ({ ctx }) => {
  await recordAuditExport(ctx);
  const pages = auditPages(ctx, auditAsked(auditFilters(ctx)));
  const body = csvStream(HEAD, pages, (row) => [
    ...[row.at.toISOString(), row.actorId ?? "", row.action, row.subjectKind, row.subjectId, row.fields.join(" "), row.via],
    ...[row.requestId ?? "", row.detailDigest ?? "", row.sealNo ?? "", row.sealHash ?? ""],
  ]);
  return fileAnswer(body, { name: `broeikas-audit-${ctx.now.toISOString().slice(0, 10)}.csv`, type: "text/csv; charset=utf-8" });
});
