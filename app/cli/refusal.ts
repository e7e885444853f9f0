/** A command that cannot go on: 1 when what it was given is wrong, 2 when that is right but cannot be done. */
export type RefusalCode = 1 | 2;

/** Ends a command with a message for stderr and an exit code. */
export class Refusal extends Error {
  readonly exitCode: RefusalCode;
  constructor(exitCode: RefusalCode, message: string) {
    super(message);
    this.name = "Refusal";
    this.exitCode = exitCode;
  }
}

/** Bad input. Give the line (from 1) when it came from a file: "ideas.jsonl line 12: …". */
export function badInput(message: string, at?: { file: string; line: number }): Refusal {
  return new Refusal(1, at ? `${at.file} line ${at.line}: ${message}` : message);
}

/** Good input that cannot be met, such as a plan without room. */
export function infeasible(message: string): Refusal {
  return new Refusal(2, message);
}
