import { eq } from "drizzle-orm";
import { terms } from "#db/schema/campus";
import type { Locale } from "../../kernel/actor";
import { LOCALES } from "../../kernel/actor";
import { sha256, writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import { fold } from "../../kernel/text";
import type { Labels, NeedKind, TermKind } from "../campus";
import { slugOf } from "../campus";
import type { Term } from "../queries";
import { listToChange, requireRunTerms, termToChange } from "./guard";
import { askReindex } from "./reindex";
import { liesUnder } from "./tree";

export interface TermNames {
  readonly labels: Labels;
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
  /** The term above; null on top. */
  readonly parentId: string | null;
  /** What somebody who picks it looks for or offers: of skills and resources. */
  readonly needKind: NeedKind | null;
}

/** No code of a term: it would say that no term fits (`NO_TERM`), or be the address of another page. */
const RESERVED = ["none", "new"];

/**
 * Adds a term at the end of its kind; its code is made of its English name and never changes. Refuses with "forbidden", "invalid" (kind of
 * need, or parent) and "term_named" when one of its kind has the name.
 */
export async function addTerm(ctx: Ctx, input: TermNames & { readonly kind: TermKind }): Promise<{ termId: string }> {
  requireRunTerms(ctx);
  return ctx.store.tx(async (tx) => {
    const list = await listToChange(tx);
    refuseWrong(list, null, input);
    const codes = new Set([...RESERVED, ...list.map(({ code }) => code)]);
    const termId = freeCode(input.labels.en, codes);
    const { kind, labels, parentId, needKind } = input;
    const position = 1 + Math.max(-1, ...list.map((term) => term.position));
    await tx
      .insert(terms)
      .values({ id: termId, code: termId, kind, needKind, parentId, labels, synonyms: copied(input.synonyms), position });
    await touchPages(tx, ["terms"]);
    await writeAudit(tx, ctx, {
      action: "term.added",
      subjectKind: "term",
      subjectId: termId,
      fields: ["labels"],
      detail: JSON.stringify(labels),
    });
    return { termId };
  });
}

/**
 * Gives a term other names, synonyms or another place. `seen` is what `seenAs` gave for what the writer saw. Refuses with "forbidden",
 * "not_found", "stale" (changed or merged since), "invalid" (kind of need; a parent of another kind or under itself) and "term_named".
 */
export async function changeTerm(ctx: Ctx, termId: string, input: TermNames & { readonly seen: string }): Promise<{ changed: boolean }> {
  requireRunTerms(ctx);
  return ctx.store.tx(async (tx) => {
    const list = await listToChange(tx);
    const term = termToChange(list, termId);
    if (seenAs(term) !== input.seen) throw new DomainError("stale");
    refuseWrong(list, term, { ...input, kind: term.kind });
    const { labels, parentId, needKind } = input;
    const now = { labels, parentId, needKind, synonyms: copied(input.synonyms) };
    const before = partsOf(term);
    const after = partsOf({ ...term, ...now });
    const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return { changed: false };
    await tx.update(terms).set(now).where(eq(terms.id, termId));
    if (fields.some((field) => field.startsWith("labels."))) await askReindex(tx, ctx, term);
    await touchPages(tx, ["terms"]);
    const detail = JSON.stringify(Object.fromEntries(fields.map((field) => [field, [before[field], after[field]]])));
    await writeAudit(tx, ctx, { action: "term.changed", subjectKind: "term", subjectId: termId, fields, detail });
    return { changed: true };
  });
}

/** No longer offers a term, or offers it again; where it is used it stays. Refuses with "forbidden", "not_found", "stale" and "already_done". */
export async function setRetired(ctx: Ctx, termId: string, retired: boolean): Promise<void> {
  requireRunTerms(ctx);
  await ctx.store.tx(async (tx) => {
    const term = termToChange(await listToChange(tx), termId);
    if ((term.retiredAt !== null) === retired) throw new DomainError("already_done");
    await tx
      .update(terms)
      .set({ retiredAt: retired ? ctx.now : null })
      .where(eq(terms.id, termId));
    await touchPages(tx, ["terms"]);
    const action = retired ? "term.retired" : "term.reinstated";
    await writeAudit(tx, ctx, { action, subjectKind: "term", subjectId: termId, fields: ["retired_at"] });
  });
}

/** What a writer saw of a term, short enough for a form: two that change it at the same time never overwrite each other unawares. */
export function seenAs(term: Term): string {
  return sha256(JSON.stringify(partsOf(term))).slice(0, 16);
}

/** What can be changed of a term, by the name it has in the trail. */
function partsOf({ labels, synonyms, parentId, needKind }: Term): Record<string, string | null> {
  const names = LOCALES.flatMap((lang) => [
    [`labels.${lang}`, labels[lang]] as const,
    [`synonyms.${lang}`, synonyms[lang].join("; ")] as const,
  ]);
  return { ...Object.fromEntries(names), parent: parentId, need_kind: needKind };
}

const copied = (synonyms: TermNames["synonyms"]): Record<Locale, string[]> =>
  Object.fromEntries(LOCALES.map((lang) => [lang, [...synonyms[lang]]])) as Record<Locale, string[]>;

function refuseWrong(list: readonly Term[], term: Term | null, input: TermNames & { readonly kind: string }): void {
  const { kind, parentId, needKind, labels } = input;
  const named = kind === "skill" || kind === "resource";
  if (named !== (needKind !== null)) throw new DomainError("invalid", { field: "needKind", message: "error.field.choice" });
  const parent = parentId === null ? null : list.find(({ id }) => id === parentId);
  const isNew = parentId !== (term?.parentId ?? null);
  const fits = parent !== undefined && (parent === null || (parent.kind === kind && parent.mergedInto === null));
  const round = term !== null && parentId !== null && liesUnder(list, parentId, term.id);
  if (isNew && (!fits || round)) throw new DomainError("invalid", { field: "parentId" });
  for (const lang of LOCALES) {
    if (term && fold(term.labels[lang]) === fold(labels[lang])) continue;
    const twin = list.find(
      (one) => one.id !== term?.id && one.kind === kind && one.mergedInto === null && fold(one.labels[lang]) === fold(labels[lang]),
    );
    if (twin) throw new DomainError("term_named", { field: `labels.${lang}`, code: twin.code });
  }
}

/** A code that no term has: the words of a name with hyphens, and a number where it is taken. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name, 40, "term");
  if (!taken.has(slug)) return slug;
  let no = 2;
  while (taken.has(`${slug}-${no}`)) no += 1;
  return `${slug}-${no}`;
}
