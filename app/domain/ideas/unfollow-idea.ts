import { and, eq } from "drizzle-orm";
import { follows } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { isId } from "./visible";

/** Stops following. Needs no sight of the idea: whoever lost it may still stop. */
export async function unfollowIdea(ctx: Ctx, ideaId: string): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(ideaId)) return;
  await ctx.store.tx(async (tx) => {
    await tx.delete(follows).where(and(eq(follows.ideaId, ideaId), eq(follows.personId, person.personId)));
  });
}
