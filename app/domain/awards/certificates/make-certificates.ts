import { randomBytes } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { entries, entryVersionPeople, entryVersions } from "#db/schema/awards";
import { certificates } from "#db/schema/awards-publish";
import { people } from "#db/schema/identity";
import { isMinor } from "../../identity/person";
import type { Ctx } from "../../kernel/context";
import type { Tx } from "../../kernel/store";
import { CODE_BYTES, codeFrom } from "./code";

/** Rows written by one statement. */
const BATCH = 100;

/** Makes a certificate for everybody of every submitted entry, in the transaction that publishes the edition. Returns how many. */
export async function makeCertificates(tx: Tx, ctx: Ctx, editionId: string): Promise<number> {
  const rows = await tx
    .select({ entryId: entries.id, personId: people.id, ageBand: people.ageBand })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(entryVersionPeople, eq(entryVersionPeople.versionId, entryVersions.id))
    .innerJoin(people, and(eq(people.id, entryVersionPeople.personId), isNull(people.erasedAt)))
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number), asc(people.id));
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx
      .insert(certificates)
      .values(
        rows.slice(at, at + BATCH).map(({ entryId, personId, ageBand }) => ({
          id: ctx.newId(),
          code: codeFrom(randomBytes(CODE_BYTES)),
          editionId,
          entryId,
          personId,
          showsName: !isMinor(ageBand),
          at: ctx.now,
        })),
      )
      .onConflictDoNothing();
  }
  return rows.length;
}
