import { useActionData, useLoaderData } from "@remix-run/react";
import { paperPage } from "~/domain/awards/paper/queries";
import { useLabel } from "~/ui/awards/labels";
import { keepTyping } from "~/ui/forms/keep-typing";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { perform } from "./perform.server";
import { Settle } from "./Settle";
import { TypeForm } from "./TypeForm";

export const handle: PageHandle = { title: "paper.sheet_title" };

/** After a refusal too: somebody else may have read it meanwhile. */
export const shouldRevalidate = (): boolean => true;
export const clientAction = keepTyping;

export const loader = definePersonLoader(async ({ ctx, params }) => paperPage(viewOf(ctx), params.assignmentId ?? "", ctx.now));

export type PaperView = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => perform(args, args.params.editionSlug ?? "", args.params.assignmentId ?? ""));

export default function PaperSheet() {
  const t = useT();
  const label = useLabel();
  const paper = useLoaderData<typeof loader>();
  const reply = (useActionData<typeof action>()?.reply ?? null) as Reply | null;
  const { edition, number, juror, own, state, turn, readers } = paper;
  const entry = t("awards.entry.number", { number });
  return (
    <Page
      title={t("paper.sheet", { entry, name: juror })}
      lead={`${label(edition.name)} · ${t("paper.code_is", { code: paper.code })}`}
      width="middle"
    >
      {readers.length > 0 ? (
        <ul>
          {readers.map(({ name, no, at }) => (
            <li key={no}>
              {t("paper.read_by", { name })} <Time at={at} zone={edition.zone} />
            </li>
          ))}
        </ul>
      ) : null}
      {state === "counted" || state === "screen" ? <Note>{t(`paper.explain.${state}`)}</Note> : null}
      {paper.open || state === "counted" ? null : <Note>{t("paper.closed")}</Note>}
      {paper.open && turn !== null ? <TypeForm key={paper.assignmentId} paper={paper} reply={reply} /> : null}
      {paper.open && state === "differs" ? <Settle paper={paper} reply={reply} /> : null}
      {paper.open && (state === "waiting" || state === "differs") ? (
        <ReplyForm formId="drop" intent="drop">
          <input type="hidden" name="revision" value={paper.revision} />
          <SubmitButton look="danger" small>
            {t("paper.drop")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
      <p>
        {own ? (
          <Link to={`/awards/${edition.slug}/jury`}>{t("awards.jury.to_list")}</Link>
        ) : (
          <Link to={`/awards/${edition.slug}/papers`}>{t("paper.to_list")}</Link>
        )}
      </p>
    </Page>
  );
}
