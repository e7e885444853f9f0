import type { Toast } from "~/web/toast";

/** What is wrong with a field of the form of a new edition. */
export function wordsOf(field: string, code: string): Toast["key"] | undefined {
  if (code === "conflict") return "edition.copy.slug_taken";
  if (code !== "invalid") return undefined;
  const [first = ""] = field.split(".");
  return WRONG[first];
}

const WRONG: Readonly<Record<string, Toast["key"]>> = {
  slug: "edition.copy.slug_wrong",
  ceremonyDay: "editor.day_wrong",
  rubric: "error.field.choice",
  jurorsPerEntry: "editor.jurors_wrong",
  categories: "editor.categories_wrong",
  name: "error.field.required",
  theme: "error.field.required",
};
