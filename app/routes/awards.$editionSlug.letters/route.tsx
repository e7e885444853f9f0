import { useActionData, useLoaderData } from "@remix-run/react";
import { letterOutbox } from "~/domain/awards/letters/queries-letters";
import { editionToOversee } from "~/domain/awards/load";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Figure, Figures } from "~/ui/kit/Figures";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { EmptyState, Page } from "~/ui/kit/Page";
import { List } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { Drafting } from "./Drafting";
import { Letter } from "./Letter";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "letters.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => letterOutbox(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export type OutboxData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  const { slug } = await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now);
  return perform(args, slug);
});

const COUNTED = ["draft", "checked", "held", "sent", "missing"] as const;

export default function Letters() {
  const t = useT();
  const label = useLabel();
  const outbox = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, letters, counts, open } = outbox;
  const aboutOne = reply?.values.entryId?.[0] ?? null;
  return (
    <Page title={t("letters.title")} lead={label(edition.name)} width="middle">
      <p>
        {t("letters.lead")} {t("letters.below")}
      </p>
      {open ? null : <Note>{t("letters.closed")}</Note>}
      <Figures label={t("letters.counts")}>
        {COUNTED.filter((state) => counts[state] > 0).map((state) => (
          <Figure key={state} alarm={state === "draft"}>
            {t(`letters.count.${state}`, { count: counts[state] })}
          </Figure>
        ))}
      </Figures>
      {open && letters.length > 0 ? <Drafting outbox={outbox} /> : null}
      {letters.length === 0 ? <EmptyState title={t("letters.none")} text={t("letters.none_text")} /> : null}
      <List label={t("letters.list")}>
        {letters.map((one) => (
          <Letter key={one.entryId} one={one} reply={aboutOne === one.entryId ? reply : null} />
        ))}
      </List>
      <p>
        <Link to={`/awards/${edition.slug}/result`}>{t("letters.back")}</Link>
      </p>
    </Page>
  );
}
