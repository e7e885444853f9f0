import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { BlindRound } from "~/domain/awards/blind/queries";
import { blindPage } from "~/domain/awards/blind/queries";
import { setBlind } from "~/domain/awards/blind/set-blind";
import { blindForm } from "~/domain/awards/blind/forms";
import { editionToOversee } from "~/domain/awards/load";
import { useLabel } from "~/ui/awards/labels";
import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "blind.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => blindPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const editionSlug = params.editionSlug ?? "";
  // Whoever does not run the edition has no such page, so no act of it either.
  await editionToOversee(viewOf(ctx).db, ctx.actor, editionSlug, ctx.now);
  const parsed = parseForm(form, blindForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { round: roundNo, blind } = parsed.value;
  await setBlind(ctx, { editionSlug, roundNo, blind: blind === "on" });
  setToast(ctx.web, { key: blind === "on" ? "blind.set_on" : "blind.set_off" });
  return redirect(`/awards/${editionSlug}/blind`, 303);
});

export default function Blind() {
  const t = useT();
  const label = useLabel();
  const { edition, rounds, entries, toCheck, anyBlind } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("blind.title")} lead={label(edition.name)} width="middle">
      <p>{t("blind.text")}</p>
      <Rows title={t("blind.rounds")}>
        {rounds.map((round) => (
          <OneRound key={round.no} round={round} reply={reply} published={edition.publishedAt !== null} />
        ))}
      </Rows>
      {anyBlind && toCheck > 0 ? <Note>{t("blind.to_check", { count: toCheck })}</Note> : null}
      <Rows title={t("blind.entries", { count: entries.length })}>
        {entries.map((entry) => (
          <Row
            key={entry.entryId}
            title={
              <Link to={`/awards/${edition.slug}/blind/${entry.entryId}`}>
                {t("awards.entry.number", { number: entry.number })} · <span lang={entry.lang}>{entry.title}</span>
              </Link>
            }
            facts={
              entry.checkedAt ? (
                <>
                  {t("blind.checked_at")} <Time at={entry.checkedAt} zone={edition.campus.zone} />
                </>
              ) : (
                t("blind.unchecked_text")
              )
            }
          >
            <Chips>
              <Chip tone={entry.checkedAt ? "offer" : "sun"}>{entry.checkedAt ? t("blind.checked") : t("blind.unchecked")}</Chip>
            </Chips>
          </Row>
        ))}
      </Rows>
      {entries.length === 0 ? <p>{t("awards.manage.no_entries")}</p> : null}
      <p>
        <Link to={`/awards/${edition.slug}/phases`}>{t("edition.phases.title")}</Link> ·{" "}
        <Link to={`/awards/${edition.slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}

function OneRound({ round, reply, published }: { round: BlindRound; reply: Reply | null; published: boolean }) {
  const t = useT();
  const { no, blind, begun } = round;
  const title = t("blind.round", { no });
  return (
    <Row title={title} facts={begun ? t("blind.begun") : blind ? t("blind.on_text") : t("blind.off_text")}>
      <Chips>
        <Chip tone={blind ? "offer" : undefined}>{blind ? t("blind.on") : t("blind.off")}</Chip>
      </Chips>
      {begun || published ? null : (
        <ReplyForm
          key={String(blind)}
          formId={`round-${no}`}
          reply={reply?.values.round?.[0] === String(no) ? reply : null}
          preventScrollReset
        >
          <ErrorSummary />
          <input type="hidden" name="round" value={no} />
          <input type="hidden" name="blind" value={blind ? "off" : "on"} />
          <SubmitButton look="quiet" small label={`${title}: ${blind ? t("blind.turn_off") : t("blind.turn_on")}`}>
            {blind ? t("blind.turn_off") : t("blind.turn_on")}
          </SubmitButton>
        </ReplyForm>
      )}
    </Row>
  );
}
