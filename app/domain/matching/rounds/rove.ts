/** Which tables each coach visits in a round, by number. */
export interface Roving {
  readonly rovers: number;
  /** Rounds, their tables, who sits there. */
  readonly rounds: readonly (readonly (readonly number[])[])[];
  /** Who may not meet whom: such a coach never comes to that table. */
  readonly apart: (rover: number, person: number) => boolean;
  readonly shareLanguage: (rover: number, person: number) => boolean;
}

/** A person without a shared language weighs as much as this many whom the coach met before. */
const NO_LANGUAGE = 100;

/**
 * Sends coaches round: every table gets one (the same number of tables for each, one more or less), and with more
 * coaches than tables every coach a table. Each next place goes to the coach who can talk with most there and met the
 * fewest of them before. A table that no coach may visit gets none.
 */
export function rove({ rovers, rounds, apart, shareLanguage }: Roving): { rover: number; table: number }[][] {
  const seen = Array.from({ length: rovers }, () => new Map<number, number>());
  return rounds.map((tables, round) => {
    const visits: { rover: number; table: number }[] = [];
    const load = new Array<number>(rovers).fill(0);
    for (let place = 0; tables.length > 0 && rovers > 0 && place < Math.max(tables.length, rovers); place += 1) {
      // Another table is first each round, so that the same ones do not get what is left over.
      const table = (place + round) % tables.length;
      const people = tables[table] ?? [];
      const least = Math.min(...load);
      let chosen = -1;
      let cheapest = Infinity;
      for (let rover = 0; rover < rovers; rover += 1) {
        if (people.some((one) => apart(rover, one))) continue;
        const strange = people.filter((one) => !shareLanguage(rover, one)).length;
        const known = people.reduce((sum, one) => sum + (seen[rover]?.get(one) ?? 0), 0);
        const cost = ((load[rover] ?? 0) - least) * NO_LANGUAGE * NO_LANGUAGE + strange * NO_LANGUAGE + known;
        if (cost < cheapest) [chosen, cheapest] = [rover, cost];
      }
      if (chosen < 0) continue;
      load[chosen] = (load[chosen] ?? 0) + 1;
      for (const one of people) seen[chosen]?.set(one, (seen[chosen]?.get(one) ?? 0) + 1);
      visits.push({ rover: chosen, table });
    }
    return visits.sort((a, b) => a.table - b.table || a.rover - b.rover);
  });
}
