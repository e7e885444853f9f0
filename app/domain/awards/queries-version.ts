import { and, asc, eq } from "drizzle-orm";
import { entryVersionPeople, entryVersions } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import { isId } from "../ideas/visible";
import type { View } from "../ideas/visible";
import { found } from "../kernel/errors";
import type { EntryContent } from "./entry";
import type { Answered } from "./form-field";
import { named, versionFiles } from "./files/rows";
import { answered } from "./form-field";
import { allFieldsOf } from "./form-rows";
import { ownEntry } from "./load";

export interface VersionPage {
  readonly edition: { readonly slug: string; readonly name: Labels; readonly zone: string };
  readonly entryId: string;
  readonly no: number;
  readonly at: Date;
  readonly sha256: string;
  readonly content: EntryContent;
  readonly answers: readonly Answered[];
  readonly ideaVersionNo: number;
  /** Who was in the team when it was frozen. */
  readonly people: readonly string[];
}

/** A version of an entry as it was submitted, for its team; "not_found" for everybody else. Seven statements. */
export async function versionPage({ db, actor }: View, entryId: string, no: number, now: Date): Promise<VersionPage> {
  const { edition } = await ownEntry(db, { actor, now }, isId(entryId) ? entryId : "");
  const [row] = await db
    .select()
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entryId), eq(entryVersions.no, no)));
  const version = found(row);
  const team = await db
    .select({ name: people.name })
    .from(entryVersionPeople)
    .innerJoin(people, eq(people.id, entryVersionPeople.personId))
    .where(eq(entryVersionPeople.versionId, version.id))
    .orderBy(asc(people.nameKey), asc(people.id));
  return {
    edition: { slug: edition.slug, name: edition.name, zone: edition.campus.zone },
    entryId,
    no: version.no,
    at: version.at,
    sha256: version.sha256,
    content: version.content,
    answers: answered(version.content, await allFieldsOf(db, edition.id), named(await versionFiles(db, version.id))),
    ideaVersionNo: version.ideaVersionNo,
    people: team.map(({ name }) => name),
  };
}
