import { and, eq, isNull } from "drizzle-orm";
import { boardGroups, boardNotes } from "#db/schema/rooms";
import { isId } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { touchRoom, writtenLine } from "./act";
import { boardToWorkOn, demandSpace } from "./board-rows";
import { GROUP_MAX, GROUPS_MAX } from "./room";

/** Makes a group on the board, for notes that belong together. Refuses with "not_found", "forbidden", "room_closed", "invalid" or "board_full". */
export async function addGroup(ctx: Ctx, roomId: string, input: { title: string; lang?: Locale }): Promise<{ groupId: string }> {
  const person = requirePerson(ctx);
  const title = writtenLine("title", input.title, GROUP_MAX);
  const groupId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    await boardToWorkOn(tx, ctx, person, roomId);
    await demandSpace(tx, boardGroups, roomId, GROUPS_MAX);
    const by = { createdBy: person.personId, createdAt: ctx.now };
    await tx.insert(boardGroups).values({ id: groupId, roomId, title, lang: input.lang ?? person.locale, ...by });
    await touchRoom(tx, ctx, roomId);
    await writeAudit(tx, ctx, { action: "group.added", subjectKind: "group", subjectId: groupId, fields: ["title"] });
  });
  return { groupId };
}

/** Gives a group another name, or takes it away (null): its notes stay on the board, in no group. Refuses with "not_found", "forbidden", "room_closed" or "invalid". */
export async function changeGroup(ctx: Ctx, groupId: string, title: string | null): Promise<{ roomId: string }> {
  const person = requirePerson(ctx);
  if (!isId(groupId)) throw new DomainError("not_found");
  const set = title === null ? { removedAt: ctx.now } : { title: writtenLine("title", title, GROUP_MAX) };
  return ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ roomId: boardGroups.roomId })
      .from(boardGroups)
      .where(and(eq(boardGroups.id, groupId), isNull(boardGroups.removedAt)));
    const { roomId } = found(row);
    await boardToWorkOn(tx, ctx, person, roomId);
    await tx.update(boardGroups).set(set).where(eq(boardGroups.id, groupId));
    if (title === null) await tx.update(boardNotes).set({ groupId: null }).where(eq(boardNotes.groupId, groupId));
    await touchRoom(tx, ctx, roomId);
    await writeAudit(tx, ctx, {
      action: title === null ? "group.removed" : "group.renamed",
      subjectKind: "group",
      subjectId: groupId,
      fields: Object.keys(set),
    });
    return { roomId };
  });
}
