import { and, count, eq, ne } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import type { View } from "../ideas/visible";
import { isBeforeClosing } from "./edition";
import type { FormField } from "./form-field";
import { formOf } from "./form-rows";
import { categoriesOf, editionToOversee } from "./load";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

export interface FormPage {
  readonly edition: EditionCard;
  readonly fields: readonly FormField[];
  readonly categories: readonly { readonly code: string; readonly name: Labels }[];
  /** Entries that were begun: they meet a change of the form half way. */
  readonly begun: number;
  readonly editable: boolean;
}

/** The entry form of an edition for its organiser; "not_found" for all others. Four statements. */
export async function formPage({ db, actor }: View, slug: string, now: Date): Promise<FormPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const [begun] = await db
    .select({ n: count() })
    .from(entries)
    .where(and(eq(entries.editionId, edition.id), ne(entries.state, "withdrawn")));
  return {
    edition: editionCard(edition),
    fields: await formOf(db, edition.id),
    categories: (await categoriesOf(db, edition.id)).map(({ code, name }) => ({ code, name })),
    begun: begun?.n ?? 0,
    editable: isBeforeClosing(edition.phase.kind),
  };
}
