import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { ideaVersions, needs } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { prepareContent, wordKey } from "./content";
import { keepVersion } from "./edit-idea";
import { canEdit } from "./policy";
import { demand, demandActive, ideaToActOn, isId } from "./visible";
import { writeAudience } from "./write-audience";

/**
 * Says no to a need that was proposed from the text: a new version of the idea is without it. Refuses with "not_found" (no
 * need of an idea the actor sees), "forbidden" (not in the team) or "already_done" (it is not a proposal any more).
 */
export async function dismissWord(ctx: Ctx, needId: string): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(needId)) throw new DomainError("not_found");
  const salt = randomBytes(16).toString("hex");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select()
      .from(needs)
      .where(and(eq(needs.id, needId), eq(needs.ownerKind, "idea"), isNull(needs.removedAt)));
    const need = found(row);
    const { idea, facts } = await ideaToActOn(tx, person, need.ownerId);
    demandActive(idea);
    demand(person, canEdit(person, facts));
    if (need.origin !== "text") throw new DomainError("already_done");
    const [version] = await tx
      .select({ content: ideaVersions.content })
      .from(ideaVersions)
      .where(and(eq(ideaVersions.ideaId, idea.id), eq(ideaVersions.no, idea.versionNo)));
    const { content } = found(version);
    const left = content.needs.filter((word) => wordKey(word) !== wordKey(need));
    const prepared = await prepareContent(tx, { ...content, needs: left });
    await keepVersion(tx, ctx, { ideaId: idea.id, no: idea.versionNo + 1, salt, prepared });
    await writeAudience(tx, idea.id);
  });
}
