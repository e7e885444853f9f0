import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** After an autosave nothing on the page changed that it does not know already. */
export function unlessAutosave({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formData?.get("intent") === "autosave" ? false : defaultShouldRevalidate;
}
