import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { boardNotes, rooms } from "#db/schema/rooms";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { sessionWish } from "#tests/support/app-sessions";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { canary } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { MatchConsent, Visibility } from "~/domain/ideas/idea";
import type { Person } from "~/domain/kernel/actor";
import { markPresence } from "~/domain/sessions/check-in";
import { planSession } from "~/domain/sessions/plan-session";
import { register } from "~/domain/sessions/register";
import { nextRound, startSession } from "~/domain/sessions/run-session";

const FRIDAY = "2026-11-20T09:00:00Z";
const BELOW = ["", "/run", "/manage", "/edit", "/beamer", "/report", "/report.csv", "/calendar.ics", "/events"];
const GUESTS = ["stranger", "owner", "organiser"] as const;
type GuestRole = (typeof GUESTS)[number];

let app: App;
let world: World;
let sessionId: string;
const secrets = new Map<GuestRole, { readonly title: string; readonly need: string }>();

/** Who brought what: a private idea matched openly, one that may not be matched, a veiled one. */
const BROUGHT: Readonly<Record<GuestRole, { visibility: Visibility; matchConsent: MatchConsent }>> = {
  stranger: { visibility: "private", matchConsent: "open" },
  owner: { visibility: "campus", matchConsent: "not" },
  organiser: { visibility: "campus", matchConsent: "veiled" },
};

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  const { store } = app;
  const { people, campus } = world;
  const as = (role: GuestRole | "coach", at?: string) => testCtx(store, people[role] as Person, at);
  const wish = sessionWish(campus.id, { title: "Kanariesessie", day: "2026-11-21", from: "16:15", until: "18:00" });
  ({ sessionId } = await planSession(as("coach", FRIDAY), wish));
  for (const role of GUESTS) {
    const said = { title: canary(`${role}.title`), need: canary(`${role}.need`) };
    secrets.set(role, said);
    const { ideaId } = await plantIdea(as(role, FRIDAY), {
      ...BROUGHT[role],
      campusId: campus.id,
      lang: "nl",
      title: said.title,
      pitch: "Een plan voor aan tafel.",
      description: "",
      domainId: null,
      growthMarketId: null,
      productionStepId: null,
      needs: [{ kind: "expertise", termId: null, words: said.need, weight: 2 }],
      offers: [{ kind: "expertise", termId: null, words: "solderen", weight: 2 }],
    });
    await register(as(role, FRIDAY), sessionId, { ideaId });
  }
  app.clock.advance(75 * 60_000);
  const now = app.clock.now().toISOString();
  for (const role of GUESTS) await markPresence(as("coach", now), sessionId, { id: people[role].personId ?? "", present: true });
  await startSession(as("coach", now), sessionId);
  for (let round = 2; round <= 3; round += 1) await nextRound(as("coach", now), sessionId);
});

async function pagesOf(role: Role): Promise<string> {
  const client = await app.clientOf(world.people[role]);
  let all = "";
  for (const below of BELOW) all += (await client.get(`/sessions/${sessionId}${below}`)).text;
  return all;
}

describe("what is brought to a session", () => {
  test("is read by whoever may see that idea, and by nobody for having sat with it", async () => {
    const found = new Map<string, Role[]>();
    for (const role of ROLES) {
      const text = await pagesOf(role);
      for (const [guest, { title, need }] of secrets) {
        if (text.includes(title)) found.set(`${guest}.title`, [...(found.get(`${guest}.title`) ?? []), role]);
        if (text.includes(need)) found.set(`${guest}.need`, [...(found.get(`${guest}.need`) ?? []), role]);
      }
    }
    // Who runs it reads the titles they could read anyway; words of needs stand nowhere.
    expect(Object.fromEntries(found)).toEqual({ "owner.title": ["coach", "organiser"], "organiser.title": ["coach", "organiser"] });
  });

  test("everybody met everybody", async () => {
    const [row] = await app.store.db.select().from(groupSessions).where(eq(groupSessions.sessionId, sessionId));
    expect(row?.plan?.rounds.flat().filter((table) => table.length === 2)).toHaveLength(3);
  });
});

describe("the board of a session", () => {
  test("is for who is there and the coach, and tells nobody of another's idea", async () => {
    const [room] = await app.store.db.select().from(rooms).where(eq(rooms.originId, sessionId));
    const path = `/rooms/${room?.id ?? ""}`;
    const writer = await app.clientOf(world.people.stranger);
    expect((await writer.post(`${path}/board`, { intent: "note", body: "Een gedachte" })).status).toBe(303);
    const [note] = await app.store.db.select().from(boardNotes).where(eq(boardNotes.body, "Een gedachte"));
    const seen: Record<string, readonly string[]> = {};
    for (const role of ROLES) {
      const page = await (await app.clientOf(world.people[role])).get(`${path}/board?note=${note?.id ?? ""}`);
      if (page.status === 200) seen[role] = [...secrets].filter(([, { title }]) => page.text.includes(title)).map(([guest]) => guest);
    }
    expect(seen).toEqual({ owner: ["owner"], stranger: ["stranger"], organiser: ["organiser"], coach: [] });
    expect((await writer.get(path)).status).toBe(302);
    expect((await writer.post(`${path}?index`, { intent: "write", body: "Dag" })).status).toBe(404);
  });
});

describe("an answer", () => {
  test("changes nothing on the page of who it is about, until both say yes", async () => {
    const { people } = world;
    const bare = (text: string): string =>
      text.replace(/nonce="[^"]*"|nonce-[\w+/=-]+|"nonce":"[^"]*"/g, "").replace(/[\da-f]{8}-[\da-f-]{27}/g, "ID");
    const other = await app.clientOf(people.organiser);
    const page = `/sessions/${sessionId}/run`;
    const before = await other.get(page);
    const client = await app.clientOf(people.stranger);
    const answer = { intent: "answer", id: people.organiser.personId ?? "", answer: "yes" };
    expect((await client.post(page, answer)).status).toBe(303);
    expect(bare((await other.get(page)).text).length).toBe(bare(before.text).length);
    await other.post(page, { ...answer, id: people.stranger.personId ?? "" });
    const after = (await client.get(page)).text;
    expect(after).toContain("zeiden allebei ja");
    expect(after).toContain(secrets.get("organiser")?.title);
  });

  test("without JavaScript the page asks for itself again, and says until when", async () => {
    const { text } = await (await app.clientOf(world.people.stranger)).get(`/sessions/${sessionId}/run`);
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="20"/>');
    expect(text).toContain("tot ");
  });

  test("a seat is one row a person", async () => {
    const seats = await app.store.db.select().from(sessionSeats).where(eq(sessionSeats.sessionId, sessionId));
    expect(seats).toHaveLength(3);
  });
});
