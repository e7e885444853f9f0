import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, auditDetails } from "#db/schema/across";
import { makeCast } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import { checkAudit } from "~/domain/administration/check-audit";
import type { AuditAsked } from "~/domain/administration/queries-audit";
import { AUDIT_PAGE, auditPages, auditTrail } from "~/domain/administration/queries-audit";
import { writeAudit } from "~/domain/kernel/audit";
import { sealAudit } from "~/domain/kernel/audit-seals";
import { isDomainError } from "~/domain/kernel/errors";
import { after, days } from "~/domain/kernel/time";

const ALL: AuditAsked = { who: "", what: "", subject: "", from: null, until: null };

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  await store.tx(async (tx) => {
    await tx.delete(auditDetails);
    await tx.delete(audit);
  });
  const ctx = testCtx(store, cast.admin);
  const write = (action: string, subjectId: string, at = NOW, actor = cast.learner, detail?: string) =>
    store.tx((tx) =>
      writeAudit(
        tx,
        { ...testCtx(store, actor), now: at },
        { action, subjectKind: "thing", subjectId, ...(detail === undefined ? {} : { detail }) },
      ),
    );
  return { store, cast, ctx, write };
}

test("the trail is told newest first, by page, in as many statements however long it is, and every row once", async () => {
  const { store, ctx, write } = await world();
  await write("thing.made", "one");
  const few = await countStatements(store, () => auditTrail(ctx, ALL));
  for (let n = 0; n < AUDIT_PAGE * 2; n += 1) await write("thing.changed", `t${n}`, after(NOW, n % 3));
  expect(await countStatements(store, () => auditTrail(ctx, ALL))).toBe(few);
  const seen: string[] = [];
  let last: { at: Date; id: string } | undefined;
  for (let more = true; more;) {
    const page = await auditTrail(ctx, ALL, last);
    seen.push(...page.rows.map(({ id }) => id));
    [last, more] = [page.rows.at(-1), page.more];
  }
  expect([seen.length, new Set(seen).size]).toEqual([AUDIT_PAGE * 2 + 1, AUDIT_PAGE * 2 + 1]);
  let exported = 0;
  for await (const page of auditPages(ctx, ALL)) exported += page.length;
  expect(exported).toBe(seen.length);
});

test("it is narrowed by who, what, subject and days", async () => {
  const { cast, ctx, write } = await world();
  await write("thing.made", "one", NOW, cast.learner);
  await write("thing.ended", "one", after(NOW, days(2)), cast.coach);
  await write("other.made", "two", after(NOW, days(4)), cast.coach);
  const found = async (asked: Partial<AuditAsked>) =>
    (await auditTrail(ctx, { ...ALL, ...asked })).rows.map(({ action, subjectId }) => `${action} ${subjectId}`);
  expect(await found({ who: cast.coach.personId })).toEqual(["other.made two", "thing.ended one"]);
  expect(await found({ who: "nobody@broeikas.test" })).toEqual([]);
  expect(await found({ what: "thing." })).toEqual(["thing.ended one", "thing.made one"]);
  expect(await found({ what: "%" })).toEqual([]);
  expect(await found({ subject: "two" })).toEqual(["other.made two"]);
  expect(await found({ from: after(NOW, days(1)), until: after(NOW, days(4)) })).toEqual(["thing.ended one"]);
});

test("each row tells its seal and its detail while that is kept; the check finds what was changed and leaves a row of its own", async () => {
  const { store, ctx, write } = await world();
  await write("thing.made", "one", NOW, undefined, "Omdat het moest");
  await sealAudit(ctx);
  await write("thing.ended", "one", after(NOW, 5));
  expect((await auditTrail(ctx, ALL)).rows).toMatchObject([
    { action: "thing.ended", sealNo: null, detail: null },
    { action: "thing.made", sealNo: 1, detail: "Omdat het moest", actorName: "Lies Leerling" },
  ]);
  expect(await checkAudit(ctx)).toMatchObject({ sealed: 1, problems: [] });
  expect((await auditTrail(ctx, { ...ALL, what: "audit." })).rows).toMatchObject([{ action: "audit.verified" }]);
  await store.tx((tx) => tx.update(audit).set({ subjectId: "two" }).where(eq(audit.action, "thing.made")));
  expect((await checkAudit(ctx)).problems).toHaveLength(1);
});

test("for others there is no trail", async () => {
  const { store, cast } = await world();
  for (const actor of [cast.organiser, cast.visitor]) {
    const refused = await auditTrail(testCtx(store, actor), ALL).catch((error: unknown) => error);
    expect(isDomainError(refused) && refused.code).toBe("not_found");
  }
});
