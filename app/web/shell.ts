import { campusZone } from "~/domain/campus/queries";
import { vocabularySourcesOf } from "~/domain/campus/queries-vocabulary";
import { hasRole, isPerson } from "~/domain/kernel/actor";
import { unreadCount } from "~/domain/notifications/queries-notices";
import { defineLoader } from "./route";
import { takeToast } from "./toast";

/** What every page needs around it, in as few statements as can be. */
export const readShell = defineLoader(async ({ ctx, request }) => {
  await ctx.web.page?.dependsOn("campuses", "vocabulary");
  return {
    locale: ctx.actor.locale,
    looker: {
      signedIn: isPerson(ctx.actor),
      organises: hasRole(ctx.actor, "organiser"),
      rolesWait: ctx.rolesWait,
      eyesOf: ctx.proof?.impersonatorId ? ctx.actor.name : null,
      unread: await unreadCount(ctx.store.db, ctx.actor),
    },
    now: ctx.now.toISOString(),
    zone: await campusZone(ctx.store.db, ctx.actor),
    notices: (await vocabularySourcesOf(ctx.store.db)).map(({ notice }) => notice),
    requestId: ctx.web.requestId,
    toast: takeToast(request, ctx.web),
  };
}, "shell");
