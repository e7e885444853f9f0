import type { Actor, Person } from "./actor";
import { isPerson } from "./actor";
import { DomainError } from "./errors";
import type { Store } from "./store";

/** What every use case is given: where things are kept, who acts, the moment, new ids and the way in. */
export interface Ctx {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: Date;
  readonly newId: () => string;
  readonly via: "web" | "cli" | "job";
  readonly requestId?: string;
}

/** The signed-in person who acts; refuses with "sign_in_needed" for a visitor. */
export function requirePerson(ctx: Pick<Ctx, "actor">): Person {
  if (!isPerson(ctx.actor)) throw new DomainError("sign_in_needed");
  return ctx.actor;
}
