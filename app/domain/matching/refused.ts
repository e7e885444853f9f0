import { eq } from "drizzle-orm";
import { refusals } from "#db/schema/matching";
import type { Db } from "../kernel/store";
import { likenable, likeness } from "./diversify";
import type { RefusalReason, Side, SubjectKind } from "./match";

/** What a "not for us, because…" takes off the order of whoever is like the refused one. */
const LIKE_REFUSED = 0.8;
/** From here on two are alike enough for the same "this does not help us". */
const ALIKE = 0.5;

export interface Refused {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly reason: RefusalReason;
}

/** What a team does not want, with its reasons. */
export function refusedBy(db: Db, ideaId: string): Promise<Refused[]> {
  return db
    .select({ kind: refusals.subjectKind, id: refusals.subjectId, reason: refusals.reason })
    .from(refusals)
    .where(eq(refusals.ideaId, ideaId));
}

/** One that was refused, as it was compared. */
export interface RefusedSide {
  readonly reason: RefusalReason;
  readonly side: Side;
}

/** By how much a side comes later because the team refused others like it, for the reason they gave: 1 (not at all) down to 0.8. */
export function afterRefusals(mine: Side, theirs: Side, refused: readonly RefusedSide[]): number {
  const like = refused.some(({ reason, side }) => {
    if (reason === "language") return side.lang !== mine.lang && theirs.lang === side.lang;
    if (reason === "far") return side.campusId !== mine.campusId && theirs.campusId !== mine.campusId;
    if (reason !== "no_fit") return false;
    const domain = side.domainId !== null && side.domainId !== mine.domainId && theirs.domainId === side.domainId;
    return domain || likeness(likenable(side), likenable(theirs)) > ALIKE;
  });
  return like ? LIKE_REFUSED : 1;
}
