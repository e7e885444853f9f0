import { useActionData, useLoaderData } from "@remix-run/react";
import { myJuryPart } from "~/domain/awards/panel/queries-mine";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { DaysLeft } from "~/ui/awards/days-left";
import { useLabel } from "~/ui/awards/labels";
import { QueueProgress } from "~/ui/awards/QueueProgress";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { termOptions } from "~/web/taxonomy";
import { viewOf } from "~/web/view";
import { Declare } from "./Declare";
import { MyPart } from "./MyPart";
import { perform } from "./perform.server";
import { Queue } from "./Queue";

export const handle: PageHandle = { title: "awards.jury.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const queue = await jurorQueue(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const part = await myJuryPart(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  return { ...queue, me: ctx.actor.personId, part, domains: await termOptions(ctx, "domain", part.domainIds) };
});

export type QueueData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => perform(args, args.params.editionSlug ?? ""));

export default function JuryQueue() {
  const t = useT();
  const label = useLabel();
  const queue = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, done, total, items, nextAssignmentId } = queue;
  const finished = total > 0 && done === total;
  return (
    <Page
      title={t("awards.jury.title")}
      lead={label(edition.name)}
      width="middle"
      actions={
        queue.open && nextAssignmentId ? (
          <ButtonLink to={`/awards/${edition.slug}/jury/${nextAssignmentId}`} look="primary">
            {done > 0 ? t("awards.jury.continue") : t("awards.jury.start")}
          </ButtonLink>
        ) : null
      }
    >
      {total > 0 ? <QueueProgress text={t("awards.jury.progress", { done, total })} done={done} total={total} /> : null}
      {queue.open ? (
        <p>
          {t("awards.jury.until")} <Time at={queue.judgingUntil} zone={edition.zone} /> (
          <DaysLeft until={queue.judgingUntil} zone={edition.zone} />)
        </p>
      ) : (
        <Note>
          {queue.phase === "announced" || queue.phase === "open" ? t("awards.jury.not_yet") : t("awards.jury.closed")}{" "}
          {queue.phase === "announced" || queue.phase === "open" ? <Time at={queue.judgingFrom} zone={edition.zone} /> : null}
        </Note>
      )}
      {finished && queue.open ? (
        <Note>
          {t("awards.jury.finished")}{" "}
          {queue.comparesPairs ? <Link to={`/awards/${edition.slug}/jury/compare`}>{t("compare.to")}</Link> : null}
        </Note>
      ) : null}
      {items.length > 0 ? (
        <Queue items={items} slug={edition.slug} open={queue.open} />
      ) : (
        <EmptyState title={t("awards.jury.empty.title")} text={t("awards.jury.empty.text")} />
      )}
      {items.some(({ state }) => state !== "recused") ? (
        <p>
          <ButtonLink to={`/awards/${edition.slug}/papers.pdf`} small reload>
            {t("paper.print_own")}
          </ButtonLink>
        </p>
      ) : null}
      <MyPart queue={queue} reply={reply} />
      <Declare queue={queue} reply={reply?.intent === "conflict" ? reply : null} />
      <p>
        <Link to={`/awards/${edition.slug}`}>{t("awards.back", { edition: label(edition.name) })}</Link>
      </p>
    </Page>
  );
}
