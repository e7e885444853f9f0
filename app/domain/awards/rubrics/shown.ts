import type { Labels } from "#db/schema/campus";
import type { Db } from "../../kernel/store";
import type { CategoryRow } from "../load";
import { criteriaOfVersions } from "../rubric-rows";
import { versionsInUse } from "./slots";

/** A rubric as everybody reads it, and where it holds. */
export interface ShownRubric {
  readonly versionId: string;
  /** Names of the categories; empty when it holds for all. */
  readonly categories: readonly Labels[];
  /** Numbers of the rounds; empty when it holds in all. */
  readonly rounds: readonly number[];
  readonly criteria: readonly { readonly code: string; readonly name: Labels; readonly question: Labels; readonly weight: number }[];
}

/** The rubrics of an edition with the criteria that count, in the order in which they are used. Two statements. */
export async function shownRubrics(db: Db, editionId: string, categories: readonly CategoryRow[]): Promise<ShownRubric[]> {
  const slots = await versionsInUse(db, editionId);
  const versionIds = [...new Set(slots.map(({ versionId }) => versionId))];
  const criteria = await criteriaOfVersions(db, versionIds);
  const rounds = new Set(slots.map(({ roundNo }) => roundNo));
  return versionIds.map((versionId) => {
    const own = slots.filter((slot) => slot.versionId === versionId);
    const held = categories.filter(({ id }) => own.some(({ categoryId }) => categoryId === id));
    const nos = [...new Set(own.map(({ roundNo }) => roundNo))];
    return {
      versionId,
      categories: held.length === categories.length ? [] : held.map(({ name }) => name),
      rounds: nos.length === rounds.size ? [] : nos,
      criteria: criteria
        .filter(({ rubricVersionId, counted }) => rubricVersionId === versionId && counted)
        .map(({ code, name, question, weight }) => ({ code, name, question, weight })),
    };
  });
}
