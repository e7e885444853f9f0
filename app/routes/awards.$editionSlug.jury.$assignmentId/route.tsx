import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownPaper } from "~/domain/awards/paper/queries-mine";
import { peersOf } from "~/domain/awards/panel/peers";
import { sheetFor } from "~/domain/awards/queries-juror";
import { QueueProgress } from "~/ui/awards/QueueProgress";
import { Dossier } from "~/ui/awards/Dossier";
import { useLabel } from "~/ui/awards/labels";
import { keepTyping } from "~/ui/forms/keep-typing";
import { unlessAutosave } from "~/ui/forms/unless-autosave";
import { useT } from "~/ui/i18n";
import { RefusedAct } from "~/ui/forms/parts";
import { Note } from "~/ui/kit/Note";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Around } from "./Around";
import { perform } from "./perform.server";
import type { Kept, Stale } from "./perform.server";
import { FromPaper } from "./FromPaper";
import { Peers } from "./Peers";
import { Recuse } from "./Recuse";
import css from "./Sheet.module.css";
import { SheetForm } from "./SheetForm";

export const handle: PageHandle = { title: "awards.sheet.title" };
export const shouldRevalidate = unlessAutosave;
export const clientAction = keepTyping;

export const loader = definePersonLoader(async ({ ctx, params }) => ({
  ...(await sheetFor(viewOf(ctx), params.assignmentId ?? "", ctx.now)),
  peers: await peersOf(viewOf(ctx), params.assignmentId ?? "", ctx.now),
  paper: await ownPaper(viewOf(ctx), params.assignmentId ?? ""),
}));

export type SheetData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  const { editionSlug = "", assignmentId = "" } = args.params;
  const answer = await perform(args, editionSlug, assignmentId);
  if ("refusal" in answer) return answer.refusal;
  if ("saved" in answer) return data({ reply: null, done: null, saved: answer.saved });
  setToast(args.ctx.web, answer.toast);
  return redirect(answer.to, 303);
});

/** What an answer of this page may carry beside the refused form. */
interface Answer {
  readonly stale?: Stale;
  readonly saved?: Kept;
}

export default function ScoringSheet() {
  const t = useT();
  const label = useLabel();
  const sheet = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = answer?.reply ?? null;
  const { stale, saved } = (answer ?? {}) as Answer;
  const { entry, position, total, done } = sheet;
  return (
    <div className={css.page}>
      <div className={css.top}>
        {position > 0 ? (
          <QueueProgress text={t("awards.jury.position", { position, total })} done={done} total={total} position={position} />
        ) : null}
        <Recuse key={sheet.assignmentId} sheet={sheet} />
      </div>
      <nav className={css.jumps} aria-label={t("jury.jumps")}>
        <a href="#entry">{t("jury.jump_entry")}</a>
        <a href="#scores">{t("jury.jump_scores")}</a>
      </nav>
      <article id="entry" className={css.entry} tabIndex={0} aria-labelledby="entry-name">
        <h1 id="entry-name">{t("awards.entry.number", { number: entry.number })}</h1>
        <p className={css.category}>
          {label(entry.category)} · <strong lang={entry.content.lang}>{entry.content.title}</strong>
        </p>
        <Dossier content={entry.content} answers={entry.answers} slug={sheet.edition.slug} />
      </article>
      <div id="scores" className={css.scores}>
        <RefusedAct />
        {sheet.editable ? null : <Note>{t("awards.sheet.read_only")}</Note>}
        {sheet.paper ? <FromPaper sheet={sheet} paper={sheet.paper} /> : null}
        <SheetForm key={sheet.assignmentId} sheet={sheet} reply={reply} stale={stale ?? null} saved={saved ?? null} />
        {sheet.peers ? <Peers peers={sheet.peers} /> : null}
        <Around sheet={sheet} />
      </div>
    </div>
  );
}
