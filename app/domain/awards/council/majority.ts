export const CHOICES = ["for", "against", "abstain"] as const;
export type Choice = (typeof CHOICES)[number];

export interface Count {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly quorum: number;
  /** Too few voted. */
  readonly short: boolean;
  readonly passed: boolean;
}

/** How many of the jurors without a conflict of interest have to vote (abstaining is voting): more than half. */
export function quorumOf(jurors: number): number {
  return Math.floor(jurors / 2) + 1;
}

/** Counts votes: passed with a quorum and more for than against. Equal does not pass. */
export function countOf(choices: readonly Choice[], jurors: number): Count {
  const of = (choice: Choice): number => choices.filter((one) => one === choice).length;
  const [inFavour, against, abstained, quorum] = [of("for"), of("against"), of("abstain"), quorumOf(jurors)];
  const short = choices.length < quorum;
  return { inFavour, against, abstained, quorum, short, passed: !short && inFavour > against };
}
