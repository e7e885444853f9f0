import type { PlantSpec } from "../plant/draw";

/** The plant of a winner. A prize is won by a full-grown idea: only which plant it is differs. */
export function prizePlant({ ideaId, entryId }: { readonly ideaId: string | null; readonly entryId: string }): PlantSpec {
  return { seed: ideaId ?? entryId, stage: "harvest", versions: 4, comments: 4, openNeeds: 0, stems: 1, flower: true, fruit: true };
}
