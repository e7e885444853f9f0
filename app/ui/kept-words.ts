import type { MessageKey, Translate } from "~/locales/translate";

type ContextKey = Extract<MessageKey, `keeping.context.${string}`>;

/** Name of a context in a language; as it is called in the code when it has none. */
export function contextName(t: Translate, context: string): string {
  const key = `keeping.context.${context}` as ContextKey;
  const name = t(key);
  return name === key ? context : name;
}

/** Why something of a person who left stays, without their name: the trail, a result of others, or the work of a team. */
export function whyKept(t: Translate, context: string): string {
  if (context === "identity" || context === "across") return t("keeping.why.trail");
  if (context === "awards" || context === "assessments") return t("keeping.why.result");
  return t("keeping.why.team");
}
