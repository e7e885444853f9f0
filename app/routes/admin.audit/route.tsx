import { useActionData, useLoaderData } from "@remix-run/react";
import { checkAudit } from "~/domain/administration/check-audit";
import { auditTrail } from "~/domain/administration/queries-audit";
import { AUDIT_FILTERS } from "~/domain/administration/trail";
import { DomainError } from "~/domain/kernel/errors";
import { AdminNav } from "~/ui/admin/AdminNav";
import css from "~/ui/admin/Filters.module.css";
import { Filter, Filters, Pages } from "~/ui/admin/Filters";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { ReplyForm } from "~/ui/forms/reply";
import { SubmitButton } from "~/ui/forms/parts";
import { asked, defineAdminAction, defineAdminLoader, withQuery } from "~/web/admin";
import { auditAsked, auditFilters, markOf, readMark } from "~/web/audit";
import { Chain } from "./Chain";
import { Trail } from "./Trail";

export const handle: PageHandle = { title: "admin.area.audit" };

export const loader = defineAdminLoader(async ({ ctx }) => {
  const filters = auditFilters(ctx);
  const after = readMark(asked(ctx, "after"));
  const { rows, more } = await auditTrail(ctx, auditAsked(filters), after);
  const last = rows.at(-1);
  return {
    filters,
    rows: rows.map(({ id, at, actorId, actorName, action: done, subjectKind, subjectId, fields, via, detail, detailDigest, sealNo }) => ({
      ...{ id, at, actorId, actorName, done, subjectKind, subjectId, fields, via, detail, sealNo },
      // The digest stays when the detail is erased.
      detailGone: detail === null && detailDigest !== null,
    })),
    csv: withQuery("/admin/audit.csv", filters),
    first: after === undefined ? null : withQuery("/admin/audit", filters),
    next: more && last ? withQuery("/admin/audit", { ...filters, after: markOf(last) }) : null,
  };
});

export const action = defineAdminAction(async ({ ctx, intent }) => {
  if (intent === "verify") return { reply: null, done: null, chain: await checkAudit(ctx) };
  throw new DomainError("invalid");
});

export default function Audit() {
  const t = useT();
  const { filters, rows, csv, first, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("admin.area.audit")} lead={t("admin.area.audit.text")}>
      <AdminNav />
      <div className={css.acts}>
        <ReplyForm formId="verify" intent="verify">
          <SubmitButton look="quiet">{t("admin.audit.verify")}</SubmitButton>
        </ReplyForm>
        <form method="post" action={csv}>
          <Button type="submit">{t("admin.audit.csv")}</Button>
        </form>
      </div>
      {answer && "chain" in answer ? <Chain chain={answer.chain} /> : null}
      <Filters label={t("admin.audit.search")} key={Object.values(filters).join("|")}>
        {AUDIT_FILTERS.map((name) => (
          <Filter
            key={name}
            name={name}
            label={t(`admin.audit.${name}`)}
            value={filters[name]}
            type={name === "from" || name === "until" ? "date" : "search"}
          />
        ))}
      </Filters>
      {rows.length === 0 ? <EmptyState title={t("admin.audit.none")} text={t("admin.audit.none_text")} /> : <Trail rows={rows} />}
      <Pages first={first} next={next} />
    </Page>
  );
}
