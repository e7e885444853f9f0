/** An entry to talk about, and who may not be in the room meanwhile. */
export interface Discussed {
  readonly entryId: string;
  /** Ids of jurors with a hard conflict. */
  readonly outside: readonly string[];
}

/** How often somebody goes through the door when entries are discussed in this order, all beginning inside. */
export function doorsOf(entries: readonly Discussed[]): number {
  const before = [{ outside: [] as readonly string[] }, ...entries];
  return entries.reduce((sum, entry, at) => sum + between(before[at]?.outside ?? [], entry.outside), 0);
}

function between(one: readonly string[], other: readonly string[]): number {
  return one.filter((id) => !other.includes(id)).length + other.filter((id) => !one.includes(id)).length;
}

/**
 * An order in which people seldom go in and out: always the entry next that changes least in the room, in the given order among
 * equals. Never more walking than the given order.
 */
export function discussionOrder<D extends Discussed>(entries: readonly D[]): D[] {
  const left = [...entries];
  const order: D[] = [];
  while (left.length > 0) {
    const now = order.at(-1)?.outside ?? [];
    const costs = left.map(({ outside }) => between(now, outside));
    order.push(...left.splice(costs.indexOf(Math.min(...costs)), 1));
  }
  return doorsOf(order) <= doorsOf(entries) ? order : [...entries];
}
