import { beforeAll, expect, test, vi } from "vitest";
import { makeCampus, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import type { Person } from "~/domain/kernel/actor";
import { minutes } from "~/domain/kernel/time";

const TRIES = 40;
/** How much slower one of the two may be: what lies below drowns in the network. */
const MOST_MS = 8;
const MOST_SHARE = 0.25;
const PASSWORD = "vier natte paraplus";

let app: App;
let campusId: string;
let asker: Person;
beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  const campus = await makeCampus(app.store);
  campusId = campus.id;
  asker = await makePerson(app.store, { homeCampusId: campusId });
  for (let i = 0; i < TRIES; i += 1)
    await makePerson(app.store, { email: `wel${i}@broeikas.test`, ...(i === 0 ? { password: PASSWORD } : {}) });
}, 60_000);

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What of an answer a stranger can compare: status, where it leads, and the page without what differs each time. */
function seen({ status, location, text, headers }: Answer, typed: string): string {
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "-";
  const page = text.replaceAll(nonce, "…").replaceAll(String(headers["x-request-id"]), "…").replaceAll(typed, "…");
  return JSON.stringify([status, location, page]);
}

type Ask = (client: Client, email: string) => Promise<Answer>;

/** Asks in turns for known and unknown addresses: both answers must look the same and take the same time. */
async function compare(ask: Ask, clientOf: () => Client | Promise<Client> = () => app.client()): Promise<void> {
  const times: Record<"wel" | "niet", number[]> = { wel: [], niet: [] };
  const looks: Record<"wel" | "niet", Set<string>> = { wel: new Set(), niet: new Set() };
  const client = await clientOf();
  for (let i = 0; i < TRIES; i += 1) {
    // A limit on tries must not end the comparison.
    app.clock.advance(minutes(16));
    for (const kind of i % 2 === 0 ? (["wel", "niet"] as const) : (["niet", "wel"] as const)) {
      const email = `${kind}${i}@broeikas.test`;
      const from = performance.now();
      const answer = await ask(client, email);
      times[kind].push(performance.now() - from);
      looks[kind].add(seen(answer, email));
    }
  }
  // A page tells the hour of its making, so each pair is compared with itself.
  expect([...looks.wel]).toEqual([...looks.niet]);
  const [known, unknown] = [median(times.wel), median(times.niet)];
  if (process.env.SHOW_TIMES) console.log(known.toFixed(1), unknown.toFixed(1));
  const far = Math.abs(known - unknown);
  expect(far < MOST_MS || far < MOST_SHARE * Math.max(known, unknown), `${known.toFixed(1)} ms and ${unknown.toFixed(1)} ms`).toBe(true);
}

test("signing in with a wrong password", async () => {
  await compare((client, email) => client.post("/sign-in?index", { intent: "password", email, password: "niet dit wachtwoord" }));
}, 60_000);

test("asking for a link to sign in", async () => {
  await compare((client, email) => client.post("/sign-in?index", { intent: "link", email }));
}, 60_000);

test("asking for a new password", async () => {
  await compare((client, email) => client.post("/reset?index", { email }));
}, 60_000);

test("signing up", async () => {
  await compare((client, email) => client.post("/sign-up", { name: "Nele", email, campusId, ageBand: "18-25" }));
}, 60_000);

test("asking for another address", async () => {
  await compare(
    (client, email) => client.post("/account/email?index", { email }),
    () => app.clientOf(asker),
  );
}, 60_000);
