import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { motions, motionVotes } from "#db/schema/awards-council";
import type { Ctx } from "../../kernel/context";
import { after, hours } from "../../kernel/time";
import { notifyAll } from "../../notifications/notify";
import { insideFor, membersFor } from "./council";
import { countMotion } from "./motion-rows";

/** So long before a vote ends whoever may vote and did not is reminded. */
const REMINDED = hours(24);

/** Counts votes whose time is over, and reminds once of those that end within a day. Runs every hour and bears being run again. */
export async function watchMotions(ctx: Ctx): Promise<void> {
  const { db } = ctx.store;
  const soon = await db
    .select()
    .from(motions)
    .where(and(eq(motions.state, "voting"), lte(motions.dueAt, after(ctx.now, REMINDED))))
    .orderBy(asc(motions.dueAt), asc(motions.id));
  for (const motion of soon) {
    await ctx.store.tx(async (tx) => {
      const council = await membersFor(tx, motion.editionId, ctx.now);
      if (motion.dueAt !== null && motion.dueAt <= ctx.now) {
        await countMotion(tx, ctx, council, motion.id);
        return;
      }
      const [first] = await tx
        .update(motions)
        .set({ remindedAt: ctx.now })
        .where(and(eq(motions.id, motion.id), isNull(motions.remindedAt)))
        .returning({ id: motions.id });
      if (!first) return;
      const voted = (await tx.select({ id: motionVotes.jurorId }).from(motionVotes).where(eq(motionVotes.motionId, motion.id))).map(
        ({ id }) => id,
      );
      const late = insideFor(council, motion.entryId).filter(({ personId }) => !voted.includes(personId));
      await notifyAll(
        tx,
        ctx,
        late.map(({ personId }) => personId),
        { kind: "vote_due", subjectKind: "edition", subjectId: motion.editionId, dedupeKey: motion.id },
      );
    });
  }
}
