import type { BlockKind, InductionState, PlaceState, Rect, ResourceKind, SpaceKind } from "~/domain/lab/lab";

/** One piece of a row of the day grid: what holds it or what can be booked, with its place in hundredths of the row. */
interface Piece {
  /** Times of the campus as people write them, "9:00". */
  readonly from: string;
  readonly until: string;
  readonly left: number;
  readonly width: number;
}
export interface BlockView extends Piece {
  readonly kind: BlockKind;
  readonly label: string | null;
  readonly lang: string | null;
  /** The page of the booking, for whom it is. */
  readonly to: string | null;
}
export interface FreeView extends Piece {
  /** The form, with this stretch filled in. */
  readonly to: string;
}
export interface ResourceView {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly seats: number;
  readonly induction: InductionState;
  readonly closedUntil: string | null;
  readonly closedReason: string | null;
  readonly state: PlaceState | null;
  readonly rect: Rect;
  /** The form for this resource and day. */
  readonly to: string;
  readonly blocks: readonly BlockView[];
  readonly free: readonly FreeView[];
}
export interface SpaceView {
  readonly code: string;
  readonly kind: SpaceKind;
  readonly name: string;
  readonly about: string;
  readonly to: string;
  readonly shown: boolean;
}
/** Hours along the top of the grid. */
export interface HourView {
  readonly label: string;
  readonly left: number;
}
