import { and, eq, inArray, ne } from "drizzle-orm";
import { categories, editions, rounds, rubricVersions } from "#db/schema/awards";
import { editionRubrics, roundRubrics } from "#db/schema/awards-rubric";
import type { Labels } from "#db/schema/campus";
import type { View } from "../../ideas/visible";
import { categoriesOf, editionToOversee } from "../load";
import type { RubricInput } from "../rubric";
import type { CriterionRow } from "../rubric-rows";
import { criteriaOfVersions, versionOfSlot } from "../rubric-rows";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import { boundBy, versionAtHand, versionsAtHand } from "./at-hand";
import type { LibraryRubric } from "./library";
import { LIBRARY } from "./library";
import { slotsOf } from "./slots";
import { rubricOf } from "./version-rows";

/** A criterion in a list. */
export type CriterionCard = Pick<CriterionRow, "code" | "name" | "question" | "weight">;
export interface RubricsPage {
  readonly edition: EditionCard;
  readonly editable: boolean;
  readonly versions: readonly {
    readonly id: string;
    readonly no: number;
    readonly name: Labels;
    readonly criteria: number;
    /** No category uses it. */
    readonly spare: boolean;
  }[];
  readonly rounds: readonly {
    readonly no: number;
    readonly categories: readonly { readonly code: string; readonly name: Labels; readonly versionId: string; readonly begun: boolean }[];
  }[];
}

/** The rubrics of an edition and which category is scored by which, for its organiser; "not_found" for all others. Eight statements. */
export async function rubricsPage({ db, actor }: View, slug: string, now: Date): Promise<RubricsPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const versions = await versionsAtHand(db, edition.id);
  const slots = await slotsOf(db, edition.id);
  const criteria = await criteriaOfVersions(
    db,
    versions.map(({ id }) => id),
  );
  const names = new Map((await categoriesOf(db, edition.id)).map(({ id, name }) => [id, name]));
  const nos = [...new Set(slots.map(({ roundNo }) => roundNo))];
  return {
    edition: editionCard(edition),
    editable: edition.publishedAt === null,
    versions: versions.map(({ id, no, name }) => ({
      id,
      no,
      name,
      criteria: criteria.filter(({ rubricVersionId }) => rubricVersionId === id).length,
      spare: !slots.some(({ versionId }) => versionId === id),
    })),
    rounds: nos.map((no) => ({
      no,
      categories: slots
        .filter(({ roundNo }) => roundNo === no)
        .map(({ categoryId, categoryCode: code, versionId, begun }) => ({
          code,
          name: names.get(categoryId) ?? { nl: code, fr: code, en: code },
          versionId,
          begun,
        })),
    })),
  };
}

export interface RubricPage {
  readonly edition: EditionCard;
  readonly versionId: string;
  readonly no: number;
  readonly name: Labels;
  readonly criteria: RubricInput["criteria"];
  readonly editable: boolean;
  /** Why a change makes a new version; null when it changes in place. */
  readonly bound: "begun" | "elsewhere" | null;
  /** How many rounds of judging there are. */
  readonly rounds: number;
  /** Where it holds. */
  readonly held: readonly { readonly roundNo: number; readonly category: Labels; readonly begun: boolean }[];
}

/** One rubric of an edition with all it says, for its organiser; "not_found" for all others. */
export async function rubricPage({ db, actor }: View, slug: string, versionId: string, now: Date): Promise<RubricPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const version = await versionAtHand(db, edition.id, versionId);
  const { no, name, criteria } = await rubricOf(db, versionId);
  const names = new Map((await categoriesOf(db, edition.id)).map((one) => [one.id, one.name]));
  const slots = await slotsOf(db, edition.id);
  return {
    edition: editionCard(edition),
    versionId,
    no,
    name,
    criteria,
    editable: edition.publishedAt === null,
    bound: await boundBy(db, edition.id, version),
    rounds: new Set(slots.map(({ roundNo }) => roundNo)).size,
    held: slots
      .filter((slot) => slot.versionId === versionId)
      .map(({ roundNo, categoryId, begun }) => ({ roundNo, begun, category: names.get(categoryId) ?? { nl: "", fr: "", en: "" } })),
  };
}

export interface LibraryPage {
  readonly edition: EditionCard;
  readonly editable: boolean;
  readonly library: readonly LibraryRubric[];
  /** Rubrics of other editions of the campus. */
  readonly others: readonly {
    readonly versionId: string;
    readonly no: number;
    readonly name: Labels;
    readonly edition: Labels;
    readonly criteria: readonly CriterionCard[];
  }[];
}

/** What an edition can take a rubric from, for its organiser; "not_found" for all others. Eight statements. */
export async function libraryPage({ db, actor }: View, slug: string, now: Date): Promise<LibraryPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const own = new Set((await versionsAtHand(db, edition.id)).map(({ id }) => id));
  const sibling = and(eq(editions.campusId, edition.campusId), ne(editions.id, edition.id));
  const used = await db
    .selectDistinct({ id: versionOfSlot, name: editions.name })
    .from(editions)
    .innerJoin(rounds, eq(rounds.editionId, editions.id))
    .innerJoin(categories, eq(categories.editionId, editions.id))
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, categories.id)))
    .where(sibling);
  const kept = await db
    .select({ id: editionRubrics.rubricVersionId, name: editions.name })
    .from(editionRubrics)
    .innerJoin(editions, and(eq(editions.id, editionRubrics.editionId), sibling));
  const found = new Map([...kept, ...used].filter(({ id }) => !own.has(id)).map(({ id, name }) => [id, name]));
  const ids = [...found.keys()];
  const versions = ids.length === 0 ? [] : await db.select().from(rubricVersions).where(inArray(rubricVersions.id, ids));
  const criteria = await criteriaOfVersions(db, ids);
  return {
    edition: editionCard(edition),
    editable: edition.publishedAt === null,
    library: LIBRARY,
    others: versions
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
      .map(({ id, no, name }) => ({
        versionId: id,
        no,
        name,
        edition: found.get(id) ?? name,
        criteria: criteria
          .filter(({ rubricVersionId }) => rubricVersionId === id)
          .map(({ code, name: called, question, weight }) => ({ code, name: called, question, weight })),
      })),
  };
}
