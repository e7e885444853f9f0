import { beforeAll, expect, test, vi } from "vitest";
import { makeCast } from "#tests/support/actors";
import type { Cast } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { buildStuck } from "#tests/support/app-stuck";
import { testCtx } from "#tests/support/ctx";
import { suspendPerson } from "~/domain/identity/suspend-person";

let app: App;
let cast: Cast;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  cast = await makeCast(app.store);
  await suspendPerson(testCtx(app.store, cast.admin), { personId: cast.otherLearner.personId, reason: "Een heel eigen reden" });
});

test("the trail is taken along as asked, without the details", async () => {
  const client = await app.clientOf(cast.admin);
  const file = await client.post("/admin/audit.csv?what=person.suspended", {});
  expect([file.status, file.headers["content-type"], file.headers["cache-control"]]).toEqual([200, "text/csv; charset=utf-8", "no-store"]);
  const [head, row, end, ...rest] = file.text.split("\r\n");
  expect(head).toBe("\uFEFFat,actor,action,subject_kind,subject,fields,via,request,detail_digest,seal,hash");
  expect(row).toContain(`,${cast.admin.personId},person.suspended,person,${cast.otherLearner.personId},suspendedAt,web,`);
  expect([end, rest]).toEqual(["", []]);
  expect(file.text).not.toContain("eigen reden");
  expect((await client.get("/admin/audit?what=person.suspended")).text).toContain("Een heel eigen reden");
  expect((await client.get("/admin/audit?what=audit.")).text).toContain("audit.exported");
});

test("a queue shows who gets which mail, and nothing of what is in it", async () => {
  const stuck = await buildStuck(app.store, cast.learner);
  const client = await app.clientOf(cast.admin);
  const page = await client.get("/admin/outbox?state=failed");
  expect(page.text).toContain(stuck.mail);
  expect(page.text).toContain("connection refused");
  expect(page.text).not.toContain("payload");
  const stopped = await client.post("/admin/outbox", { intent: "stop", id: stuck.mail });
  expect([stopped.status, stopped.location]).toEqual([303, "/admin/outbox"]);
  expect((await client.post("/admin/outbox", { intent: "stop", id: stuck.mail })).status).toBe(409);
});
