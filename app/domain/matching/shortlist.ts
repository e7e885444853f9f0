/** The best of many that come one by one, best first: what does not get on is forgotten at once. */
export interface Shortlist<T> {
  readonly items: readonly T[];
  /** Whether something of at most this order could still get on. */
  readonly open: (order: number) => boolean;
  readonly add: (item: T, order: number) => void;
}

/** An empty list with so many places. Where two orders are equal `before` decides. */
export function makeShortlist<T>(places: number, before: (a: T, b: T) => boolean): Shortlist<T> {
  const items: T[] = [];
  const orders: number[] = [];
  const open = (order: number): boolean => items.length < places || order >= (orders[places - 1] as number);
  const add = (item: T, order: number): void => {
    let at = items.length;
    while (at > 0 && goesBefore(order, item, at - 1)) at -= 1;
    if (at >= places) return;
    items.splice(at, 0, item);
    orders.splice(at, 0, order);
    items.length = Math.min(items.length, places);
    orders.length = items.length;
  };
  const goesBefore = (order: number, item: T, at: number): boolean =>
    order > (orders[at] as number) || (order === orders[at] && before(item, items[at] as T));
  return { items, open, add };
}
