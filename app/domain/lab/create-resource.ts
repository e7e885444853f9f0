import { eq } from "drizzle-orm";
import { resourceLeaves, resources, spaces } from "#db/schema/scheduling";
import { standIns } from "../campus/terms/stand-ins";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { ensureSubject } from "../scheduling/ensure-subject";
import { requireRunLab } from "./guard";
import type { Labels, Rect, ResourceKind } from "./lab";
import { isRect } from "./lab";

export interface ResourceInput {
  readonly spaceId: string;
  /** Unique in the space. */
  readonly code: string;
  readonly kind: ResourceKind;
  readonly name: Labels;
  /** Persons who fit. */
  readonly seats: number;
  /** Bookings that fit at the same time; 1 when left out. */
  readonly capacity?: number;
  readonly inductionRequired: boolean;
  /** Minutes kept free after each booking; rounded up to quarters. */
  readonly bufferMinutes: number;
  readonly termId?: string | null;
  readonly rect: Rect;
  readonly position: number;
  /** For a room: the resources it stands for when it is booked as a whole. */
  readonly leafIds?: readonly string[];
}

/** Makes a resource of a space, and the subject that is held when it is booked. Refuses with "not_found", "forbidden", "invalid" or "conflict" (code taken). */
export async function createResource(ctx: Ctx, input: ResourceInput): Promise<{ resourceId: string }> {
  const { spaceId, code, kind, name, seats, inductionRequired, bufferMinutes, rect, position } = input;
  if (!isRect(rect)) throw new DomainError("invalid", { field: "rect" });
  if (!Number.isInteger(seats) || seats < 1) throw new DomainError("invalid", { field: "seats" });
  if (!Number.isInteger(bufferMinutes) || bufferMinutes < 0) throw new DomainError("invalid", { field: "bufferMinutes" });
  const resourceId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const [space] = await tx.select({ campusId: spaces.campusId }).from(spaces).where(eq(spaces.id, spaceId));
    const { campusId } = found(space);
    requireRunLab(ctx, campusId);
    await ensureSubject(tx, { id: resourceId, kind: "leaf", campusId, capacity: input.capacity });
    const now = await standIns(tx, [input.termId]);
    const termId = now(input.termId ?? null);
    const [row] = await tx
      .insert(resources)
      .values({ id: resourceId, spaceId, code, kind, name, seats, inductionRequired, bufferMinutes, termId, ...rect, position })
      .onConflictDoNothing()
      .returning({ id: resources.id });
    if (!row) throw new DomainError("conflict");
    for (const leafId of input.leafIds ?? []) await tx.insert(resourceLeaves).values({ roomId: resourceId, leafId });
    await writeAudit(tx, ctx, { action: "lab.resource_made", subjectKind: "resource", subjectId: resourceId });
  });
  return { resourceId };
}
