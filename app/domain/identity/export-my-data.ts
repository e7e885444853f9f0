import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { personDataParts } from "../kernel/person-data";
import "./person-data";

/** What one context hands over, as plain data for JSON. */
type Handed = Readonly<Record<string, unknown>>;

/** Everything the registered contexts keep about the person who acts, by context, as plain data for one JSON file each. */
export async function exportMyData(ctx: Ctx): Promise<Readonly<Record<string, Handed>>> {
  const { personId } = requirePerson(ctx);
  const data: Record<string, Handed> = {};
  for (const part of personDataParts()) data[part.context] = await part.exportPerson(ctx.store.db, personId);
  return data;
}
