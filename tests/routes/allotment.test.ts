import { expect, test } from "vitest";
import { computeAllotment } from "~/domain/coaching/allotment/compute-allotment";
import { draftAllotment } from "~/domain/coaching/allotment/draft-allotment";
import { setCapacity } from "~/domain/coaching/set-capacity";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { allotHere } from "~/infra/allot-here";
import { makeCast } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import { textOf } from "#tests/support/app-html";
import { testCtx } from "#tests/support/ctx";

const idea = {
  lang: "nl",
  pitch: "Oude printen krijgen een tweede leven.",
  description: "",
  visibility: "campus",
  matchConsent: "open",
} as const;
const none = { domainId: null, growthMarketId: null, productionStepId: null, needs: [], offers: [] };

test("a draft is waited for, and one that cannot be applied any more says what changed and stays", async () => {
  const app = await startApp();
  const { store } = app;
  const { learner, coach, organiser, campus } = await makeCast(store);
  await plantIdea(testCtx(store, learner), { ...idea, ...none, title: "Printplaten uit de kelder", campusId: campus.id });
  const ctx = testCtx(store, organiser);
  const page = `/campus/${campus.slug}/allotment`;
  const { allotmentId } = await draftAllotment(ctx, { campusId: campus.id, withExperts: false });
  const client = await app.clientOf(organiser);
  const waiting = await client.get(page);
  expect(waiting.text).toContain('http-equiv="refresh"');
  await computeAllotment(ctx, allotmentId, allotHere);
  const ready = await client.get(page);
  expect(ready.text).not.toContain('http-equiv="refresh"');
  expect(textOf(ready.text)).toContain("1 van 1 ideeën krijgen een coach");
  await setCapacity(testCtx(store, coach), { ideas: 0 });
  const refused = await client.post(page, { intent: "apply", id: allotmentId, revision: "1", bare: "1" });
  expect(refused.status).toBe(409);
  expect(textOf(refused.text)).toContain("Deze coach heeft geen plaats meer");
  expect(textOf(refused.text)).toContain("Bekijk wat er gemarkeerd is");
  await setCapacity(testCtx(store, coach), { ideas: 3 });
  const applied = await client.post(page, { intent: "apply", id: allotmentId, revision: "1" });
  expect(applied.status).toBe(303);
  expect(textOf((await (await app.clientOf(coach)).get("/greenhouse")).text)).toContain("Printplaten uit de kelder");
  expect(textOf((await (await app.clientOf(learner)).get("/greenhouse")).text)).toContain("Coach: Cora Coach");
  const again = await client.post(page, { intent: "apply", id: allotmentId, revision: "1" });
  expect(again.status).toBe(409);
}, 60_000);
