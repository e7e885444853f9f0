import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { checkDatabase } from "#db/check";
import { jobs, keptMails } from "#db/schema/across";
import { comments } from "#db/schema/ideas";
import { openStore } from "#db/store";
import { Client } from "#tests/support/app-client";
import { textOf } from "#tests/support/app-html";
import { sealAudit, verifyAudit } from "~/domain/kernel/audit-seals";
import type { Store } from "~/domain/kernel/store";
import { after, hours, minutes } from "~/domain/kernel/time";
import { systemClock } from "~/infra/clock";
import { PASSWORD_RATE } from "~/web/sign-in";
import { movedClock } from "./clock";
import type { MovedClock } from "./clock";
import { openDoor } from "./door";
import type { Door } from "./door";
import { whatWaits } from "./idle";
import { PASSWORD, smallWorld } from "./member";
import type { Small } from "./member";

const BACK = -hours(1);
/** Later than the latest clock that anything was planned by. */
const AHEAD = minutes(4);

describe("a clock that is set back by an hour", () => {
  let world: Small;
  let clock: MovedClock;
  let door: Door;
  let client: Client;

  beforeAll(async () => {
    world = await smallWorld();
    clock = movedClock(world.place);
    door = await openDoor(world.place, { ...clock.settings, JOB_INTERVAL_MS: "100" });
    client = await world.client(door);
  });

  const inStore = async <T>(look: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(world.place);
    return look(store).finally(() => store.close());
  };
  const say = async (body: string): Promise<void> => {
    const { status } = await client.post(`/ideas/${world.ideaId}?index`, { intent: "comment", body });
    expect([body, status]).toEqual([body, 303]);
  };
  const signIn = (password: string) =>
    new Client(door).post("/sign-in", { intent: "password", email: world.email, password, to: "/account" });

  /** Asks for a link to sign in by, waits until its mail is out, and gives its path. */
  async function linkMailed(): Promise<string> {
    const before = await inStore((store) => store.db.select().from(keptMails));
    expect((await new Client(door).post("/sign-in", { intent: "link", email: world.email, to: "" })).status).toBe(303);
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const mails = await inStore((store) => store.db.select().from(keptMails).where(eq(keptMails.to, world.email)));
      const fresh = mails.find(({ id }) => !before.some((one) => one.id === id));
      if (fresh) return /https:\/\/[^/\s]+(\/sign-in\/link\?token=\S+)/.exec(fresh.text)?.[1] ?? "";
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("no mail came");
  }
  const entersBy = async (path: string): Promise<number> => {
    const token = new URLSearchParams(path.split("?")[1]).get("token") ?? "";
    const fresh = new Client(door);
    expect((await fresh.get(path)).status).toBe(200);
    return (await fresh.post("/sign-in/link", { token })).status;
  };

  test("while a server runs, and while none does: people stay signed in, links and mails work, no limit lasts longer, nothing is lost", async () => {
    await say("voor");
    const early = await linkMailed();
    let last = 0;
    // The count begins anew every quarter of an hour, so once at most in between.
    for (let n = 0; n < 2 * PASSWORD_RATE.limit + 1 && last !== 429; n += 1) last = (await signIn("geraden")).status;
    expect(last).toBe(429);
    await inStore((store) => sealAudit({ store, now: systemClock.now() }));

    clock.set(BACK);
    expect((await client.get("/account")).status).toBe(200);
    await say("na");
    // A wait belongs to its window: none begins in the time to come.
    expect((await signIn(PASSWORD)).status).toBe(303);
    expect(await entersBy(early)).toBe(303);
    expect(await entersBy(await linkMailed())).toBe(303);

    // A second mail of one minute is not sent, on whichever clock.
    clock.set(minutes(2));
    await linkMailed();
    await door.end("SIGKILL");
    clock.set(2 * BACK);
    await door.again();
    expect((await client.get("/account")).status).toBe(200);
    await say("later");
    expect(await entersBy(await linkMailed())).toBe(303);
    const page = textOf((await client.get(`/ideas/${world.ideaId}`)).text);
    for (const body of ["voor", "na", "later"]) expect(page).toContain(body);

    clock.set(AHEAD);
    await nothingWaits();
    await inStore(async (store) => {
      expect(await store.db.select().from(comments)).toHaveLength(3);
      await sealAudit({ store, now: systemClock.now() });
      expect(await verifyAudit(store.db)).toMatchObject({ waiting: 0, problems: [] });
      const kinds = (await store.db.select().from(jobs)).map(({ dedupeKey }) => dedupeKey);
      expect(new Set(kinds).size).toBe(kinds.length);
    });
    expect(await checkDatabase(world.place)).toEqual([]);
  });

  /** Whatever was due on any of these clocks is done once the right one is back. */
  async function nothingWaits(): Promise<void> {
    const open = () => inStore(({ db }) => whatWaits(db, after(systemClock.now(), AHEAD)));
    for (const end = Date.now() + 30_000; (await open()).length > 0 && Date.now() < end;) await new Promise((done) => setTimeout(done, 50));
    expect(await open()).toEqual([]);
  }
});
