import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, outbox } from "#db/schema/across";
import { erasures, retentionHolds } from "#db/schema/privacy";
import { makeCampus, makePerson } from "#tests/support/actors";
import { canary, expectHidden } from "#tests/support/canary";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { eraseMe } from "~/domain/identity/erase-me";
import { exportMyData } from "~/domain/identity/export-my-data";
import { digestOf, erasureByNumber, freshErasure, latestErasures } from "~/domain/identity/privacy/erasure";
import { updateProfile } from "~/domain/identity/update-profile";
import { isDomainError } from "~/domain/kernel/errors";
import { after, days, minutes } from "~/domain/kernel/time";
import { deliver } from "./post";

async function somebody() {
  const store = await freshStore();
  const campus = await makeCampus(store);
  const name = canary("naam");
  const email = `${name}@broeikas.test`;
  const person = await makePerson(store, { name, email, roles: [{ role: "learner", scopeId: campus.id }] });
  const ctx = testCtx(store, person);
  await updateProfile(ctx, { name, locale: "nl", languages: ["nl"], audience: "pupil", bio: name, interests: "", visibility: "campus" });
  return { store, ctx, person, name, email };
}

test("the statement counts what went and what stays, and names nobody", async () => {
  const { store, ctx, person, name, email } = await somebody();
  const before = await exportMyData(ctx);
  const erasure = await eraseMe(ctx);
  const [row] = await store.db.select().from(erasures);
  expect(row).toMatchObject(erasure);
  expect(erasure.number).toMatch(/^2026-11-21-[a-z\d-]{8}$/);
  expect(erasure.sha256).toBe(digestOf(erasure));
  expectHidden(row, name, email, person.personId);
  const identity = erasure.lines.find(({ context }) => context === "identity");
  const held = Object.values(before.identity ?? {})
    .flat()
    .filter((value) => value !== null).length;
  expect((identity?.removed ?? 0) + (identity?.kept ?? 0)).toBe(held);
  expect(identity?.removed).toBeGreaterThan(0);
  expect(erasure.lines.every(({ removed, kept }) => removed >= 0 && kept >= 0 && removed + kept > 0)).toBe(true);
});

test("the last mail brings the statement, and nothing of it leads back", async () => {
  const { store, ctx, email } = await somebody();
  const { number, sha256 } = await eraseMe(ctx);
  const { mails } = await deliver(store);
  expect(mails.map(({ to }) => to)).toEqual([email]);
  expect(mails[0]?.text).toContain(number);
  expect(mails[0]?.text).toContain(sha256);
  expect(mails[0]?.text).toContain("Account en profiel:");
  expect((await store.db.select().from(outbox)).map(({ address, payload }) => [address, payload])).toEqual([[null, {}]]);
  expect(await erasureByNumber(store.db, number)).toMatchObject({ sha256 });
});

test("its page is there for a quarter of an hour, and a changed row is told", async () => {
  const { store, ctx } = await somebody();
  const { sha256, lines } = await eraseMe(ctx);
  expect(await freshErasure(store.db, sha256, after(NOW, minutes(14)))).toMatchObject({ sha256 });
  expect(await freshErasure(store.db, sha256, after(NOW, minutes(15)))).toBeNull();
  expect(await freshErasure(store.db, "0".repeat(64), NOW)).toBeNull();
  expect((await latestErasures(store.db, 5)).map(({ isWhole }) => isWhole)).toEqual([true]);
  await store.tx(async (tx) => {
    await tx.update(erasures).set({ lines: lines.map((line) => ({ ...line, kept: line.kept + 1 })) });
  });
  expect((await latestErasures(store.db, 5)).map(({ isWhole }) => isWhole)).toEqual([false]);
});

test("a hold keeps everything until it is lifted or over, and says until when", async () => {
  const { store, ctx, person } = await somebody();
  const reason = canary("reden");
  await store.tx(async (tx) => {
    await tx.insert(retentionHolds).values({
      id: "hold",
      subjectKind: "person",
      subjectId: person.personId,
      reason,
      byPersonId: person.personId,
      at: NOW,
      until: after(NOW, days(30)),
    });
  });
  const refusal: unknown = await eraseMe(ctx).catch((thrown: unknown) => thrown);
  expect(isDomainError(refusal) && [refusal.code, refusal.params]).toEqual(["on_hold", { day: "2026-12-21" }]);
  expect(await store.db.select().from(erasures)).toEqual([]);
  expectHidden(await exportMyData(ctx), reason);
  await eraseMe({ ...ctx, now: after(NOW, days(30)) });
  expect((await store.db.select().from(retentionHolds)).map((hold) => hold.reason)).toEqual([""]);
  expect(await store.db.select().from(audit).where(eq(audit.action, "person.erased"))).toHaveLength(1);
});
