import { jurySettings } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { editionToRun } from "../load";

/** Says whether jurors see what the others gave an entry once their own sheet is sent. Refuses with "not_found" or "forbidden". */
export async function setPeers(ctx: Ctx, { editionSlug, shown }: { readonly editionSlug: string; readonly shown: boolean }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, editionSlug);
    const values = { showsPeers: shown, updatedAt: ctx.now };
    await tx
      .insert(jurySettings)
      .values({ editionId: edition.id, ...values })
      .onConflictDoUpdate({ target: jurySettings.editionId, set: values });
    await writeAudit(tx, ctx, { action: "jury.peers_set", subjectKind: "edition", subjectId: edition.id, fields: ["shows_peers"] });
  });
}
