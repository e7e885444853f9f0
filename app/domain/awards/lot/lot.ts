/** A lot that was drawn: SHA-256 of the secret and the id of each entry; the largest comes first. */
export interface DrawnLot {
  readonly tickets: readonly { readonly number: number; readonly entryId: string; readonly ticket: string }[];
}
export interface LotView {
  readonly commitment: string;
  readonly at: Date;
  /** Null until a lot was drawn, and for everybody but the organiser until the result is public. */
  readonly secret: string | null;
  readonly drawn: readonly DrawnLot[];
}
