import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ideas } from "#db/schema/ideas";
import { makeCast } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import { elements, textOf } from "#tests/support/app-html";

test("a company member posts a challenge of their organisation without JavaScript, and it is marked as one everywhere", async () => {
  const app = await startApp();
  const { companyMember, learner, organisation, campus, elsewhere } = await makeCast(app.store);
  const company = await app.clientOf(companyMember);
  const first = await company.get("/plant");
  expect(first.text).toContain(`Een uitdaging van ${organisation.name}`);
  expect((await (await app.clientOf(learner)).get("/plant")).text).not.toContain("Een uitdaging van");
  const step1 = await company.post("/plant", {
    intent: "next",
    step: "1",
    title: "Wie vindt onze lekken?",
    pitch: "In onze hal verdwijnt warmte en wij weten niet waar.",
    lang: "nl",
    organisationId: organisation.id,
    campusId: "",
  });
  const draft = new URL(step1.location ?? "", app.origin).searchParams.get("draft") ?? "";
  const back = await company.get(`/plant?draft=${draft}&step=1`);
  const chosen = elements(back.text, "input").find(({ attributes }) => attributes.name === "organisationId" && "checked" in attributes);
  expect(chosen?.attributes.value).toBe(organisation.id);
  const revision = elements(back.text, "input").find(({ attributes }) => attributes.name === "revision")?.attributes.value ?? "";
  const planted = await company.post(`/plant?draft=${draft}&step=3`, {
    intent: "next",
    step: "3",
    draftId: draft,
    revision,
    visibility: "public",
    matchConsent: "open",
  });
  expect(planted.location).toMatch(/^\/ideas\//);
  const [row] = await app.store.db.select().from(ideas).where(eq(ideas.title, "Wie vindt onze lekken?"));
  expect(row).toMatchObject({ kind: "challenge", organisationId: organisation.id, homeCampusId: campus.id });
  const mark = `Uitdaging van ${organisation.name}`;
  const other = await app.clientOf(elsewhere);
  expect(textOf((await other.get(planted.location ?? "")).text)).toContain(mark);
  expect(textOf((await other.get("/ideas?kind=challenge")).text)).toContain(mark);
  expect(textOf((await other.get("/ideas?kind=idea")).text)).not.toContain(mark);
});
