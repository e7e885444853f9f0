import { beforeAll, expect, test, vi } from "vitest";
import { makeCampus, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { demandSameTime } from "#tests/support/same-time";
import type { Person } from "~/domain/kernel/actor";
import { minutes } from "~/domain/kernel/time";

const TRIES = 40;
/** What lies below drowns in the network. */
const NOISE_MS = 8;
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

/** What of an answer a stranger can compare: status, where it leads, and the page without what differs each time. */
function seen({ status, location, text, headers }: Answer, typed: string): string {
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "-";
  const page = text.replaceAll(nonce, "…").replaceAll(String(headers["x-request-id"]), "…").replaceAll(typed, "…");
  return JSON.stringify([status, location, page]);
}

type Ask = (client: Client, email: string) => Promise<Answer>;

/** Asks in turns for known and unknown addresses: both answers must look the same and take the same time. */
async function compare(ask: Ask, clientOf: () => Client | Promise<Client> = () => app.client()): Promise<void> {
  const looks: Record<"wel" | "niet", Set<string>> = { wel: new Set(), niet: new Set() };
  const client = await clientOf();
  let pair = -1;
  const asks = (kind: "wel" | "niet") => async (at: number) => {
    // A limit on tries must not end the comparison.
    if (at !== pair) app.clock.advance(minutes(16));
    pair = at;
    const email = `${kind}${at}@broeikas.test`;
    const answer = await ask(client, email);
    looks[kind].add(seen(answer, email));
  };
  await demandSameTime({ tries: TRIES, noiseMs: NOISE_MS }, asks("wel"), asks("niet"));
  // A page tells the hour of its making, so each pair is compared with itself.
  expect([...looks.wel]).toEqual([...looks.niet]);
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
