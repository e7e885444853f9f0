import { isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "#db/schema/across";
import { newIdFor, NOW, testCtx } from "#tests/support/ctx";
import { fixedClock } from "~/infra/clock";
import type { Mail } from "~/infra/mailer";
import { sendOutboxRow } from "~/infra/send-mail";
import { ORIGIN_EXEMPTIONS } from "~/server/security";
import { addComment } from "~/domain/ideas/add-comment";
import { consumeToken } from "~/domain/identity/tokens";
import { mailPreferences } from "~/domain/notifications/queries-notices";
import { unsubscribe, unsubscribeOf } from "~/domain/notifications/unsubscribe";
import { deliver, ORIGIN, refusalOf } from "../identity/post";
import { noticeWorld } from "./world";

test("the header that mail programs click carries the same kind of link", async () => {
  const { store, cast, ideaId } = await noticeWorld();
  await addComment(testCtx(store, cast.coach), ideaId, { body: "Goed idee." });
  const sent: Mail[] = [];
  const mailer = { send: (mail: Mail) => Promise.resolve(void sent.push(mail)) };
  const send = sendOutboxRow({ store, clock: fixedClock(NOW), newId: newIdFor(store), env: { PUBLIC_ORIGIN: ORIGIN }, mailer });
  const rows = await store.db.select().from(outbox).where(isNull(outbox.sentAt));
  for (const row of rows) await send(row);
  const [url = ""] = sent.map(({ unsubscribeUrl }) => unsubscribeUrl ?? "");
  expect(url.startsWith(`${ORIGIN}/mail/unsubscribe/`)).toBe(true);
  const { pathname } = new URL(url);
  expect(ORIGIN_EXEMPTIONS.filter(({ path }) => path.test(pathname))).toHaveLength(1);
  expect(sent[0]?.text).toContain(url);
  expect(await unsubscribeOf(store.db, pathname.split("/").at(-1) ?? "")).toEqual({ personId: cast.learner.personId, kind: "comment" });
});

test("the link under a mail ends that kind for that person, and is good for nothing else", async () => {
  const { store, cast, ideaId } = await noticeWorld();
  await addComment(testCtx(store, cast.coach), ideaId, { body: "Goed idee." });
  const { mails } = await deliver(store);
  const secret = /unsubscribe\/([\w-]{43})/.exec(mails[0]?.text ?? "")?.[1] ?? "";
  const before = await mailPreferences(store.db, cast.learner.personId);
  expect(await unsubscribeOf(store.db, secret)).toEqual({ personId: cast.learner.personId, kind: "comment" });
  expect(await mailPreferences(store.db, cast.learner.personId)).toEqual(before);

  const anybody = testCtx(store);
  expect(await unsubscribe(anybody, secret)).toEqual({ kind: "comment" });
  expect(await unsubscribe(anybody, secret)).toEqual({ kind: "comment" });
  expect(await mailPreferences(store.db, cast.learner.personId)).toEqual(new Map([...before, ["comment", false]]));
  expect(await mailPreferences(store.db, cast.coach.personId)).toEqual(before);
  const kinds = ["sign_in", "sign_up", "reset", "role_invite"] as const;
  expect(await refusalOf(store.tx((tx) => consumeToken(tx, anybody, secret, kinds)))).toBe("token_invalid");
  expect(await refusalOf(unsubscribe(anybody, `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`))).toBe("token_invalid");
  expect(await refusalOf(unsubscribe(anybody, "x' or 1=1"))).toBe("token_invalid");

  await addComment(testCtx(store, cast.coach), ideaId, { body: "Nog iets." });
  expect((await deliver(store)).mails).toEqual([]);
});
