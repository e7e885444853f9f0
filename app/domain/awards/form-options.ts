import { LOCALES } from "../kernel/actor";
import type { FieldOption } from "./form-field";

/** Options as an organiser writes them: one a line, the languages split by a semicolon. */
export function optionLines(options: readonly FieldOption[]): string {
  return options.map(({ label }) => LOCALES.map((locale) => label[locale]).join(" ; ")).join("\n");
}

/**
 * Options from such lines; a language that is left out takes the text of the first. A line that keeps a text of an earlier option, or
 * stands where one stood whose text is gone, is that option reworded: answers that chose it stay.
 */
export function optionsFrom(lines: string, before: readonly FieldOption[]): FieldOption[] {
  const labels = lines
    .split("\n")
    .map((line) => line.split(";").map((part) => part.trim()))
    .filter(([first]) => first !== undefined && first !== "")
    .map(([nl = "", fr, en]) => ({ nl, fr: fr === undefined || fr === "" ? nl : fr, en: en === undefined || en === "" ? nl : en }));
  const same = (label: FieldOption["label"]) =>
    before.find((one) => LOCALES.some((locale) => one.label[locale] !== "" && one.label[locale] === label[locale]));
  const kept = labels.map((label) => same(label)?.code);
  const used = new Set(before.map(({ code }) => code));
  let last = 0;
  const fresh = (): string => {
    do last += 1;
    while (used.has(`o${last}`));
    used.add(`o${last}`);
    return `o${last}`;
  };
  const taken = new Set<string>();
  return labels.map((label, i) => {
    const stood = labels.length === before.length ? before[i]?.code : undefined;
    const code = [kept[i], stood !== undefined && !kept.includes(stood) ? stood : undefined].find(
      (one) => one !== undefined && !taken.has(one),
    );
    const chosen = code ?? fresh();
    taken.add(chosen);
    return { code: chosen, label };
  });
}
