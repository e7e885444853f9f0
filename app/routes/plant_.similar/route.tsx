import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { similarWhileTyping } from "~/domain/ideas/queries-search";
import { isLocale } from "~/web/locale";
import { defineLoader } from "~/web/route";

/** Ideas like what somebody is typing, among those they may see. */
export const loader = defineLoader(async ({ ctx }) => {
  const query = ctx.url.searchParams;
  const lang = query.get("lang");
  const text = { title: query.get("title") ?? "", pitch: query.get("pitch") ?? "", lang: isLocale(lang) ? lang : ctx.actor.locale };
  return { ideas: await similarWhileTyping({ db: ctx.store.db, actor: ctx.actor }, text) };
});

/** A lost connection costs the writer these ideas, not their page. */
export const clientLoader = async ({ serverLoader }: ClientLoaderFunctionArgs) => {
  try {
    return await serverLoader<typeof loader>();
  } catch (thrown) {
    if (thrown instanceof TypeError) return { ideas: [] };
    throw thrown;
  }
};
