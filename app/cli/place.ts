import { resolve } from "node:path";
import type { StoreOptions } from "#db/store";
import { visitor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import type { Store } from "~/domain/kernel/store";
import { ConfigError, parseEnv } from "~/infra/env";
import type { Env } from "~/infra/env";
import { newId } from "~/infra/ids";
import { directPlaceOf } from "~/infra/place";
import type { Io } from "./io";
import { badInput, infeasible } from "./refusal";

/** The settings, with folders as seen from where the command is called. Refuses wrong ones as bad input. */
export function envOf(io: Io): Env {
  try {
    const env = parseEnv(io.env);
    return { ...env, DATA_DIR: resolve(io.cwd, env.DATA_DIR) };
  } catch (thrown) {
    throw thrown instanceof ConfigError ? badInput(thrown.message) : thrown;
  }
}

/** Which database the settings name. Refuses wrong settings as bad input. */
export function placeOf(io: Io): StoreOptions {
  return directPlaceOf(envOf(io));
}

/** A connection refused, a password that is wrong, a newer database: said in a line, without a stack. */
export function cannot(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { code } = thrown as { code?: unknown };
  const known =
    /^(NewerDatabase|Backup|Copy|Storage|NotEmpty)Error$/.test(thrown.name) || (typeof code === "string" && thrown.name !== "DomainError");
  return known ? infeasible(thrown.message || String(code)) : thrown;
}

/** Brings the database up to date, opens it for `work` and closes it again. What the database refuses ends the command with 2. */
export async function withStore<T>(io: Io, work: (store: Store) => Promise<T>): Promise<T> {
  const place = placeOf(io);
  const { migrateDatabase } = await import("#db/migrate");
  const { openStore } = await import("#db/store");
  try {
    await migrateDatabase(place);
    const store = await openStore(place);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (thrown) {
    throw cannot(thrown);
  }
}

/** The context of whoever has the command line of the machine: nobody signed in, and nothing forbidden. */
export function operatorCtx(store: Store, now: Date): Ctx {
  return { store, actor: visitor("nl"), now, newId, via: "cli" };
}
