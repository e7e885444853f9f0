import { eq } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { spaces } from "#db/schema/scheduling";
import type { Audience } from "../identity/person";
import { AUDIENCES } from "../identity/person";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { requireRunLab } from "./guard";
import type { Labels, SpaceKind } from "./lab";

export interface SpaceInput {
  readonly campusId: string;
  /** Unique on the campus. */
  readonly code: string;
  readonly kind: SpaceKind;
  readonly name: Labels;
  readonly about: Labels;
  /** Audiences that may book; empty: everybody of the campus. */
  readonly mayBook: readonly Audience[];
  readonly position: number;
}

/** Makes a space of a campus. Refuses with "not_found", "forbidden", "invalid" or "conflict" (code taken). */
export async function createSpace(ctx: Ctx, input: SpaceInput): Promise<{ spaceId: string }> {
  if (input.mayBook.some((one) => !AUDIENCES.includes(one))) throw new DomainError("invalid", { field: "mayBook" });
  const spaceId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const [campus] = await tx.select({ id: campuses.id }).from(campuses).where(eq(campuses.id, input.campusId));
    found(campus);
    requireRunLab(ctx, input.campusId);
    const { campusId, code, kind, name, about, mayBook, position } = input;
    const [row] = await tx
      .insert(spaces)
      .values({ id: spaceId, campusId, code, kind, name, about, mayBook: [...mayBook], position })
      .onConflictDoNothing()
      .returning({ id: spaces.id });
    if (!row) throw new DomainError("conflict");
    await writeAudit(tx, ctx, { action: "lab.space_made", subjectKind: "space", subjectId: spaceId });
  });
  return { spaceId };
}
