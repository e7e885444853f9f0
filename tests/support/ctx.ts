import { fixedClock } from "~/infra/clock";
import { seededIds } from "~/infra/ids";
import type { NewId } from "~/infra/ids";
import { visitor } from "~/domain/kernel/actor";
import type { Actor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import type { Store } from "~/domain/kernel/store";

/** The moment of every test that does not choose one: a Saturday, 14:00 in Brussels. */
export const NOW = new Date("2026-11-21T13:00:00Z");

const ids = new WeakMap<Store, NewId>();

/** The ids of a store: the same on every run, never twice in one database. */
export function newIdFor(store: Store): NewId {
  const known = ids.get(store);
  if (known) return known;
  const fresh = seededIds("tests", fixedClock(NOW));
  ids.set(store, fresh);
  return fresh;
}

/** Lets a copy of a store go on with the ids of the first: it holds those that were given before. */
export function goOnWithIds(first: Store, copy: Store): void {
  ids.set(copy, newIdFor(first));
}

export interface TestCtxOptions {
  /** Who acts; a Dutch-speaking visitor when absent. */
  readonly actor?: Actor;
  /** The moment, as Date or ISO text; NOW when absent. */
  readonly now?: Date | string;
  readonly via?: Ctx["via"];
  readonly requestId?: string;
}

/** A context for use cases: `testCtx(store, actor)`, `testCtx(store, actor, "2026-12-01T08:00:00Z")` or `testCtx(store, { actor, now, via })`. */
export function testCtx(store: Store, who: Actor | TestCtxOptions = {}, now?: Date | string): Ctx {
  const options: TestCtxOptions = "keys" in who ? { actor: who } : who;
  const moment = new Date(now ?? options.now ?? NOW);
  if (Number.isNaN(moment.getTime())) throw new RangeError(`no instant: ${String(now ?? options.now)}`);
  return {
    store,
    actor: options.actor ?? visitor("nl"),
    now: moment,
    newId: newIdFor(store),
    via: options.via ?? "web",
    ...(options.requestId === undefined ? {} : { requestId: options.requestId }),
  };
}
