import type { DraftContent, WordInput } from "~/domain/ideas/idea";

/** The whole draft as the form that plants it, so that one schema judges it. */
export function draftAsForm(content: DraftContent, draftId: string): FormData {
  const form = new FormData();
  const put = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined) form.set(name, value);
  };
  for (const name of [
    "title",
    "pitch",
    "description",
    "lang",
    "domainId",
    "growthMarketId",
    "productionStepId",
    "campusId",
    "organisationId",
  ] as const)
    put(name, content[name]);
  put("visibility", content.visibility ?? "campus");
  put("matchConsent", content.matchConsent ?? "veiled");
  put("draftId", draftId);
  for (const list of ["needs", "offers"] as const) (content[list] ?? []).forEach((row, i) => putRow(form, `${list}[${i}]`, row));
  return form;
}

function putRow(form: FormData, at: string, row: WordInput): void {
  form.set(`${at}.kind`, row.kind);
  form.set(`${at}.words`, row.words);
  form.set(`${at}.weight`, String(row.weight));
  if (row.termId !== null) form.set(`${at}.termId`, row.termId);
}
