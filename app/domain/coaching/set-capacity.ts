import { coachCapacity } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { CAPACITY_MAX } from "./coaching";
import { coachedCampuses } from "./policy";

/** Says how many ideas the actor carries at the same time, 0 to 40. Ideas they carry already stay. Refuses with "forbidden" (no coach) or "invalid". */
export async function setCapacity(ctx: Ctx, input: { ideas: number }): Promise<void> {
  const person = requirePerson(ctx);
  demand(person, coachedCampuses(person).length > 0);
  const { ideas } = input;
  if (!Number.isInteger(ideas) || ideas < 0 || ideas > CAPACITY_MAX)
    throw new DomainError("invalid", { field: "ideas", max: CAPACITY_MAX });
  await ctx.store.tx(async (tx) => {
    await tx
      .insert(coachCapacity)
      .values({ coachId: person.personId, ideas })
      .onConflictDoUpdate({ target: coachCapacity.coachId, set: { ideas } });
    await writeAudit(tx, ctx, { action: "capacity.set", subjectKind: "person", subjectId: person.personId, fields: ["ideas"] });
  });
}
