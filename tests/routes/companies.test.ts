import { http, HttpResponse } from "msw";
import { beforeAll, expect, test } from "vitest";
import { makeCampus, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { tokenMailed } from "#tests/support/app-world";
import { server } from "#tests/support/network";
import { testCtx } from "#tests/support/ctx";
import { setInstance } from "~/domain/identity/access/instance";
import { checkVat } from "~/domain/companies/check-vat";
import type { Person } from "~/domain/kernel/actor";
import { createLogger } from "~/infra/logger";
import { createVies } from "~/infra/vies";

let app: App;
let campusId: string;
let organiser: Person;

beforeAll(async () => {
  app = await startApp();
  const campus = await makeCampus(app.store, { name: "Campus Noord", slug: "noord" });
  campusId = campus.id;
  organiser = await makePerson(app.store, { ageBand: "26-45", roles: [{ role: "organiser", scopeId: campus.id }] });
  await makePerson(app.store, { email: "gekend@bedrijf.test" });
});

const company = (more: Record<string, string> = {}) => ({
  name: "Koperwerk",
  campusId,
  vatNumber: "0203.201.340",
  offers: "koperresten en een draaibank",
  contact: "Nele Nieuw",
  email: "nele@bedrijf.test",
  ageBand: "26-45",
  ...more,
});

test("a known and an unknown address are answered alike", async () => {
  const [known, unknown] = [app.client(), app.client()];
  const a = await known.post("/companies/register", company({ email: "gekend@bedrijf.test" }));
  const b = await unknown.post("/companies/register", company({ email: "niet-gekend@bedrijf.test" }));
  expect([a.status, a.location]).toEqual([303, "/sign-in/sent"]);
  expect([b.status, b.location, b.text]).toEqual([a.status, a.location, a.text]);
});

test("a wrong number is said beside the field, and nothing typed is lost", async () => {
  const answer = await app.client().post("/companies/register", company({ vatNumber: "BE 0203.201.341" }));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("het controlegetal klopt niet");
  for (const typed of ["BE 0203.201.341", "koperresten en een draaibank", "nele@bedrijf.test"]) expect(answer.text).toContain(typed);
});

test("from a form of a visitor to a company of the campus, by mail, VIES and an organiser", async () => {
  const nele = app.client();
  await nele.post("/companies/register", company());
  await app.runDue();
  const token = await tokenMailed(app.store, "nele@bedrijf.test", "/sign-in/link");
  const { location } = await nele.post("/sign-in/link", { token });
  expect(location).toMatch(/^\/companies\/[\w-]{36}$/);
  const page = location ?? "";
  expect((await nele.get(page)).text).toContain("Nog te versturen");
  const boss = await app.clientOf(organiser);
  expect((await boss.get(page)).status).toBe(404);
  expect((await nele.post(page, { intent: "send", ...company() })).status).toBe(303);
  expect((await nele.get(page)).text).toContain("Wordt nagevraagd bij de EU");
  expect((await boss.get("/campus/noord/companies")).text).toContain(page);

  server.use(
    http.post("https://vies.test/api/check-vat-number", () => HttpResponse.json({ valid: true, name: "KOPERWERK NV", address: "---" })),
  );
  const vies = createVies({
    env: { VIES_URL: "https://vies.test/api", VIES_REQUESTER: undefined },
    log: createLogger({ level: "silent" }),
  });
  await checkVat(testCtx(app.store, { via: "job" }), { registrationId: page.split("/")[2] ?? "", round: "1", tries: "0" }, vies);
  const seen = (await boss.get(page)).text;
  for (const words of ["Bestaat volgens de EU", "KOPERWERK NV", "nele@bedrijf.test"]) expect(seen).toContain(words);
  const shown = /name="seen" value="(\w+)"/.exec(seen)?.[1] ?? "";
  await nele.post(page, { intent: "send", ...company({ name: "Loodwerk" }) });
  const other = await boss.post(page, { intent: "approve", seen: shown });
  expect(other.status).toBe(409);
  for (const words of ["gewijzigd terwijl je ze bekeek", "Loodwerk"]) expect(other.text).toContain(words);
  await nele.post(page, { intent: "send", ...company() });
  expect((await boss.post(page, { intent: "approve", seen: shown })).status).toBe(303);
  const welcome = (await nele.get(page)).text;
  const words = /href="(\/organisations\/[\w-]{36})"/.exec(welcome)?.[1] ?? "";
  expect((await nele.get(words)).status).toBe(200);
  const late = [await boss.post(page, { intent: "refuse", reason: "Toch niet" }), await nele.post(page, { intent: "withdraw" })];
  expect(late.map(({ status, text }) => [status, text.includes("Dat was al gebeurd")])).toEqual([
    [409, true],
    [409, true],
  ]);
  expect((await app.client().get(page)).location).toContain("/sign-in");
});

test("where accounts are by invitation a visitor is told before filling in a form, and nobody else is", async () => {
  const admin = await makePerson(app.store, { roles: [{ role: "admin", scopeKind: "instance", scopeId: "instance" }] });
  const said = "Een account maken kan hier alleen op uitnodiging";
  const told = async (client: Client) => (await client.get("/companies/register")).text.includes(said);
  expect(await told(app.client())).toBe(false);
  await setInstance(testCtx(app.store, admin), { signUpOpen: false, contact: "", privacyContact: "" });
  expect([await told(app.client()), await told(await app.clientOf(organiser))]).toEqual([true, false]);
});
