import { follows } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { canFollow } from "./policy";
import { demand, ideaToActOn } from "./visible";

/** Follows an idea the actor can see; doing so twice changes nothing. */
export async function followIdea(ctx: Ctx, ideaId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await ideaToActOn(tx, person, ideaId);
    demand(person, canFollow(person));
    await tx.insert(follows).values({ ideaId, personId: person.personId, at: ctx.now }).onConflictDoNothing();
  });
}
