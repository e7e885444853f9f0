import { subjects } from "#db/schema/scheduling";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";

export interface NewSubject {
  /** The id of what it stands for: a resource or a person. */
  readonly id: string;
  readonly kind: "leaf" | "person";
  /** Null for people: they can be somewhere else tomorrow. */
  readonly campusId: string | null;
  /** How many may hold it at the same time; 1 when left out. */
  readonly capacity?: number;
}

/** Makes a subject when it is not there yet; one that is there stays as it is. Refuses with "invalid" for a capacity below 1. */
export async function ensureSubject(tx: Tx, { id, kind, campusId, capacity = 1 }: NewSubject): Promise<void> {
  if (!Number.isInteger(capacity) || capacity < 1) throw new DomainError("invalid", { field: "capacity" });
  await tx.insert(subjects).values({ id, kind, campusId, capacity }).onConflictDoNothing();
}
