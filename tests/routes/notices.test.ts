import { beforeAll, describe, expect, test, vi } from "vitest";
import { makeCast } from "#tests/support/actors";
import type { Cast } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { testCtx } from "#tests/support/ctx";
import { closeCalendarFeed } from "~/domain/notifications/close-calendar-feed";
import { mailPreferences } from "~/domain/notifications/queries-notices";
import { renewCalendarFeed } from "~/domain/notifications/renew-calendar-feed";
import { issueUnsubscribe } from "~/domain/notifications/unsubscribe";

let app: App;
let cast: Cast;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  cast = await makeCast(app.store);
});

describe("one click of a mail program", () => {
  const ONE_CLICK = { "List-Unsubscribe": "One-Click" };
  const byMail = async () => (await mailPreferences(app.store.db, cast.learner.personId)).get("comment");

  test("ends the mails without a page, a cookie or an origin; looking at the page ends nothing", async () => {
    const secret = await app.store.tx((tx) => issueUnsubscribe(tx, testCtx(app.store), cast.learner.personId, "comment"));
    const path = `/mail/unsubscribe/${secret}`;
    expect((await app.client().get(path)).status).toBe(200);
    expect(await byMail()).toBe(true);
    const headers = { "Sec-Fetch-Site": undefined };
    const clicked = await app.client().post(path, ONE_CLICK, { origin: null, headers });
    expect([clicked.status, await byMail()]).toEqual([200, false]);
    expect((await app.client().post(path, ONE_CLICK, { origin: null, headers })).status).toBe(200);
  });

  test("opens no other door: the same sender is refused everywhere else", async () => {
    const headers = { "Sec-Fetch-Site": undefined };
    const answer = await app.client().post("/notices", { intent: "read_all" }, { origin: null, headers });
    expect(answer.status).toBe(403);
  });
});

test("the calendar is nobody's to keep, and closed is a missing page", async () => {
  const learner = testCtx(app.store, cast.learner);
  const { secret } = await renewCalendarFeed(learner);
  const open = await app.client().get(`/calendar/${secret}.ics`);
  expect([open.status, open.headers["content-type"], open.headers["cache-control"]]).toEqual([
    200,
    "text/calendar; charset=utf-8",
    "no-store",
  ]);
  expect(open.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await closeCalendarFeed(learner);
  expect((await app.client().get(`/calendar/${secret}.ics`)).status).toBe(404);
});

test("the address of a calendar is shown once, to its person", async () => {
  const client = await app.clientOf(cast.otherLearner);
  const made = await client.post("/account/calendar", { intent: "renew" });
  const address = /https:\/\/broeikas\.test(\/calendar\/[\w-]{43}\.ics)/.exec(made.text)?.[1] ?? "";
  expect((await app.client().get(address)).status).toBe(200);
  expect((await client.get("/account/calendar")).text).not.toContain(address);
});
