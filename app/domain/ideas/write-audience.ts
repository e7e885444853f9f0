import { and, eq, isNull, or, sql } from "drizzle-orm";
import { ideaAudience, ideaChanges, ideaGuestPeople, ideaGuests, ideaMembers, ideas, lineage } from "#db/schema/ideas";
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
  await touchFamily(tx, ideaId);
}

/** The pages of ideas it grew out of, or that grew out of it, tell of it for whoever may see it: they are refreshed too. */
async function touchFamily(tx: Tx, ideaId: string): Promise<void> {
  const rows = await tx
    .select({ child: lineage.childId, parent: lineage.parentId })
    .from(lineage)
    .where(or(eq(lineage.childId, ideaId), eq(lineage.parentId, ideaId)));
  const relatives = new Set(rows.flatMap(({ child, parent }) => [child, parent]));
  relatives.delete(ideaId);
  if (relatives.size > 0)
    await touchPages(
      tx,
      [...relatives].map((id) => `idea:${id}`),
    );
}

/** Moment that keeps an idea out of lists, search and counts: what was grafted is found by its address alone. */
const UNLISTED = new Date(0);

/** Members, at this moment, of the teams that are welcome on an idea, and the people who are by themselves. */
async function guestsOf(tx: Tx, ideaId: string): Promise<string[]> {
  const rows = await tx
    .select({ personId: ideaMembers.personId })
    .from(ideaGuests)
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, ideaGuests.guestIdeaId), isNull(ideaMembers.until)))
    .where(and(eq(ideaGuests.ideaId, ideaId), isNull(ideaGuests.until)));
  const alone = await tx
    .select({ personId: ideaGuestPeople.personId })
    .from(ideaGuestPeople)
    .where(and(eq(ideaGuestPeople.ideaId, ideaId), isNull(ideaGuestPeople.until)));
  return [...new Set([...rows, ...alone].map(({ personId }) => personId))];
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
      kind: ideas.kind,
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
    plantedAt: idea.status === "grafted" ? UNLISTED : idea.plantedAt,
    campusId: idea.campusId,
    stage: idea.stage,
    domainId: idea.domainId ?? "",
    lang: idea.lang,
    kind: idea.kind,
  };
  const before = await tx.delete(ideaAudience).where(eq(ideaAudience.ideaId, ideaId)).returning({ audience: ideaAudience.audience });
  if (keys.length > 0) await tx.insert(ideaAudience).values(keys.map((audience) => ({ audience, ...repeated })));
  await touchIdeaPages(tx, ideaId, keys.includes(AUDIENCE_PUBLIC) || before.some(({ audience }) => audience === AUDIENCE_PUBLIC));
}

/** Refreshes what is kept of an idea: its own page, the lists everybody sees when it is (or was) in them, and what matching compares. */
export async function touchIdeaPages(tx: Tx, ideaId: string, inPublicLists: boolean): Promise<void> {
  await noteChange(tx, ideaId);
  await touchPages(tx, inPublicLists ? [`idea:${ideaId}`, "ideas:public"] : [`idea:${ideaId}`]);
}

/** Writes down that an idea changed, for the servers that keep something of it. No row is shared between ideas: nobody waits for another. */
async function noteChange(tx: Tx, ideaId: string): Promise<void> {
  const seq = sql<number>`(select coalesce(max(other.seq), 0) + 1 from idea_changes other)`;
  await tx
    .insert(ideaChanges)
    .values({ ideaId, n: 1, seq })
    .onConflictDoUpdate({ target: ideaChanges.ideaId, set: { n: sql`${ideaChanges.n} + 1`, seq } });
}
