import { count, eq } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import { allCampuses } from "../../campus/queries";
import type { View } from "../../ideas/visible";
import { DomainError } from "../../kernel/errors";
import { addDays, dayAt } from "../../scheduling/wall";
import { categoriesOf, editionToOversee } from "../load";
import { canOrganise } from "../policy";
import type { LibraryRubric } from "../rubrics/library";
import { LIBRARY } from "../rubrics/library";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import { CEREMONY_MIN_DAYS } from "./ceremony";

export interface NewEditionPage {
  readonly campuses: readonly { readonly id: string; readonly name: string }[];
  readonly rubrics: readonly Pick<LibraryRubric, "code" | "name" | "about">[];
  /** The first day on which a ceremony can be. */
  readonly firstDay: string;
}

/** What is needed to make an edition; "not_found" for who organises nowhere. One statement. */
export async function newEditionPage({ db, actor }: View, now: Date): Promise<NewEditionPage> {
  const own = (await allCampuses(db)).filter(({ id }) => canOrganise(actor, id));
  const [first] = own;
  if (!first) throw new DomainError("not_found");
  return {
    campuses: own.map(({ id, name }) => ({ id, name })),
    rubrics: LIBRARY.map(({ code, name, about }) => ({ code, name, about })),
    firstDay: addDays(dayAt(first.zone, now), CEREMONY_MIN_DAYS),
  };
}

export interface EditionDetails {
  readonly edition: EditionCard & { readonly jurorsPerEntry: number };
  readonly editable: boolean;
  readonly categories: readonly {
    readonly code: string;
    readonly name: Labels;
    readonly about: Labels;
    /** Entries in it, also drafts and withdrawn ones. */
    readonly entries: number;
  }[];
}

/** Name, theme and categories of an edition for its organiser; "not_found" for all others. Three statements. */
export async function editionDetails({ db, actor }: View, slug: string, now: Date): Promise<EditionDetails> {
  const edition = await editionToOversee(db, actor, slug, now);
  const entered = await db
    .select({ categoryId: entries.categoryId, n: count() })
    .from(entries)
    .where(eq(entries.editionId, edition.id))
    .groupBy(entries.categoryId);
  return {
    edition: { ...editionCard(edition), jurorsPerEntry: edition.jurorsPerEntry },
    editable: edition.publishedAt === null,
    categories: (await categoriesOf(db, edition.id)).map(({ id, code, name, about }) => ({
      code,
      name,
      about,
      entries: entered.find(({ categoryId }) => categoryId === id)?.n ?? 0,
    })),
  };
}
