import { useActionData, useLoaderData } from "@remix-run/react";
import { drawnLine } from "~/domain/awards/assessing/assessment";
import { growthPage } from "~/domain/awards/assessing/queries";
import { useLabel } from "~/ui/awards/labels";
import { GrowthLines } from "~/ui/awards/GrowthLines";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { campusZoneOf } from "~/web/growth";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { readingOf } from "~/web/view";
import { Assess } from "./Assess";
import { GrowthTable } from "./GrowthTable";
import { perform } from "./perform.server";
import { Earlier } from "./Earlier";

export const handle: PageHandle = { title: "growth.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const view = readingOf(ctx);
  const page = await growthPage(view, params.ideaId ?? "", ctx.url.searchParams.get("rubric") ?? undefined);
  return { ...page, zone: await campusZoneOf(view, page.idea.id) };
});

export type GrowthData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => perform(args, args.params.ideaId ?? ""));

export default function Growth() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { idea, growth, side, chosen } = page;
  return (
    <Page title={t("growth.title")} lead={<span lang={idea.lang}>{idea.title}</span>} width="middle">
      <Note>{side === "reported" ? t("growth.reported_text") : t(`growth.private.${side}`)}</Note>
      {growth.length === 0 && side !== "reported" ? <EmptyState title={t("growth.none")} text={t("growth.none_text")} /> : null}
      {growth.map(({ rubricId, name, lines }) => (
        <Card key={rubricId}>
          <h2>{label(name)}</h2>
          <GrowthLines lines={lines.map((line) => drawnLine(line, label(line.name)))} />
          <Disclosure label={t("growth.as_table")}>
            <GrowthTable label={label(name)} lines={lines} zone={page.zone} />
          </Disclosure>
        </Card>
      ))}
      {chosen ? <Assess page={page} chosen={chosen} reply={reply} /> : null}
      <Earlier page={page} />
      <p>
        <Link to={`/ideas/${idea.id}`}>{t("growth.back")}</Link>
      </p>
    </Page>
  );
}
