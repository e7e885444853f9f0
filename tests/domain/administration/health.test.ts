import { expect, test } from "vitest";
import { reports } from "#db/schema/across";
import { makeCast } from "#tests/support/actors";
import { NOW, newIdFor, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import { CHART_DAYS } from "~/domain/administration/health";
import { healthOf } from "~/domain/administration/queries-health";
import { allOpenReports, REPORTS_PAGE } from "~/domain/administration/queries-reports";
import { recordSignIn } from "~/domain/identity/access/record-sign-in";
import { isDomainError } from "~/domain/kernel/errors";
import { after, days } from "~/domain/kernel/time";
import { machineHealth } from "~/infra/health";

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  return { store, cast, ctx: testCtx(store, cast.admin) };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (isDomainError(error) ? error.code : String(error)),
  );

test("the charts count each of the last 30 days, the present one last", async () => {
  const { store, cast, ctx } = await world();
  const comeIn = (at: Date) =>
    recordSignIn({ ...ctx, now: at }, { personId: cast.learner.personId, method: "link", outcome: "in", userAgent: "", network: "" });
  for (const back of [0, 0, 1, CHART_DAYS - 1, CHART_DAYS]) await comeIn(after(NOW, -days(back)));
  const { charts, rows } = await healthOf(ctx);
  const values = charts.find(({ name }) => name === "sign_ins")?.values ?? [];
  expect(values).toHaveLength(CHART_DAYS);
  expect([values.at(-1), values.at(-2), values[0]]).toEqual([2, 1, 1]);
  expect(values.reduce((sum, n) => sum + n, 0)).toBe(4);
  expect(rows.find(({ table }) => table === "people")?.n).toBe(7);
  const machine = await machineHealth(store);
  expect(machine.databaseBytes).toBeGreaterThan(10_000);
  expect(machine.migrations).toBeGreaterThan(0);
});

test("reports of all campuses stand first due first, by page, in as many statements however many wait", async () => {
  const { store, cast, ctx } = await world();
  const newId = newIdFor(store);
  const report = (n: number, campusId: string) =>
    store.tx((tx) =>
      tx.insert(reports).values({
        id: newId(),
        subjectKind: "profile",
        subjectId: `s${n}`,
        campusId,
        reporterId: cast.learner.personId,
        reason: "other",
        words: "heel geheim",
        createdAt: NOW,
        dueAt: after(NOW, days((n % 5) - 2)),
      }),
    );
  await report(0, cast.campus.id);
  const few = await countStatements(store, () => allOpenReports(ctx));
  for (let n = 1; n <= REPORTS_PAGE; n += 1) await report(n, n % 2 ? cast.campus.id : cast.otherCampus.id);
  expect(await countStatements(store, () => allOpenReports(ctx))).toBe(few);
  const first = await allOpenReports(ctx);
  const last = first.rows.at(-1);
  const second = await allOpenReports(ctx, last && { at: last.dueAt, id: last.id });
  expect([first.more, second.more, first.open, first.late]).toEqual([true, false, REPORTS_PAGE + 1, 31]);
  const all = [...first.rows, ...second.rows];
  expect(new Set(all.map(({ id }) => id)).size).toBe(REPORTS_PAGE + 1);
  expect(all.map(({ dueAt }) => dueAt.getTime())).toEqual(all.map(({ dueAt }) => dueAt.getTime()).sort((a, b) => a - b));
  expect(JSON.stringify(all)).not.toContain("geheim");
});

test("for others there is neither", async () => {
  const { store, cast } = await world();
  for (const actor of [cast.organiser, cast.coach, cast.visitor]) {
    const ctx = testCtx(store, actor);
    expect([await codeOf(healthOf(ctx)), await codeOf(allOpenReports(ctx))]).toEqual(["not_found", "not_found"]);
  }
});
