import { confirmWord } from "~/domain/ideas/confirm-word";
import { dismissWord } from "~/domain/ideas/dismiss-word";
import { undoGraft } from "~/domain/ideas/graft/undo-graft";
import { markNeed } from "~/domain/ideas/mark-need";
import type { NeedState } from "~/domain/ideas/need-state";
import { metByOf } from "~/domain/ideas/need-state";
import { DomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import type { Toast } from "~/web/toast";

/** Where to go after an act, and what to say there. */
export interface Done {
  readonly to: string;
  readonly toast?: Toast;
}

/** The same, in short. */
export const said = (to: string, toast?: Toast): Done => ({ to, toast });

const NEED_OF = { need_open: "open", need_in_talk: "in_talk", need_met: "met" } as const;

/** Acts on the needs of an idea, and on what it was grafted from. */
export async function performOnWords(ctx: WebCtx, form: FormData, intent: string, ideaId: string): Promise<Done> {
  const page = `/ideas/${ideaId}`;
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "confirm_word":
      await confirmWord(ctx, id);
      return said(`${page}#matches`, { key: "matching.confirmed" });
    case "dismiss_word":
      await dismissWord(ctx, id);
      return said(`${page}#matches`, { key: "matching.dismissed" });
    case "need_open":
    case "need_in_talk":
    case "need_met":
      return tellNeed(ctx, form, page, NEED_OF[intent]);
    case "ungraft":
      await undoGraft(ctx, ideaId);
      return said(page, { key: "graft.undone" });
    default:
      throw new DomainError("invalid");
  }
}

/** Says how far a need is, and by whom it was met; the toast takes it back. */
async function tellNeed(ctx: WebCtx, form: FormData, page: string, state: NeedState): Promise<Done> {
  const id = String(form.get("id") ?? "");
  const [who, words] = [String(form.get("by") ?? ""), String(form.get("words") ?? "")];
  const by = who === "" && words.trim() === "" ? undefined : metByOf(who, words);
  const { before } = await markNeed(ctx, id, { state, by: state === "met" ? by : undefined });
  const undo = { action: `${page}?index`, intent: `need_${before}`, id };
  return said(`${page}#needs`, { key: `need.done.${state}`, ...(before === state ? {} : { undo }) });
}
