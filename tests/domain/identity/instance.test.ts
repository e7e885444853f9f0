import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, outbox } from "#db/schema/across";
import { makeCast } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { instanceOf, setInstance } from "~/domain/identity/access/instance";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { refusalOf } from "./post";

const CLOSED = { signUpOpen: false, contact: "hallo@broeikas.test", privacyContact: "" };

test("an admin closes signing up: who has no invitation gets no mail, who signs in does", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  for (const actor of [cast.visitor, cast.learner, cast.organiser])
    expect(await refusalOf(setInstance(testCtx(store, actor), CLOSED))).toBe("not_found");
  expect(await instanceOf(store.db)).toEqual({ signUpOpen: true, contact: "", privacyContact: "" });
  await setInstance(testCtx(store, cast.admin), CLOSED);
  expect(await instanceOf(store.db)).toEqual(CLOSED);
  expect(await store.db.select().from(audit).where(eq(audit.action, "setting.changed"))).toHaveLength(2);
  const link = { email: "nieuw@broeikas.test", locale: "nl" } as const;
  const signUp = { name: "Nieuw", ageBand: "18-25", campusId: cast.campus.id } as const;
  await store.tx((tx) => tx.delete(outbox));
  expect(await refusalOf(requestAccountLink(testCtx(store), { ...link, intent: "sign_up", signUp }))).toBe("sign_up_closed");
  expect(await store.db.select().from(outbox)).toEqual([]);
  await requestAccountLink(testCtx(store), { ...link, intent: "sign_in" });
  expect(await store.db.select().from(outbox)).toHaveLength(1);
});
