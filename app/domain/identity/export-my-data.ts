import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { personDataParts } from "../kernel/person-data";
import "./person-data";

/** Everything the registered contexts keep about the person who acts, by context, as plain data for one JSON file. */
export async function exportMyData(ctx: Ctx): Promise<Readonly<Record<string, unknown>>> {
  const { personId } = requirePerson(ctx);
  const data: Record<string, unknown> = { exportedAt: ctx.now };
  for (const part of personDataParts()) data[part.context] = await part.exportPerson(ctx.store.db, personId);
  return data;
}
