import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { touchPages } from "../../kernel/pages";
import { dropPhoto } from "./photo-rows";

/** Takes the photo of the person who acts away for good. Nothing happens when there is none. */
export async function removePhoto(ctx: Ctx): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    if (!(await dropPhoto(tx, ctx, personId))) return;
    await touchPages(tx, ["people"]);
    await writeAudit(tx, ctx, { action: "photo.removed", subjectKind: "person", subjectId: personId, fields: ["photo"] });
  });
}
