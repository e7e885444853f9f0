import { ne } from "drizzle-orm";
import { vectors } from "#db/schema/matching";
import type { Ctx } from "../kernel/context";

/** Marks everything that was compared as made by an older model, so that each is made anew when somebody looks: the words mean more now. */
export async function compareAnew(ctx: Ctx): Promise<void> {
  await ctx.store.tx((tx) => tx.update(vectors).set({ modelVersion: 0 }).where(ne(vectors.modelVersion, 0)));
}
