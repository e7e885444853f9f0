import { eq } from "drizzle-orm";
import { photos } from "#db/schema/photos";
import type { Tx } from "../../kernel/store";
import { dropBytes } from "../../kernel/stored-bytes";

/** Takes the photo of a person away with its bytes. Tells whether there was one. */
export async function dropPhoto(tx: Tx, ctx: { readonly now: Date }, personId: string): Promise<boolean> {
  const [gone] = await tx
    .delete(photos)
    .where(eq(photos.personId, personId))
    .returning({ id: photos.id, smallKey: photos.smallKey, largeKey: photos.largeKey });
  if (!gone) return false;
  await dropBytes(tx, ctx, { id: gone.id, keys: [gone.largeKey, gone.smallKey] });
  return true;
}
