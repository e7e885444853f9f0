import { sha256 } from "../../kernel/audit";
import type { CountRound, SameBallots, VoteCount } from "./vote";

/**
 * Counts a vote by instant run-off: each ballot counts for its first choice that is left; whoever has the fewest leaves, until one is left.
 * With one choice a ballot that is the same as most votes. Of several with the fewest, the one leaves that had fewest in the latest earlier
 * round in which they differed; then the lot decides: the lowest SHA-256 of seed and entry id. Choices that are no candidate
 * are passed over. `order` is empty without a ballot that counts. Pure, and blind to the order of candidates and ballots.
 */
export function countVotes(candidates: readonly string[], ballots: readonly (readonly string[])[], seed: string): VoteCount {
  const choices = gather(candidates, ballots);
  const total = choices.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { ballots: 0, choices: [], rounds: [], order: [] };
  let left = [...new Set(candidates)].sort();
  const rounds: CountRound[] = [];
  const gone: string[] = [];
  while (left.length > 1) {
    const votes = votesFor(left, choices);
    const { out, by } = leaves(left, votes, rounds, seed);
    rounds.push({ votes, out, by });
    gone.push(out);
    left = left.filter((id) => id !== out);
  }
  rounds.push({ votes: votesFor(left, choices), out: null, by: "votes" });
  return { ballots: total, choices, rounds, order: [...left, ...gone.reverse()] };
}

function gather(candidates: readonly string[], ballots: readonly (readonly string[])[]): SameBallots[] {
  const known = new Set(candidates);
  const counts = new Map<string, { choices: string[]; count: number }>();
  for (const ballot of ballots) {
    const choices = [...new Set(ballot)].filter((id) => known.has(id));
    if (choices.length === 0) continue;
    const same = counts.get(choices.join(" "));
    counts.set(choices.join(" "), { choices, count: (same?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => same);
}

function votesFor(left: readonly string[], choices: readonly SameBallots[]): Record<string, number> {
  const votes = Object.fromEntries(left.map((id) => [id, 0]));
  for (const { choices: ballot, count } of choices) {
    const first = ballot.find((id) => votes[id] !== undefined);
    if (first !== undefined) votes[first] = (votes[first] ?? 0) + count;
  }
  return votes;
}

function leaves(
  left: readonly string[],
  votes: Readonly<Record<string, number>>,
  earlier: readonly CountRound[],
  seed: string,
): { out: string; by: CountRound["by"] } {
  let last = fewest(left, votes);
  const [only] = last;
  if (last.length === 1 && only !== undefined) return { out: only, by: "votes" };
  for (const round of [...earlier].reverse()) {
    last = fewest(last, round.votes);
    const [out] = last;
    if (last.length === 1 && out !== undefined) return { out, by: "earlier" };
  }
  const [out = ""] = last
    .map((id) => ({ id, key: sha256(seed + id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);
  return { out, by: "lot" };
}

function fewest(ids: readonly string[], votes: Readonly<Record<string, number>>): string[] {
  const least = Math.min(...ids.map((id) => votes[id] ?? 0));
  return ids.filter((id) => (votes[id] ?? 0) === least);
}
