import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { certificates } from "#db/schema/awards-publish";
import { consents, people as peopleTable, profiles } from "#db/schema/identity";
import { photos } from "#db/schema/photos";
import { reports } from "#db/schema/across";
import { consentText } from "~/domain/identity/privacy/consents";
import { newId } from "~/infra/ids";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { decoded, textOf } from "#tests/support/app-html";
import { multipart, MULTIPART, send } from "#tests/support/app-multipart";
import type { Sent } from "#tests/support/app-multipart";
import { snapshotOf, storeOf } from "#tests/support/app-snapshot";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { NOW } from "#tests/support/ctx";

const PAGE = "/account/photo";
const LIMIT_KB = 64;
let app: App;
let world: World;
let snapshot: Buffer;
let jpeg: Buffer;

beforeAll(async () => {
  app = await startApp({ settings: { UPLOAD_LIMIT_KB: String(LIMIT_KB) } });
  world = await buildWorld(app);
  snapshot = snapshotOf(app.store);
  jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#b9472f" } })
    .jpeg()
    .withExif({ IFD0: { Artist: "Lena Verraad" }, IFD3: { GPSLatitude: "50/1 58/1 0/1" } })
    .toBuffer();
}, 120_000);

beforeEach(async () => {
  app.moveTo(await storeOf(snapshot));
});

const as = (role: Role): Promise<Client> => app.clientOf(world.people[role]);
const { version } = consentText("photo");
const form = (intent: string, more: Record<string, string> = {}): Sent[] =>
  Object.entries({ intent, version, ...more }).map(([name, value]) => ({ name, value }));
const chosen = (value: string | Buffer, file = "ik.jpg"): Sent => ({ name: "photo", file, value });
const stored = async (): Promise<number> => {
  let count = 0;
  for await (const key of app.files.before(new Date(8.64e15))) count += key.length > 0 ? 1 : 0;
  return count;
};
const photoOf = async (role: Role) => {
  const [row] = await app.store.db
    .select()
    .from(photos)
    .where(eq(photos.personId, world.people[role].personId ?? ""));
  return row;
};
const status = async (client: Client, path: string) => (await client.get(path)).status;

describe("a photo of one's own", () => {
  test("is made anew, shown beside the name to who is near, kept for one person and asked about every time", async () => {
    const owner = await as("owner");
    const before = await stored();
    const answer = await send(owner, PAGE, [...form("save", { consent: "on" }), chosen(jpeg)]);
    expect([answer.status, answer.location, (await stored()) - before]).toEqual([303, PAGE, 2]);
    const { id = "" } = (await photoOf("owner")) ?? {};
    const address = `/photo/${id}/small`;
    const member = await as("member");
    for (const page of [`/ideas/${world.ideas.campus.id}`, `/ideas/${world.ideas.campus.id}/team`]) {
      expect((await member.get(page)).text).toContain(`src="${address}"`);
    }
    expect((await owner.get("/account")).text).toContain(address);
    const got = await member.get(address);
    const { headers } = got;
    expect([got.status, headers["content-type"], headers["cache-control"], headers.etag]).toEqual([
      200,
      "image/webp",
      "private, no-cache",
      `"${id}-small"`,
    ]);
    expect([headers["content-security-policy"], headers["x-content-type-options"], headers["cross-origin-resource-policy"]]).toEqual([
      "sandbox; default-src 'none'",
      "nosniff",
      "same-origin",
    ]);
    const known = { headers: { "If-None-Match": `"${id}-small"` } };
    expect((await member.get(address, known)).status).toBe(304);
    const row = await photoOf("owner");
    for (const [key, side] of [
      [row?.smallKey, 96],
      [row?.largeKey, 384],
    ] as const) {
      const bytes = Buffer.from((await app.files.get(key ?? "")) ?? []);
      const { width, height, format } = await sharp(bytes).metadata();
      expect([format, width, height, bytes.includes("Verraad"), bytes.includes("EXIF")]).toEqual(["webp", side, side, false, false]);
    }
    // Taking the yes back where all consents stand leads to where the photo can go as well.
    const back = await owner.post("/account/consents", { intent: "withdraw", purpose: "photo", version });
    expect([back.status, back.location]).toEqual([303, PAGE]);
    const page = textOf((await owner.get(PAGE)).text);
    expect([page.includes("Alleen jij ziet je foto."), page.includes("Haal mijn foto weg")]).toEqual([true, true]);
    expect([await status(member, address), (await member.get(address, known)).status, await status(owner, address)]).toEqual([
      404, 404, 200,
    ]);
    expect((await member.get(`/ideas/${world.ideas.campus.id}/team`)).text).not.toContain(address);
    expect((await owner.post(PAGE, { intent: "remove" })).status).toBe(303);
    expect([await status(owner, address), await photoOf("owner")]).toEqual([404, undefined]);
  });

  const wrong: readonly (readonly [string, number, string, readonly Sent[]])[] = [
    ["a document", 415, "geen jpg, png of webp", [chosen("%PDF-1.4\n%%EOF", "ik.jpg")]],
    [
      "a phone's own kind",
      415,
      "HEIC",
      [chosen(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0heicmif1".padEnd(60, "\0"), "latin1"), "IMG_1.HEIC")],
    ],
    ["markup", 415, "geen jpg, png of webp", [chosen("<svg onload='alert(1)'/>", "ik.png")]],
    ["one that is too large", 413, "te groot", [chosen(Buffer.alloc((LIMIT_KB + 2) * 1024, 1))]],
    ["an empty one", 422, "is leeg", [chosen("")]],
    ["nothing", 400, "Kies eerst een foto.", []],
  ];
  test.each(wrong)("%s is refused beside its field, and nothing stays behind", async (_, expected, said, files) => {
    const owner = await as("owner");
    const before = await stored();
    const answer = await send(owner, PAGE, [...files, ...form("save", { consent: "on" })]);
    expect([answer.status, textOf(answer.text).includes(said)]).toEqual([expected, true]);
    // What was ticked still is.
    expect(decoded(answer.text)).toMatch(/name="consent"[^>]*checked/);
    expect([await stored(), await photoOf("owner")]).toEqual([before, undefined]);
  });

  test("is not taken from a visitor, another site or somebody of 13 to 15", async () => {
    const before = await stored();
    const parts = [...form("save"), chosen(jpeg)];
    expect((await send(app.client(), PAGE, parts)).status).toBe(403);
    const owner = await as("owner");
    const foreign = await owner.postBody(PAGE, multipart(parts), { origin: "https://evil.example", headers: MULTIPART });
    expect(foreign.status).toBe(403);
    const young = { ageBand: "13-15" };
    await app.store.tx(async (tx) => {
      await tx
        .update(peopleTable)
        .set(young)
        .where(eq(peopleTable.id, world.people.owner.personId ?? ""));
    });
    expect((await send(owner, PAGE, parts)).status).toBe(403);
    expect(textOf((await owner.get(PAGE)).text)).toContain("Een foto kan vanaf 16 jaar.");
    expect(await stored()).toBe(before);
  });

  test("cannot be sent without end", async () => {
    const owner = await as("owner");
    const tiny = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) statuses.push((await send(owner, PAGE, [...form("save"), chosen(tiny)])).status);
    expect([statuses.slice(0, 20).every((one) => one === 303), statuses[20]]).toEqual([true, 429]);
  });

  test("goes along in what people get of their data", async () => {
    const answer = await (await as("member")).get("/account/export");
    expect(answer.text).toContain("001-foto.webp");
    expect(answer.text).toContain("WEBP");
  });
});

test("an organiser looks at a reported photo and hides it; its person reads why, and hides it themselves", async () => {
  const member = await as("member");
  const stranger = await as("stranger");
  const path = `/report/photo/${world.photo}`;
  expect(textOf((await stranger.get(path)).text)).toContain("Naam member");
  expect((await stranger.post(path, { reason: "not_theirs", words: "" })).status).toBe(303);
  const organiser = await as("organiser");
  const queue = "/campus/noord/reports";
  expect((await organiser.get(queue)).text).toContain(`/photo/${world.photo}/large`);
  const [report] = await app.store.db.select().from(reports).where(eq(reports.subjectKind, "photo"));
  expect((await organiser.post(queue, { intent: "hide", id: report?.id ?? "", reason: "Dit is een acteur." })).status).toBe(303);
  expect(await status(stranger, `/photo/${world.photo}/small`)).toBe(404);
  expect(textOf((await member.get(PAGE)).text)).toContain("Dit is een acteur.");
  expect((await organiser.post(queue, { intent: "unhide_photo", id: world.photo })).status).toBe(303);
  expect(await status(stranger, `/photo/${world.photo}/small`)).toBe(200);
  expect((await member.post(PAGE, { intent: "hide" })).status).toBe(303);
  expect(await status(stranger, `/photo/${world.photo}/small`)).toBe(404);
  const said = textOf((await member.get("/account/consents")).text);
  expect(said.split(consentText("photo").texts.nl).length - 1).toBeGreaterThanOrEqual(3);
});

/** Pages on which people stand, and what one gets of them. */
function pages(): string[] {
  const { slug, certificate } = world.awards.published;
  const ideas = [world.ideas.campus, world.ideas.public].flatMap(({ id }) => [
    `/ideas/${id}`,
    `/ideas/${id}/team`,
    `/ideas/${id}/versions`,
  ]);
  const html = ["/", "/ideas", "/awards", ...ideas, "/coaching", "/campus/noord/people", "/rooms", `/awards/${slug}`];
  const won = ["", ".csv", ".json", ".png"].map((kind) => `/awards/${slug}/winners${kind}`);
  return [
    ...html,
    ...html.map((path) => (path === "/" ? "/_root.data" : `${path}.data`)),
    ...won,
    "/awards/winners.atom",
    `/certificate/${certificate}`,
  ];
}

async function readBy(role: Role): Promise<string> {
  const client = await as(role);
  let text = "";
  for (const path of pages()) {
    const answer = await client.get(path);
    text += answer.text + JSON.stringify(answer.headers);
  }
  return text;
}
/** Sets what the interface would not let somebody of this age set. */
async function become(role: Role, ageBand: string): Promise<void> {
  const personId = world.people[role].personId ?? "";
  await app.store.tx(async (tx) => {
    await tx.update(peopleTable).set({ ageBand }).where(eq(peopleTable.id, personId));
    await tx.update(profiles).set({ visibility: "public" }).where(eq(profiles.personId, personId));
    const yes = { personId, given: true, at: NOW };
    for (const purpose of ["public_name", "photo"] as const) {
      await tx.insert(consents).values({ ...yes, id: newId(), purpose, textVersion: consentText(purpose).version });
    }
    await tx.update(certificates).set({ showsName: true }).where(eq(certificates.personId, personId));
  });
}

const FAR: readonly Role[] = ["visitor", "elsewhere", "otherOrganiser", "company"];

test("the address of a photo is told to who may see it and to nobody else", async () => {
  const near: Role[] = [];
  for (const role of ROLES) if ((await readBy(role)).includes(world.photo)) near.push(role);
  expect(near).toEqual(["owner", "member", "stranger", "coach", "organiser", "admin"]);
}, 60_000);

test("with both yeses and an open profile everybody sees an adult's name and photo; of somebody under 18 only who is near", async () => {
  const address = `/photo/${world.photo}/small`;
  await become("member", "18-25");
  const told = async () => {
    const seen: [Role, boolean, boolean, number][] = [];
    for (const role of FAR) {
      const text = await readBy(role);
      seen.push([role, text.includes("Naam member"), text.includes(world.photo), await status(await as(role), address)]);
    }
    return seen;
  };
  expect(await told()).toEqual(FAR.map((role) => [role, true, true, 200]));
  app.moveTo(await storeOf(snapshot));
  await become("member", "16-17");
  expect(await told()).toEqual(FAR.map((role) => [role, false, false, 404]));
  expect(await status(await as("coach"), address)).toBe(200);
  app.moveTo(await storeOf(snapshot));
  await become("member", "13-15");
  expect(await told()).toEqual(FAR.map((role) => [role, false, false, 404]));
  expect(await status(await as("coach"), address)).toBe(404);
}, 60_000);
