import type { Labels } from "#db/schema/campus";
import { LOCALES } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { clean } from "../kernel/text";
import { isBeforeClosing } from "./edition";
import type { FormField } from "./form-field";
import { AUDIENCES, FIELD_KINDS, FIELDS_MAX, HELP_MAX, LABEL_MAX, OPTIONS_MAX, WORDS_MAX } from "./form-field";
import type { StoredField } from "./form-rows";
import { allFieldsOf, writeForm } from "./form-rows";
import { categoriesOf, editionToRun } from "./load";

/** A change of the form: a question added or reworded, moved one place, or taken out. */
export type FormChange =
  | { readonly do: "save"; /** Left out for a new question. */ readonly key?: string; readonly field: Omit<FormField, "key"> }
  | { readonly do: "move"; readonly key: string; readonly by: -1 | 1 }
  | { readonly do: "remove"; readonly key: string };

/**
 * Changes the questions of an entry form, until entries close. What teams answered stays: the kind of a question never changes, and
 * one that is taken out still shows in entries that answered it. Refuses with "not_found", "forbidden", "entries_closed", or "invalid"
 * and the `field`.
 */
export async function changeForm(ctx: Ctx, input: { readonly editionSlug: string; readonly change: FormChange }): Promise<void> {
  const { change } = input;
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (!isBeforeClosing(edition.phase.kind)) throw new DomainError("entries_closed");
    const before = await allFieldsOf(tx, edition.id);
    const codes = (await categoriesOf(tx, edition.id)).map(({ code }) => code);
    await writeForm(tx, ctx, edition.id, changed(before, change, codes));
    await touchPages(tx, [`awards:${edition.slug}`]);
    const fields = ["form", change.do, ...(change.key === undefined ? [] : [change.key])];
    await writeAudit(tx, ctx, { action: "edition.form_changed", subjectKind: "edition", subjectId: edition.id, fields });
  });
}

function changed(before: readonly StoredField[], change: FormChange, codes: readonly string[]): StoredField[] {
  const shown = before.filter(({ removed }) => !removed);
  const gone = before.filter(({ removed }) => removed);
  if (change.do === "save" && change.key === undefined) {
    if (shown.length >= FIELDS_MAX) throw new DomainError("invalid", { field: "label.nl", max: FIELDS_MAX });
    const key = freeKey(before);
    return [...shown, { ...checked(change.field, codes), key, removed: false }, ...gone];
  }
  const at = shown.findIndex(({ key }) => key === change.key);
  const old = found(shown[at]);
  if (change.do === "remove") return [...shown.filter((one) => one !== old), ...gone, { ...old, removed: true }];
  if (change.do === "move") {
    const others = shown.filter((one) => one !== old);
    others.splice(Math.min(Math.max(at + change.by, 0), others.length), 0, old);
    return [...others, ...gone];
  }
  const next = { ...checked({ ...change.field, kind: old.kind }, codes), key: old.key, removed: false };
  return [...shown.map((one) => (one === old ? next : one)), ...gone];
}

/** The next key that no question of the edition ever had: an answer is never read as that to another question. */
function freeKey(fields: readonly StoredField[]): string {
  const used = new Set(fields.map(({ key }) => key));
  for (let n = 1; ; n += 1) if (!used.has(`q${n}`)) return `q${n}`;
}

function checked(field: Omit<FormField, "key">, codes: readonly string[]): Omit<FormField, "key"> {
  const label = cleaned(field.label, "label", LABEL_MAX, true);
  const options = field.options.map(({ code, label: text }) => ({ code, label: cleaned(text, "options", LABEL_MAX, true) }));
  const optionsOk = field.kind !== "choice" || (options.length >= 2 && options.length <= OPTIONS_MAX);
  const { wordsMax } = field;
  const wordsOk = wordsMax === null || (Number.isInteger(wordsMax) && wordsMax >= 1 && wordsMax <= WORDS_MAX);
  const wrong = [
    { name: "kind", ok: FIELD_KINDS.some((kind) => kind === field.kind) },
    { name: "options", ok: optionsOk && new Set(options.map(({ code }) => code)).size === options.length },
    { name: "wordsMax", ok: wordsOk },
    { name: "categories", ok: field.categories.every((code) => codes.includes(code)) },
    { name: "audience", ok: AUDIENCES.includes(field.audience) },
  ].find(({ ok }) => !ok);
  if (wrong) throw new DomainError("invalid", { field: wrong.name });
  return {
    ...field,
    label,
    help: cleaned(field.help, "help", HELP_MAX, false),
    options: field.kind === "choice" ? options : [],
    wordsMax: field.kind === "text" ? wordsMax : null,
    // Every category is the same as none in particular.
    categories: field.categories.length === codes.length ? [] : field.categories,
  };
}

function cleaned(labels: Labels, name: string, max: number, needed: boolean): Labels {
  const texts = LOCALES.map((locale) => {
    const text = clean(labels[locale]).replace(/\s+/g, " ");
    const field = name === "options" ? name : `${name}.${locale}`;
    if (text.length > max || (needed && text === "")) throw new DomainError("invalid", { field, max });
    return [locale, text] as const;
  });
  return Object.fromEntries(texts) as unknown as Labels;
}
