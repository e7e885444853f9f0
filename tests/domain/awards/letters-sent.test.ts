import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { notifications, outbox } from "#db/schema/across";
import { sentLetter } from "~/domain/awards/letters/queries-letters";
import { hideLetter } from "~/domain/awards/letters/moderate-letter";
import { openReports } from "~/domain/community/queries";
import { reportContent } from "~/domain/community/report-content";
import { sendLetters } from "~/domain/awards/letters/send-letters";
import { publish } from "~/domain/awards/publish";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { setMailPreferences } from "~/domain/notifications/set-mail-preferences";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { refusal, view } from "../ideas/world";
import { at, AT, SLUG } from "./world";
import { judged, organising, draft, put, win } from "./letters-world";

test("who wants no mail of letters gets that of the result", async () => {
  const one = await judged();
  const { world, mine } = one;
  const ctx = organising(one);
  await draft(one);
  await win(one, mine);
  await put(one, "check", mine, 1);
  await setMailPreferences(at(world, world.learner, "deliberation"), new Set(["result_published"]));
  await publish(ctx, { editionSlug: SLUG, keepDrafts: true });
  const { db } = world.store;
  const mailed = new Set((await db.select().from(outbox)).map(({ payload }) => payload.noticeId));
  const notices = await db.select().from(notifications).where(eq(notifications.personId, world.learner.personId));
  const told = notices.filter(({ kind }) => kind === "letter_sent" || kind === "result_published");
  expect(told.map(({ kind }) => kind).sort()).toEqual(["letter_sent", "result_published"]);
  expect(told.filter(({ id }) => mailed.has(id)).map(({ kind }) => kind)).toEqual(["result_published"]);
});

test("a letter is reported by its team, hidden by an organiser and shown again; nobody else learns that there is one", async () => {
  const words = canary("kwetsend");
  const one = await judged(words);
  const { world, mine, jurors } = one;
  const { store, learner, organiser } = world;
  await draft(one);
  await win(one, mine);
  await put(one, "check", mine, 1);
  const report = { subjectKind: "letter", subjectId: mine, reason: "hurtful", words: "" } as const;
  expect(await refusal(reportContent(organising(one), report))).toBe("not_found");
  await publish(organising(one), { editionSlug: SLUG, keepDrafts: true });
  const [juror] = jurors;
  for (const actor of [world.otherLearner, world.coach, world.elsewhere, ...(juror ? [juror] : [])]) {
    expect(await refusal(reportContent(at(world, actor, "published"), report))).toBe("not_found");
  }
  await reportContent(at(world, learner, "published"), report);
  const reports = () => openReports(view(store, organiser), new Date(AT.published));
  expectShown(await reports(), words, `/awards/${SLUG}/letters`);
  expect(await refusal(hideLetter(at(world, learner, "published"), mine, { reason: "Kwetsend" }))).toBe("not_found");
  await hideLetter(at(world, organiser, "published"), mine, { reason: "Kwetsend" });
  expect(await refusal(hideLetter(at(world, organiser, "published"), mine, { reason: "Kwetsend" }))).toBe("already_done");
  expect(await sentLetter({ db: store.db, actor: learner }, mine)).toBeNull();
  expectHidden([await entryFormFor(view(store, learner), mine, new Date(AT.published)), await reports()], words);
  expect(await sendLetters(at(world, organiser, "published"), { editionSlug: SLUG })).toEqual({ sent: 0 });
  await hideLetter(at(world, organiser, "published"), mine, "show");
  expectShown(await sentLetter({ db: store.db, actor: learner }, mine), words);
});
