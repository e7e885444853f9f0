import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { audit, outbox } from "#db/schema/across";
import { invites } from "#db/schema/identity";
import { makeCampus, makePerson } from "#tests/support/actors";
import type { TestCampus } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { elements, textOf } from "#tests/support/app-html";
import { days, hours } from "~/domain/kernel/time";

let app: App;
let campus: TestCampus;
let client: Client;
let page: string;

beforeAll(async () => {
  app = await startApp();
  campus = await makeCampus(app.store);
  page = `/campus/${campus.slug}/classes`;
  client = await app.clientOf(await makePerson(app.store, { roles: [{ role: "organiser", scopeId: campus.id }] }));
});

const CHOSEN = { intent: "look", name: "5 houttechnieken", role: "learner", locale: "nl" };
const look = (table: string, more: Record<string, string> = {}) => client.post(`${page}?index`, { ...CHOSEN, table, ...more });

/** The same with a file, as browsers send it. */
async function upload(bytes: Uint8Array, file = "klas.csv"): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...CHOSEN, table: "" })) form.append(name, value);
  form.append("file", new Blob([bytes as Uint8Array<ArrayBuffer>]), file);
  const sent = new Response(form);
  const type = sent.headers.get("Content-Type") ?? "";
  return client.postBody(`${page}?index`, Buffer.from(await sent.arrayBuffer()), { headers: { "Content-Type": type } });
}
const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

/** What the button under a table that was looked at would send. */
function waiting({ text }: Answer): Record<string, string> {
  const fields = elements(text, "input").map(({ attributes }) => [attributes.name ?? "", attributes.value ?? ""] as const);
  const at = fields.findIndex(([name, value]) => name === "intent" && value === "send");
  const own = ["intent", "listId", "name", "count", "people"];
  return at < 0 ? {} : Object.fromEntries(own.map((name) => fields.slice(at).find((field) => field[0] === name) ?? [name, ""]));
}

test("without JavaScript: a file of Excel, what will happen, one button, who came, a reminder, a table", async () => {
  const seen = await upload(
    latin1("Voornaam;Naam;E-mail;Rol\r\nZoë;D'Hondt;zoe@school.be;leerling\r\nJan;;jan@school;\r\n=1+1;;formule@school.be;coach\r\n"),
  );
  expect(seen.status).toBe(200);
  for (const said of ["Zoë D'Hondt", "krijgt een uitnodiging", "geen geldig adres", "Nodig 2 mensen uit"])
    expect(textOf(seen.text)).toContain(said);
  expect(await app.store.db.select().from(invites)).toEqual([]);
  const fields = waiting(seen);
  const sent = await client.post(`${page}?index`, fields);
  expect(sent.location).toBe(`${page}/${fields.listId ?? ""}`);
  // Sent twice, and looked at anew.
  expect((await client.post(`${page}?index`, fields)).location).toBe(sent.location);
  expect(await app.store.db.select().from(invites)).toHaveLength(2);
  expect((await app.store.db.select().from(outbox)).filter(({ template }) => template === "role_invite")).toHaveLength(2);
  const again = await look("zoe@school.be\nZOE@school.be");
  expect(textOf(again.text)).toContain("is al uitgenodigd");
  expect(waiting(again)).toEqual({});

  const list = sent.location ?? "";
  expect(textOf((await client.get(page)).text)).toContain("0 van 2 zijn er");
  expect(textOf((await client.get(list)).text)).toContain("2 open");
  expect((await client.get(`/campus/${campus.slug}/people`)).text).not.toContain("zoe@school.be");
  app.clock.advance(days(2));
  expect((await client.post(list, { intent: "remind" })).location).toBe(list);
  expect(textOf((await client.get(list)).text)).toContain("2 mensen krijgen een herinnering");
  const [invite] = await app.store.db.select().from(invites).where(eq(invites.email, "zoe@school.be"));
  const withdraw = () => client.post(`/campus/${campus.slug}/people`, { intent: "withdraw", bare: "1", id: invite?.id ?? "" });
  expect((await withdraw()).status).toBe(303);
  const late = await withdraw();
  expect([late.status, textOf(late.text).includes("Dat was al gebeurd")]).toEqual([409, true]);
  const csv = await client.post(`${list}.csv`, {});
  expect(csv.headers["content-type"]).toContain("text/csv");
  expect(csv.text).toContain("formule@school.be,'=1+1,coach,nl,open");
  const trail = (await app.store.db.select().from(audit)).map(({ action }) => action).filter((action) => action.startsWith("invite_list"));
  expect(trail).toEqual(["invite_list.made", "invite_list.reminded", "invite_list.exported"]);
});

test("what cannot be read is said beside its field, with what was typed still there", async () => {
  const workbook = await upload(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "klas.xlsx");
  expect([workbook.status, textOf(workbook.text).includes("Bewaar je rekenblad als CSV")]).toEqual([400, true]);
  const many = await look(Array.from({ length: 1_001 }, (_, i) => `p${i}@school.be`).join("\n"));
  expect([many.status, textOf(many.text).includes("meer dan 1.000 mensen")]).toEqual([400, true]);
  expect(many.text).toContain("p1000@school.be");
  const nameless = await look("a@school.be", { name: "" });
  expect([nameless.status, nameless.text.includes("a@school.be")]).toEqual([400, true]);
  const odd = await look("a@school.be", { role: "juror" });
  expect(textOf(odd.text)).toContain("die rol kun je hier niet geven");
});

test("what was chosen is still chosen after looking, and who sends too often keeps the button and is told why", async () => {
  const seen = await look("te-vaak@school.be", { role: "coach", locale: "fr" });
  const chosen = elements(seen.text, "option").flatMap(({ attributes: { value, selected } }) => (selected === undefined ? [] : [value]));
  expect(chosen).toEqual(["coach", "fr"]);
  const fields = waiting(seen);
  let refused = await client.post(`${page}?index`, fields);
  for (let at = 0; at < 20 && refused.status === 303; at += 1) refused = await client.post(`${page}?index`, fields);
  expect([refused.status, textOf(refused.text).includes("Te vaak geprobeerd")]).toEqual([429, true]);
  expect(waiting(refused)).toEqual(fields);
  expect(textOf(refused.text)).toContain("Nodig 1 mens uit");
  app.clock.advance(hours(2));
});

test("a thousand people are looked at and invited in two requests", async () => {
  const lines = Array.from(
    { length: 1_000 },
    (_, i) => `leerling${i}@grote-school.voorbeeld.be;Voornaam${i};Van der Familienaam${i};nl;leerling`,
  );
  const fields = waiting(await look(lines.join("\r\n")));
  const began = performance.now();
  expect((await client.post(`${page}?index`, fields)).status).toBe(303);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(await app.store.db.select().from(invites)).toHaveLength(1_003);
  const list = await client.get(`${page}/${fields.listId ?? ""}`);
  expect(elements(list.text, "input").filter(({ attributes }) => attributes.value === "withdraw")).toHaveLength(100);
  expect(list.text).toContain("from=");
});
