import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { ideas } from "#db/schema/ideas";
import { TERMS } from "#db/seed/taxonomy";
import { makeCampus, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { elements, textOf } from "#tests/support/app-html";
import { testCtx } from "#tests/support/ctx";
import { plant } from "#tests/support/ideas";
import { newTempDir } from "#tests/support/temp";
import { importTerms } from "~/domain/campus/import-terms";
import { termRowsOf } from "~/domain/campus/queries";
import { readTerms } from "../../app/cli/import-terms";

let app: App;
let admin: Client;
let learner: Client;
let ideaId: string;

beforeAll(async () => {
  app = await startApp();
  await importTerms(testCtx(app.store, { via: "cli" }), TERMS);
  const campusId = (await makeCampus(app.store, { slug: "noord" })).id;
  const role = { role: "admin", scopeKind: "instance", scopeId: "instance" } as const;
  admin = await app.clientOf(await makePerson(app.store, { name: "Bea Heer", roles: [role] }));
  const person = await makePerson(app.store, { name: "Typ Ster", homeCampusId: campusId, roles: [{ role: "learner", scopeId: campusId }] });
  learner = await app.clientOf(person);
  ideaId = await plant(app.store, person, campusId, { title: "Lampen met een klok", domainId: "energy" });
});

const hidden = (html: string, name: string): string =>
  elements(html, "input").find(({ attributes }) => attributes.name === name)?.attributes.value ?? "";

test("an admin adds, renames and retires a term with plain forms; wrong ones come back with everything typed", async () => {
  const names = { "labels.nl": "glas", "labels.fr": "verre", "labels.en": "Glass & light", "synonyms.nl": "raam\r\nspiegel\r\nraam" };
  const half = await admin.post("/admin/terms/new", { kind: "domain", ...names, "labels.fr": " " });
  expect([half.status, hidden(half.text, "labels.nl")]).toEqual([400, "glas"]);
  const unchosen = await admin.post("/admin/terms/new?kind=skill", { kind: "skill", ...names });
  expect([unchosen.status, textOf(unchosen.text).includes("Kies een van de mogelijkheden")]).toEqual([400, true]);
  expect((await admin.post("/admin/terms/new", { kind: "domain", ...names })).location).toBe("/admin/terms/glass-light");
  expect((await admin.post("/admin/terms/new", { kind: "domain", ...names })).status).toBe(409);
  const page = "/admin/terms/glass-light";
  const seen = hidden((await admin.get(page)).text, "seen");
  const change = { intent: "change", seen, ...names, "labels.nl": "glas en licht" };
  expect((await admin.post(page, change)).status).toBe(303);
  const late = await admin.post(page, { ...change, "labels.nl": "licht" });
  expect([late.status, hidden(late.text, "labels.nl")]).toEqual([409, "licht"]);
  expect((await admin.post(page, { ...change, seen: hidden(late.text, "seen") })).status).toBe(303);
  const long = await admin.post(page, { ...change, "synonyms.en": Array.from({ length: 40 }, (_, n) => `s${n}`).join("\n") });
  expect(long.status).toBe(400);
  expect((await admin.post(page, { intent: "retire" })).status).toBe(303);
  expect((await learner.get("/plant")).text).not.toContain("glas en licht");
  expect((await admin.get("/admin/terms?q=SPIEGEL&state=retired")).text).toContain("glas en licht");
  await admin.post(page, { intent: "reinstate" });
});

test("a merge shows first what it changes; old filters lead to the term that stays, and undoing brings everything back", async () => {
  const preview = await admin.get("/admin/terms/energy/merge?into=glass-light");
  expect(preview.text).toContain("1 idee");
  expect((await admin.post("/admin/terms/energy/merge", { into: "glass-light" })).location).toBe("/admin/terms/glass-light");
  const domain = async () => (await app.store.db.select().from(ideas).where(eq(ideas.id, ideaId)))[0]?.domainId;
  expect(await domain()).toBe("glass-light");
  const filtered = await learner.get("/ideas?domain=energy");
  expect([filtered.text.includes("Lampen met een klok"), filtered.text.includes('value="glass-light" selected')]).toEqual([true, true]);
  const old = await admin.post("/admin/terms/energy/merge", { into: "glass-light" });
  expect(old.location).toBe("/admin/terms/energy");
  const table = await admin.get("/admin/terms.csv");
  const mergeId = hidden((await admin.get("/admin/terms/energy")).text, "mergeId");
  const rows = await termRowsOf(app.store.db);
  const dir = newTempDir();
  try {
    writeFileSync(join(dir, "terms.csv"), table.text);
    const { list, refused } = await readTerms(join(dir, "terms.csv"));
    expect(refused).toEqual([]);
    await importTerms(testCtx(app.store, { via: "cli" }), list);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  const bare = (list: typeof rows) => list.map(({ position: _position, ...row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(bare(await termRowsOf(app.store.db))).toEqual(bare(rows));
  expect((await admin.post("/admin/terms/glass-light", { intent: "undo", mergeId })).location).toBe("/admin/terms/energy");
  expect(await domain()).toBe("energy");
});
