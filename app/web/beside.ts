import { isDomainError } from "~/domain/kernel/errors";
import type { Message } from "~/locales/translate";
import { replyTo } from "./forms";
import { refuseForm, STATUS_OF } from "./respond";

/** `levels.0.points` of the domain is the field `levels[0].points` of a form. */
const fieldName = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, "[$1]");

/**
 * Runs an act of a form; what the domain refuses about one field is said beside it, in the words `wordsOf` has for that field. Without
 * words for it the refusal is thrown on.
 */
export async function besideField<T>(
  form: FormData,
  act: () => Promise<T>,
  wordsOf: (field: string, code: string) => Message["key"] | undefined,
) {
  try {
    return await act();
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    const field = String(thrown.params.field ?? "");
    const key = wordsOf(field, thrown.code);
    if (key === undefined) throw thrown;
    return refuseForm(replyTo(form, { fields: { [fieldName(field)]: [{ key, params: thrown.params }] } }), STATUS_OF[thrown.code]);
  }
}
