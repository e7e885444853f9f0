import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { groupSessions } from "#db/schema/sessions";
import { planSession } from "~/domain/sessions/plan-session";
import { register } from "~/domain/sessions/register";
import { markPresence } from "~/domain/sessions/check-in";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { makeCast, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import { sessionWish } from "#tests/support/app-sessions";
import { testCtx } from "#tests/support/ctx";

const FRIDAY = "2026-11-20T09:00:00Z";
const PEOPLE = 60;
const OFFERED = ["solderen", "lassen", "boekhouding", "een website bouwen", "een datalogger", "vertalen naar het Frans", "een kas"];

test("pages are answered while 60 people are planned over six rounds", async () => {
  const app = await startApp();
  const { store } = app;
  const cast = await makeCast(store);
  const { campus, coach } = cast;
  const wish = sessionWish(campus.id, { day: "2026-11-21", from: "14:15", until: "18:00", seats: PEOPLE, rounds: 6, roundMinutes: 10 });
  const { sessionId } = await planSession(testCtx(store, coach, FRIDAY), wish);
  const word = (at: number) => ({
    kind: "expertise" as const,
    termId: null,
    words: OFFERED[at % OFFERED.length] ?? "",
    weight: 2 as const,
  });
  for (let at = 0; at < PEOPLE; at += 1) {
    const person = await makePerson(store, { name: `Gast ${at}`, homeCampusId: campus.id });
    const { ideaId } = await plantIdea(testCtx(store, person, FRIDAY), {
      campusId: campus.id,
      title: `Idee ${at}`,
      pitch: "Een kas die zichzelf warm houdt.",
      description: "",
      lang: "nl",
      visibility: "campus",
      matchConsent: "open",
      domainId: null,
      growthMarketId: null,
      productionStepId: null,
      needs: [word(at * 3)],
      offers: [word(at * 5 + 1)],
    });
    await register(testCtx(store, person, FRIDAY), sessionId, { ideaId });
    await markPresence(testCtx(store, coach), sessionId, { id: person.personId, present: true });
  }
  const client = await app.clientOf(coach);
  const visitor = app.client();
  const page = async (): Promise<number> => {
    const since = performance.now();
    expect((await visitor.get("/ideas")).status).toBe(200);
    return performance.now() - since;
  };
  await page();
  await client.get(`/sessions/${sessionId}/manage`);

  let planned = false;
  const since = performance.now();
  const start = client.post(`/sessions/${sessionId}/manage`, { intent: "start" }, { follow: false }).finally(() => (planned = true));
  const took: number[] = [];
  while (!planned) took.push(await page());
  const whole = performance.now() - since;
  expect((await start).status).toBe(303);
  const [row] = await store.db.select().from(groupSessions).where(eq(groupSessions.sessionId, sessionId));
  expect(row?.plan?.rounds).toHaveLength(6);
  expect(row?.plan?.rounds.every((tables) => tables.length === PEOPLE / 2)).toBe(true);
  // Planned in this thread, one page would have waited for all of it.
  expect(took.length).toBeGreaterThan(3);
  expect(Math.max(...took)).toBeLessThan(Math.max(300, whole / 2));
});
