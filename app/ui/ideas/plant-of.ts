import type { Stage } from "~/domain/ideas/idea";
import type { PlantSpec } from "../plant/draw";

/** What the picture of an idea is drawn from. */
export interface Growth {
  readonly id: string;
  readonly stage: Stage;
  readonly versionNo: number;
  readonly commentCount: number;
  readonly openNeedCount: number;
  /** Ideas it was grafted from, as far as the reader may see them. */
  readonly stems?: number;
  /** An award entry, and a prize. */
  readonly flower?: boolean;
  readonly fruit?: boolean;
}

/** The plant of an idea. */
export function plantOf({
  id,
  stage,
  versionNo,
  commentCount,
  openNeedCount,
  stems = 1,
  flower = false,
  fruit = false,
}: Growth): PlantSpec {
  return { seed: id, stage, versions: versionNo, comments: commentCount, openNeeds: openNeedCount, stems, flower, fruit };
}
