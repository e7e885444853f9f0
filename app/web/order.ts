import { DomainError } from "~/domain/kernel/errors";

/** What a button of `OrderActs` asks of a list. Refuses with "invalid" what none of them sends. */
export function orderChange(intent: string) {
  if (intent === "up" || intent === "down") return { do: "move", by: intent === "up" ? -1 : 1 } as const;
  if (intent === "remove") return { do: "remove" } as const;
  throw new DomainError("invalid");
}
