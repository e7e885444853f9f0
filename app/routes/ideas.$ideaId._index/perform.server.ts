import type { z } from "zod";
import { endRelation } from "~/domain/coaching/allotment/end-relation";
import { addComment } from "~/domain/ideas/add-comment";
import { changeStage } from "~/domain/ideas/change-stage";
import { followIdea } from "~/domain/ideas/follow-idea";
import { commentSchema, hideSchema, stageSchema } from "~/domain/ideas/forms";
import { hideComment } from "~/domain/ideas/hide-comment";
import { hideIdea } from "~/domain/ideas/hide-idea";
import { removeComment } from "~/domain/ideas/remove-comment";
import { restoreComment } from "~/domain/ideas/restore-comment";
import { unfollowIdea } from "~/domain/ideas/unfollow-idea";
import { unhideComment } from "~/domain/ideas/unhide-comment";
import type { Person } from "~/domain/kernel/actor";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { say } from "~/web/say";
import type { Done } from "./words.server";
import { performOnWords, said } from "./words.server";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;
interface Refused {
  readonly reply: true;
  readonly refusal: ReturnType<typeof refuseForm>;
}

/** Runs what somebody asked of an idea on its page; tells where to go and what to say, or what was wrong. */
export async function perform({ ctx, form, intent }: Args, ideaId: string): Promise<Done | Refused> {
  const page = `/ideas/${ideaId}`;
  const id = String(form.get("id") ?? "");
  const parsed = async <S extends z.ZodType>(schema: S, act: (value: z.output<S>) => Promise<Done>): Promise<Done | Refused> => {
    const result = parseForm(form, schema);
    return result.ok ? act(result.value) : { reply: true, refusal: refuseForm(result.reply) };
  };

  switch (intent) {
    case "follow":
      await followIdea(ctx, ideaId);
      return said(page, { key: "ideas.followed", undo: { action: `${page}?index`, intent: "unfollow" } });
    case "unfollow":
      await unfollowIdea(ctx, ideaId);
      return said(page, { key: "ideas.unfollowed", undo: { action: `${page}?index`, intent: "follow" } });
    case "comment":
      return parsed(commentSchema, async (value) => {
        await addComment(ctx, ideaId, { ...value, lang: value.lang ?? ctx.actor.locale });
        return said(`${page}#comments`, { key: "ideas.comment.posted" });
      });
    case "remove_comment":
      await removeComment(ctx, id);
      return said(`${page}#comments`, { key: "ideas.comment.removed", undo: { action: `${page}?index`, intent: "restore_comment", id } });
    case "restore_comment":
      await restoreComment(ctx, id);
      return said(`${page}#comments`);
    case "hide_comment":
      return parsed(hideSchema, async (value) => {
        await hideComment(ctx, id, value);
        return said(`${page}#comments`, { key: "ideas.hide.done", undo: { action: `${page}?index`, intent: "unhide_comment", id } });
      });
    case "unhide_comment":
      await unhideComment(ctx, id);
      return said(`${page}#comments`, { key: "ideas.hide.undone" });
    case "hide":
      return parsed(hideSchema, async (value) => {
        await hideIdea(ctx, ideaId, value);
        return said("/ideas", { key: "ideas.hide.done" });
      });
    case "end_coach":
      await endRelation(ctx, id);
      return said(page, { key: "coaching.allot.ended" });
    case "stage":
      return parsed(stageSchema, async (value) => {
        await changeStage(ctx, ideaId, value);
        return said(page, { key: "ideas.stage.changed", params: { stage: say(ctx, `stage.${value.stage}`) } });
      });
    default:
      return performOnWords(ctx, form, intent, ideaId);
  }
}
