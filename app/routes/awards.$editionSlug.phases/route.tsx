import { useActionData, useLoaderData } from "@remix-run/react";
import { editionToOversee } from "~/domain/awards/load";
import { phasePlan } from "~/domain/awards/queries-phases";
import { wallMomentAt } from "~/domain/scheduling/wall";
import { EditionPhases } from "~/ui/awards/EditionPhases";
import { useLabel, usePhaseName } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { BeginNext, Grace, MoveEnd } from "./Change";
import { Effects } from "./Effects";
import { Extend } from "./Extend";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "edition.phases.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const plan = await phasePlan(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const { zone } = plan.edition.campus;
  /** End of the active phase, as an input of type datetime-local takes it. */
  return { ...plan, end: wallMomentAt(zone, plan.edition.phaseUntil) };
});

export type PhasesData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  return perform(args, await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now));
});

export default function Phases() {
  const t = useT();
  const label = useLabel();
  const name = usePhaseName();
  const plan = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition } = plan;
  const later = plan.phases.filter(({ effects, key }) => effects.length > 0 && key !== plan.next?.key);
  return (
    <Page title={t("edition.phases.title")} lead={label(edition.name)} width="middle">
      <Card label={t("awards.phases")}>
        <EditionPhases phases={plan.phases} zone={edition.campus.zone} />
      </Card>
      <BeginNext plan={plan} reply={reply} />
      {later.length > 0 ? (
        <Card>
          <h2>{t("edition.later")}</h2>
          {later.map((phase) => (
            <Disclosure key={phase.key} label={name(phase)}>
              <p>
                {t("awards.from")} <Time at={phase.from} zone={edition.campus.zone} />
              </p>
              <Effects effects={phase.effects} />
            </Disclosure>
          ))}
        </Card>
      ) : null}
      <MoveEnd plan={plan} reply={reply} />
      <Grace plan={plan} reply={reply} />
      <Extend plan={plan} reply={reply} />
      <p>
        <Link to={`/awards/${edition.slug}/blind`}>{t("blind.title")}</Link> ·{" "}
        <Link to={`/awards/${edition.slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}
