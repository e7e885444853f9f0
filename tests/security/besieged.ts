import { vi } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client, Fields } from "#tests/support/app-client";
import { changedSince, digestOf, KEPT_BY_LOOKING, snapshotOf, storeOf } from "#tests/support/app-snapshot";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { MATRIX } from "../routes/matrix";

/** The real application with everybody and everything in it, for whoever wants to break in. */
export interface Besieged {
  readonly app: App;
  readonly world: World;
  /** A browser of somebody of this role, signed in. */
  clientOf(role: Role): Promise<Client>;
  /** To be called when a test begins: the store of the one before is closed. */
  begin(): void;
  /** Sends one request to a store that nobody touched; tells the answer and which tables it changed. */
  alone(role: Role, send: (client: Client) => Promise<Answer>): Promise<{ readonly answer: Answer; readonly changed: readonly string[] }>;
}

/** Starts it; to be called in `beforeAll`. */
export async function besiege(): Promise<Besieged> {
  // React as it runs for people, read at its first import.
  vi.stubEnv("NODE_ENV", "production");
  const app = await startApp();
  const world = await buildWorld(app);
  const cookies = new Map<Role, string>();
  for (const role of ROLES) {
    const secret = await (await app.clientOf(world.people[role])).cookie("__Host-broeikas");
    if (secret) cookies.set(role, `__Host-broeikas=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`);
  }
  const snapshot = snapshotOf(app.store);
  const untouched = digestOf(app.store);
  let used = true;
  const clientOf = async (role: Role): Promise<Client> => {
    const client = app.client();
    const cookie = cookies.get(role);
    if (cookie) await client.keepCookie(cookie);
    return client;
  };
  return {
    app,
    world,
    clientOf,
    begin: () => {
      used = true;
    },
    async alone(role, send) {
      if (used) app.moveTo(await storeOf(snapshot));
      used = true;
      const answer = await send(await clientOf(role));
      const changed = changedSince(app.store, untouched);
      used = changed.length > 0;
      return { answer, changed: changed.filter((table) => !KEPT_BY_LOOKING.includes(table)) };
    },
  };
}

/** One act of a route, by somebody who may do it. */
export interface Act {
  readonly name: string;
  readonly route: string;
  readonly role: Role;
  readonly path: (world: World) => string;
  readonly fields: (world: World) => Fields;
}

/** Every act of every route, once a form: the matrix knows what is sent and who may. */
export function everyAct(): Act[] {
  const acts = Object.entries(MATRIX).flatMap(([route, rows]) =>
    rows
      .filter(({ act }) => act !== "read")
      .map((row): Act => {
        const codes = row.expected.trim().split(/\s+/);
        const may = ["go", "idle"].map((code) => codes.indexOf(code)).find((at) => at >= 0) ?? 1;
        const role = ROLES[may] ?? "owner";
        return {
          name: `${route} ${row.act} ${row.note}`.trim(),
          route,
          role,
          path: row.path,
          fields: (world) => row.fields?.(world, role) ?? {},
        };
      }),
  );
  // Rungs of the ladder differ in who may, not in how the form is read.
  return [...new Map(acts.map((act) => [act.name.replace(/ (team|public|hidden|archived)$/, " campus"), act])).values()];
}

/** The fields of a form, one pair a value. */
export function pairsOf(fields: Fields): [string, string][] {
  if (Array.isArray(fields)) return (fields as readonly (readonly [string, string])[]).map(([name, value]) => [name, value]);
  return Object.entries(fields as Readonly<Record<string, string | readonly string[]>>).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one): [string, string] => [name, one]),
  );
}
