import { allCampuses } from "~/domain/campus/queries";
import type { View } from "~/domain/ideas/visible";
import { ideaToRead } from "~/domain/ideas/visible";

/** The zone by whose clock an idea is dated: that of its campus. Refuses with "not_found". */
export async function campusZoneOf(view: View, ideaId: string): Promise<string> {
  const { idea } = await ideaToRead(view, ideaId);
  return (await allCampuses(view.db)).find(({ id }) => id === idea.homeCampusId)?.zone ?? "Europe/Brussels";
}
