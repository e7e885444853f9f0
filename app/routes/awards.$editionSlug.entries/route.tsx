import { useActionData, useLoaderData } from "@remix-run/react";
import { RULING_REASON_MAX } from "~/domain/awards/eligibility";
import { editionToOversee } from "~/domain/awards/load";
import { eligibilityPage } from "~/domain/awards/queries-eligibility";
import { useLabel } from "~/ui/awards/labels";
import { RadioCards, TextArea } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { perform } from "./perform.server";
import { RulesForm } from "./RulesForm";

export const handle: PageHandle = { title: "edition.check.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => eligibilityPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export type EligibilityData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  const { slug } = await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now);
  return perform(args, slug);
});

export default function CheckEntries() {
  const t = useT();
  const label = useLabel();
  const { edition, rules, entries, editable } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("edition.check.title")} lead={label(edition.name)} width="middle">
      <p>{t("edition.check.text")}</p>
      {editable ? (
        <Card>
          <Disclosure label={t("edition.rules.title")} open={reply?.intent === "rules"}>
            <RulesForm rules={rules} reply={reply} />
          </Disclosure>
        </Card>
      ) : null}
      {entries.length === 0 ? <EmptyState title={t("edition.check.none")} text={t("edition.check.none_text")} /> : null}
      {entries.length > 0 ? (
        <Rows title={t("awards.manage.entries", { count: entries.length })}>
          {entries.map((entry) => (
            <Entry key={entry.entryId} entry={entry} editable={editable} reply={reply} />
          ))}
        </Rows>
      ) : null}
      <p>
        <Link to={`/awards/${edition.slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}

/** One entry: the rules it does not meet, what was ruled, and the form to rule. */
function Entry({ entry, editable, reply }: { entry: EligibilityData["entries"][number]; editable: boolean; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const { number, title, unmet, ruling } = entry;
  const intent = `rule:${entry.entryId}`;
  return (
    <Row title={`${t("awards.entry.number", { number })} · ${title}`} facts={label(entry.category)}>
      {unmet.length === 0 ? <p>{t("edition.check.fine")}</p> : null}
      {unmet.length > 0 ? (
        <ul>
          {unmet.map(({ rule, count }) => (
            <li key={rule}>{t(`edition.unmet.${rule}`, { count })}</li>
          ))}
        </ul>
      ) : null}
      {ruling ? (
        <p>
          <strong>{t(`edition.ruling.${ruling.verdict}`)}</strong> <q>{ruling.reason}</q>
        </p>
      ) : null}
      {editable ? (
        <FoldedForm
          label={t("edition.ruling.decide")}
          intent={intent}
          reply={reply}
          formId={intent.replace(":", "-")}
          anew={ruling?.reason ?? ""}
        >
          <input type="hidden" name="entryId" value={entry.entryId} />
          <RadioCards
            name="verdict"
            legend={t("edition.ruling.verdict")}
            initial={ruling?.verdict}
            options={(["in", "out"] as const).map((value) => ({ value, label: t(`edition.ruling.choose.${value}`) }))}
          />
          <TextArea name="reason" label={t("edition.ruling.reason")} initial={ruling?.reason} maxLength={RULING_REASON_MAX} rows={2} />
        </FoldedForm>
      ) : null}
    </Row>
  );
}
