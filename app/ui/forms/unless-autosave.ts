import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** What the actions of forms with autosave answer, as far as it matters here. */
interface Answer {
  readonly reply?: unknown;
  readonly lost?: boolean;
  readonly stale?: unknown;
  /** Something was kept all the same. */
  readonly changed?: boolean;
}

/** After an autosave or a refusal nothing on the page changed that it does not know already; after a clash something did. */
export function unlessAutosave({ formData, actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const answer = actionResult as Answer | null | undefined;
  if (answer?.lost || (answer?.reply && !answer.stale && !answer.changed)) return false;
  return formData?.get("intent") === "autosave" ? false : defaultShouldRevalidate;
}
