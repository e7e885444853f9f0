import { and, eq, isNull } from "drizzle-orm";
import { ideaAudience, ideaGuests, ideaMembers, ideas } from "#db/schema/ideas";
import { found } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { AUDIENCE_PUBLIC } from "../kernel/actor";
import type { Tx } from "../kernel/store";
import { audiencesOf } from "./audience";

/**
 * Writes anew who may find an idea, from the idea and its team as they stand in this transaction. Called by every use case
 * that changes visibility, team, stage, domain, language, campus, status or hiding; nothing else writes `idea_audience`.
 * Pages that show the idea, or lists it may stand in, are refreshed with it; so are the ideas where its team is a guest.
 */
export async function writeAudience(tx: Tx, ideaId: string): Promise<void> {
  await writeOwnAudience(tx, ideaId);
  const hosts = await tx
    .select({ ideaId: ideaGuests.ideaId })
    .from(ideaGuests)
    .where(and(eq(ideaGuests.guestIdeaId, ideaId), isNull(ideaGuests.until)));
  for (const host of hosts) await writeOwnAudience(tx, host.ideaId);
}

/** Members, at this moment, of the teams that are welcome on an idea. */
async function guestsOf(tx: Tx, ideaId: string): Promise<string[]> {
  const rows = await tx
    .select({ personId: ideaMembers.personId })
    .from(ideaGuests)
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, ideaGuests.guestIdeaId), isNull(ideaMembers.until)))
    .where(and(eq(ideaGuests.ideaId, ideaId), isNull(ideaGuests.until)));
  return rows.map(({ personId }) => personId);
}

async function writeOwnAudience(tx: Tx, ideaId: string): Promise<void> {
  const [row] = await tx
    .select({
      visibility: ideas.visibility,
      status: ideas.status,
      hiddenAt: ideas.hiddenAt,
      campusId: ideas.homeCampusId,
      plantedAt: ideas.plantedAt,
      stage: ideas.stage,
      domainId: ideas.domainId,
      lang: ideas.lang,
    })
    .from(ideas)
    .where(eq(ideas.id, ideaId));
  const idea = found(row);
  const team = await tx
    .select({ personId: ideaMembers.personId, role: ideaMembers.role })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)));
  const keys = audiencesOf({
    visibility: idea.visibility,
    status: idea.status,
    hidden: idea.hiddenAt !== null,
    campusId: idea.campusId,
    memberIds: team.map((member) => member.personId),
    ownerIds: team.filter((member) => member.role === "owner").map((member) => member.personId),
    guestIds: await guestsOf(tx, ideaId),
  });
  const repeated = {
    ideaId,
    plantedAt: idea.plantedAt,
    campusId: idea.campusId,
    stage: idea.stage,
    domainId: idea.domainId ?? "",
    lang: idea.lang,
  };
  const before = await tx.delete(ideaAudience).where(eq(ideaAudience.ideaId, ideaId)).returning({ audience: ideaAudience.audience });
  if (keys.length > 0) await tx.insert(ideaAudience).values(keys.map((audience) => ({ audience, ...repeated })));
  await touchIdeaPages(tx, ideaId, keys.includes(AUDIENCE_PUBLIC) || before.some(({ audience }) => audience === AUDIENCE_PUBLIC));
}

/** Refreshes the kept pages on which an idea can stand: its own, and the lists everybody sees when it is (or was) in them. */
export async function touchIdeaPages(tx: Tx, ideaId: string, inPublicLists: boolean): Promise<void> {
  await touchPages(tx, inPublicLists ? [`idea:${ideaId}`, "ideas:public"] : [`idea:${ideaId}`]);
}
