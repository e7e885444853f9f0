import { eq } from "drizzle-orm";
import { groupSessions } from "#db/schema/sessions";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { markPresence } from "~/domain/sessions/check-in";
import { leave } from "~/domain/sessions/leave";
import type { PlanInput } from "~/domain/sessions/plan-session";
import { planSession } from "~/domain/sessions/plan-session";
import { register } from "~/domain/sessions/register";
import { startSession } from "~/domain/sessions/run-session";
import { testCtx } from "./ctx";
import { plant } from "./ideas";

/** Sessions of the coach: one to come, one that runs, and a workshop with a seat that is offered. */
export interface SessionIds {
  /** To come, in December; the owner has a seat. */
  readonly planned: string;
  /** Runs now; owner, stranger and organiser are there, the member has a seat. */
  readonly running: string;
  readonly runningCode: string;
  /** Who met whom in the first round, by person. */
  readonly met: Readonly<Record<string, string>>;
  /** A workshop: the owner comes, the member is offered the last seat. */
  readonly workshop: string;
}

const FRIDAY = "2026-11-20T09:00:00Z";

/** What a coach plans, with whatever a test wants different. */
export const sessionWish = (campusId: string, more: Partial<PlanInput> = {}): PlanInput => ({
  campusId,
  kind: "matchmaking",
  title: "Wie zoekt wat",
  about: "Breng je idee mee.",
  languages: ["nl"],
  resourceId: "",
  place: "Forum",
  day: "2026-12-02",
  from: "15:00",
  until: "17:00",
  seats: 8,
  rounds: 3,
  tableSize: 2,
  roundMinutes: 10,
  closesDay: "",
  closesAt: "",
  ...more,
});

/** Made by the coach on Friday; the present of the tests is Saturday 14:00 in Brussels. */
export async function buildSessions(
  store: Store,
  people: Readonly<Record<"owner" | "member" | "stranger" | "coach" | "organiser", Person>>,
  campusId: string,
  ideaId: string,
): Promise<SessionIds> {
  const coach = testCtx(store, people.coach, FRIDAY);
  const as = (role: keyof typeof people) => testCtx(store, people[role], FRIDAY);
  // Nobody else sees it: the lists of other tests stay as they are.
  const ownIdea = (role: keyof typeof people) =>
    plant(store, people[role], campusId, { title: "Sessie-idee", visibility: "private" }, { now: FRIDAY });
  const plan = async (more: Partial<PlanInput>) => (await planSession(coach, sessionWish(campusId, more))).sessionId;
  const planned = await plan({ title: "Matchmaking in december" });
  await register(as("owner"), planned, { ideaId });
  const running = await plan({ title: "Matchmaking van vandaag", day: "2026-11-21", from: "14:15", until: "16:00" });
  await register(as("owner"), running, { ideaId });
  await register(as("member"), running, { ideaId });
  for (const role of ["stranger", "organiser"] as const) await register(as(role), running, { ideaId: await ownIdea(role) });
  const now = testCtx(store, people.coach);
  for (const role of ["owner", "stranger", "organiser"] as const)
    await markPresence(now, running, { id: people[role].personId, present: true });
  await startSession(now, running);
  const [row] = await store.db
    .select({ code: groupSessions.code, plan: groupSessions.plan })
    .from(groupSessions)
    .where(eq(groupSessions.sessionId, running));
  const workshop = await plan({ title: "Pitchen", kind: "workshop", rounds: 0, seats: 2, day: "2026-12-03" });
  for (const role of ["owner", "stranger", "member"] as const) await register(as(role), workshop, { ideaId: "" });
  await leave(testCtx(store, people.stranger), workshop);
  const pairs = (row?.plan?.rounds[0] ?? []).flatMap(([a = "", b = ""]) => [[a, b] as const, [b, a] as const]);
  return { planned, running, runningCode: row?.code ?? "", met: Object.fromEntries(pairs), workshop };
}
