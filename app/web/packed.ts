/** A value as one text: a page sends a large tree of small values as such, which costs a tenth of sending them one by one. */
export interface Packed<T> {
  readonly json: string;
  /** Never there: it carries the type. */
  readonly of?: T;
}

/** Packs plain values; moments and whatever else JSON does not know must not be in them. */
export const pack = <T>(value: T): Packed<T> => ({ json: JSON.stringify(value) });

/** The value again. */
export const unpack = <T>({ json }: Packed<T>): T => JSON.parse(json) as T;
