import { similarWhileTyping } from "~/domain/ideas/queries-search";
import { isLocale } from "~/web/locale";
import { defineLoader } from "~/web/route";

/** Ideas like what somebody is typing, among those they may see. */
export const loader = defineLoader(async ({ ctx }) => {
  const query = ctx.url.searchParams;
  const lang = query.get("lang");
  const text = { title: query.get("title") ?? "", pitch: query.get("pitch") ?? "", lang: isLocale(lang) ? lang : ctx.actor.locale };
  const ideas = await similarWhileTyping({ db: ctx.store.db, actor: ctx.actor }, text);
  return Response.json({ ideas }, { headers: { "Cache-Control": "no-store" } });
});
