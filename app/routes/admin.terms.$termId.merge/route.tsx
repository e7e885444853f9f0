import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MERGE_UNDO_DAYS } from "~/domain/campus/campus";
import { mergeTerms } from "~/domain/campus/terms/merge-terms";
import { mergePreview } from "~/domain/campus/terms/queries-terms";
import { isDomainError } from "~/domain/kernel/errors";
import { AdminNav } from "~/ui/admin/AdminNav";
import { Uses } from "~/ui/admin/TermUses";
import { Actions, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { asked, defineAdminAction, defineAdminLoader, said } from "~/web/admin";
import { forgetTerms } from "~/web/taxonomy";

export const handle: PageHandle = { title: "terms.merge" };

export const loader = defineAdminLoader(async ({ ctx, params }) => {
  const { termId = "" } = params;
  const preview = await mergePreview(ctx, termId, asked(ctx, "into"));
  // Its page says why there is nothing to merge: it may just have been merged.
  if (preview === null) throw redirect(`/admin/terms/${termId}`);
  const { from, into, uses, versions, drafts, both } = preview;
  const { locale } = ctx.actor;
  return {
    from: { id: from.id, name: from.labels[locale], synonyms: from.synonyms[locale] },
    into: { id: into.id, name: into.labels[locale] },
    uses,
    used: Object.values(uses).some((n) => n > 0),
    versions,
    drafts,
    both,
    days: MERGE_UNDO_DAYS,
  };
});

export const action = defineAdminAction(async ({ ctx, params, form }) => {
  const [fromId, intoId] = [params.termId ?? "", String(form.get("into") ?? "")];
  try {
    await mergeTerms(ctx, { fromId, intoId });
  } catch (thrown) {
    if (!isDomainError(thrown) || (thrown.code !== "stale" && thrown.code !== "invalid")) throw thrown;
    return said(ctx, `/admin/terms/${fromId}`, { key: "terms.merge.not" });
  }
  forgetTerms(ctx);
  return said(ctx, `/admin/terms/${intoId}`, { key: "terms.merged" });
});

/** What a merge would change, before it is done. */
export default function MergeTerms() {
  const t = useT();
  const { from, into, uses, used, versions, drafts, both, days } = useLoaderData<typeof loader>();
  const names = { from: from.name, into: into.name };
  return (
    <Page title={t("terms.merge.said", names)} lead={t("terms.merge.lead", names)} width="middle">
      <AdminNav />
      <Card>
        <h2>{t("terms.merge.changes")}</h2>
        {used ? <Uses uses={uses} /> : <p>{t("terms.merge.nothing", names)}</p>}
        <ul>
          {both > 0 ? <li>{t("terms.merge.both", { count: both })}</li> : null}
          <li>{t("terms.merge.synonyms", { ...names, names: [from.name, ...from.synonyms].join(", ") })}</li>
        </ul>
        <h2>{t("terms.merge.stays")}</h2>
        <ul>
          {versions > 0 ? <li>{t("terms.merge.versions", { count: versions })}</li> : null}
          {drafts > 0 ? <li>{t("terms.merge.drafts", { count: drafts })}</li> : null}
          <li>{t("terms.merge.addresses")}</li>
        </ul>
        <p>{t("terms.merge.undo", { days })}</p>
        <ReplyForm formId="merge">
          <input type="hidden" name="into" value={into.id} />
          <Actions>
            <SubmitButton>{t("terms.merge.go", names)}</SubmitButton>
            <ButtonLink to={`/admin/terms/${from.id}`}>{t("terms.merge.back")}</ButtonLink>
          </Actions>
        </ReplyForm>
      </Card>
    </Page>
  );
}
