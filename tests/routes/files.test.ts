import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { entryDraftFiles, entryFiles } from "#db/schema/awards-files";
import { blindPage } from "~/domain/awards/blind/queries";
import { redactEntry } from "~/domain/awards/blind/redact-entry";
import { setBlind } from "~/domain/awards/blind/set-blind";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import { extendEntry } from "~/domain/awards/extend-entry";
import { newId } from "~/infra/ids";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { MULTIPART, multipart, send } from "#tests/support/app-multipart";
import type { Sent } from "#tests/support/app-multipart";
import { snapshotOf, storeOf } from "#tests/support/app-snapshot";
import { decoded, textOf } from "#tests/support/app-html";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { canary, leaksIn } from "#tests/support/canary";
import { NOW, testCtx } from "#tests/support/ctx";
import { CATALOGUES } from "~/locales";

const LIMIT_KB = 64;
let app: App;
let world: World;
let snapshot: Buffer;

beforeAll(async () => {
  app = await startApp({ settings: { UPLOAD_LIMIT_KB: String(LIMIT_KB) } });
  world = await buildWorld(app);
  snapshot = snapshotOf(app.store);
}, 120_000);

beforeEach(async () => {
  app.moveTo(await storeOf(snapshot));
});

const typed = (intent: string, more: Record<string, string> = {}): Sent[] => {
  const fields = { revision: "2", lang: "nl", title: "Warmtemeter", pitch: "Kort", problem: "Getypt probleem", done: "D", next: "N" };
  return Object.entries({ ...fields, intent, ...more }).map(([name, value]) => ({ name, value }));
};
const chosen = (value: string | Buffer, file = "plan.pdf"): Sent => ({ name: "file.q1", file, value });
const PDF = "%PDF-1.4\nEen plan\n%%EOF";
const here = (): string => `/awards/${world.awards.open.slug}/entry/${world.awards.open.entry}`;
const owner = (): Promise<Client> => app.clientOf(world.people.owner);
/** Keys in the storage, and files of the entry of the open edition. */
const stored = async (): Promise<number> => {
  let count = 0;
  for await (const key of app.files.before(new Date(8.64e15))) count += key.length > 0 ? 1 : 0;
  return count;
};
/** The copy of the store gives ids of its own, and none twice. */
const acting = (role: Role) => ({ ...testCtx(app.store, world.people[role]), newId });
const filesNow = async () => app.store.db.select({ name: entryFiles.name, type: entryFiles.type, size: entryFiles.size }).from(entryFiles);

describe("sending a file", () => {
  test("keeps it with everything typed beside it; a name betrays nothing and the type is what it holds", async () => {
    const client = await owner();
    const png = await sharp({ create: { width: 20, height: 20, channels: 3, background: "green" } })
      .png()
      .toBuffer();
    const answer = await send(client, here(), [...typed("save"), chosen(png, "../geheim/plan.exe")]);
    expect([answer.status, answer.location]).toEqual([303, here()]);
    const page = decoded((await client.get(here())).text);
    expect(page).toContain("plan.png");
    expect(page).toContain("Getypt probleem");
    expect((await filesNow()).find(({ name }) => name === "plan.png")?.type).toBe("image/png");
    const [draft] = await app.store.db.select().from(entryDraftFiles);
    expect(page).toContain(`/awards/${world.awards.open.slug}/file/${draft?.fileId ?? ""}`);
  });

  const cases: readonly (readonly [string, number, string, readonly Sent[]])[] = [
    ["of another type", 415, "geen pdf, png, jpg of webp", [chosen("<svg onload='alert(1)'/>", "plan.pdf")]],
    ["that is too large", 413, "te groot", [chosen(`%PDF-1.4 ${"x".repeat((LIMIT_KB + 40) * 1024)}`)]],
    ["that is empty", 422, "is leeg", [chosen("")]],
    ["beside another for one question", 422, "Kies één bestand", [chosen(PDF), chosen(PDF)]],
  ];
  test.each(cases)("%s is refused beside its field, and what was typed is kept", async (_, status, said, files) => {
    const client = await owner();
    const before = [await stored(), (await filesNow()).length];
    // The file comes before the texts: what follows one that is cut off still arrives.
    const answer = await send(client, here(), [...files, ...typed("save", { title: "Nieuwe titel" })]);
    expect(answer.status).toBe(status);
    const page = textOf(answer.text);
    expect(page).toContain(said);
    expect(decoded(answer.text)).toContain('value="Nieuwe titel"');
    expect(decoded(answer.text)).toContain("Getypt probleem");
    expect(decoded((await client.get(here())).text)).toContain("Nieuwe titel");
    const kept = files.length - 1;
    expect([await stored(), (await filesNow()).length]).toEqual([(before[0] ?? 0) + kept, before[1]]);
  });

  test("where a file cannot be kept, that stands beside it, and the words find their place", async () => {
    const client = await owner();
    vi.spyOn(app.files, "put").mockRejectedValue(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
    const body = multipart([chosen(PDF), ...typed("save", { title: "Nieuwe titel" })]);
    const answer = await client.postBody(here(), body, { headers: MULTIPART, inTrouble: true });
    expect(answer.status).toBe(507);
    expect(textOf(answer.text)).toContain(CATALOGUES.nl["files.problem.not_kept"]);
    expect(decoded((await client.get(here())).text)).toContain("Nieuwe titel");
  });

  test("more than a form may weigh is refused as a whole, announced or not", async () => {
    const client = await owner();
    const large = [...typed("save"), chosen("x".repeat(LIMIT_KB * 1024 * 13))];
    expect((await send(client, here(), large)).status).toBe(413);
    const long = [...typed("save", { next: "x".repeat(300 * 1024) })];
    const refused = await send(client, here(), long);
    expect(refused.status).toBe(413);
    expect(refused.text).toContain(`href="${here()}"`);
    expect((await send(client, here(), [{ name: "a[9999999]", value: "1" }])).status).toBe(400);
    const broken = await client.postBody(here(), "--x\r\nniets", { headers: MULTIPART });
    expect(broken.status).toBe(400);
  });

  test("nothing stays behind of a file that nobody may send", async () => {
    const before = await stored();
    const answers: [string, number][] = [];
    for (const role of ["visitor", "stranger", "elsewhere", "organiser", "suspended"] as const) {
      const client = await app.clientOf(world.people[role]);
      answers.push([role, (await send(client, here(), [...typed("save"), chosen(PDF)])).status]);
    }
    expect(answers).toEqual([
      ["visitor", 403],
      ["stranger", 404],
      ["elsewhere", 404],
      ["organiser", 404],
      ["suspended", 403],
    ]);
    const closed = `/awards/${world.awards.judging.slug}/entry/${world.awards.judging.entry}`;
    expect((await send(await owner(), closed, [...typed("save"), chosen(PDF)])).status).toBe(409);
    const foreign = await (
      await owner()
    ).postBody(here(), multipart([...typed("save"), chosen(PDF)]), {
      origin: "https://evil.example",
      headers: MULTIPART,
    });
    expect([foreign.status, await stored()]).toEqual([403, before]);
  });

  test("it stays when a text beside it is refused, and it is gone when it is taken out", async () => {
    const client = await owner();
    const long = await send(client, here(), [...typed("save", { title: "t".repeat(300) }), chosen(PDF, "nieuw.pdf")]);
    expect(long.status).toBe(400);
    expect((await filesNow()).some(({ name }) => name === "nieuw.pdf")).toBe(true);
    const refused = typed("remove_file:q1", { revision: "-7" });
    const kept = await client.post(here(), Object.fromEntries(refused.map(({ name, value }) => [name, String(value)])));
    expect(kept.status).toBe(400);
    expect((await filesNow()).some(({ name }) => name === "nieuw.pdf")).toBe(true);
    const gone = await client.post(here(), Object.fromEntries(typed("remove_file:q1").map(({ name, value }) => [name, String(value)])));
    expect(gone.status).toBe(303);
    expect((await filesNow()).some(({ name }) => name === "nieuw.pdf")).toBe(false);
    expect(await app.store.db.select().from(entryDraftFiles)).toHaveLength(3);
  });

  test("the same by a request of the page itself", async () => {
    const answer = await send(await owner(), `${here()}.data`, [...typed("save"), chosen("nee")]);
    expect([answer.status, answer.text.includes("files.problem.wrong_type")]).toEqual([415, true]);
  });
});

test("a file comes as an attachment that runs nothing and is kept nowhere", async () => {
  const { slug, file } = world.awards.judging;
  const answer = await (await owner()).get(`/awards/${slug}/file/${file}`);
  expect(answer.status).toBe(200);
  expect(answer.text).toBe("%PDF-1.4 judging %%EOF");
  const { headers } = answer;
  expect({
    type: headers["content-type"],
    as: headers["content-disposition"],
    csp: headers["content-security-policy"],
    sniff: headers["x-content-type-options"],
    cache: headers["cache-control"],
  }).toEqual({
    type: "application/pdf",
    as: `attachment; filename="tekening-judging.pdf"; filename*=UTF-8''tekening-judging.pdf`,
    csp: "sandbox; default-src 'none'",
    sniff: "nosniff",
    cache: "no-store",
  });
  const juror = await (await app.clientOf(world.people.elsewhere)).get(`/awards/${slug}/file/${file}`);
  expect(juror.headers["content-disposition"]).not.toContain("tekening");
});

test("what people get of their own data holds their files", async () => {
  const answer = await (await owner()).get("/account/export");
  const packed = (text: string) => new Set(text.match(/files\/\d{3}-/g)).size;
  expect(answer.headers["content-type"]).toBe("application/zip");
  expect([packed(answer.text), answer.text.includes("%PDF-1.4 judging %%EOF")]).toEqual([4, true]);
  const other = await (await app.clientOf(world.people.stranger)).get("/account/export");
  expect(packed(other.text)).toBe(0);
});

describe("a blind round", () => {
  const SECRET = { title: canary("titel"), pitch: canary("kort"), problem: canary("probleem"), file: canary("bestand") };

  /** The entry of the edition that is judged says who its makers are; an organiser took that out for the jury. */
  async function blinded(): Promise<void> {
    const { slug: editionSlug, entry: entryId } = world.awards.judging;
    const organiser = acting("organiser");
    const team = acting("owner");
    await extendEntry(organiser, { editionSlug, entryId, until: new Date(NOW.getTime() + 3_600_000) });
    const client = await owner();
    const page = `/awards/${editionSlug}/entry/${entryId}`;
    const drawing = chosen(`%PDF-1.4 ${SECRET.file} %%EOF`, `${SECRET.file}.pdf`);
    expect((await send(client, page, [...typed("save", { revision: "2" }), drawing])).status).toBe(303);
    const content = { title: SECRET.title, pitch: SECRET.pitch, problem: SECRET.problem };
    const { revision } = await saveDossier(team, { entryId, revision: 3, content });
    await submitEntry(team, { entryId, revision });
    await setBlind(organiser, { editionSlug, roundNo: 1, blind: true });
    const { entries } = await blindPage({ db: app.store.db, actor: world.people.organiser }, editionSlug, NOW);
    expect(entries.map(({ checkedAt }) => checkedAt)).toEqual([null]);
    const texts = { title: "Inzending zonder naam", pitch: "Kort", problem: "Iets" };
    await redactEntry(organiser, {
      editionSlug,
      entryId,
      versionNo: 2,
      revision: 0,
      texts,
      links: [],
      files: {},
      uploads: new Map(),
    });
  }

  /** Who reads what the team wrote: the team, and who runs the edition. */
  const READS: readonly Role[] = ["owner", "member", "organiser", "admin"];

  test("nothing the copy leaves out reaches anybody but the team and organisers: page, data, download or table", async () => {
    await blinded();
    const { slug, entry, assignment } = world.awards.judging;
    const files = await app.store.db.select({ id: entryFiles.id, entryId: entryFiles.entryId }).from(entryFiles);
    const below = [
      "",
      "/jury",
      `/jury/${assignment}`,
      "/deliberation",
      "/winners",
      "/panel",
      "/manage",
      "/result",
      "/blind",
      `/blind/${entry}`,
    ];
    const paths = [
      ...below.flatMap((path) => [`/awards/${slug}${path}`, `/awards/${slug}${path}.data`]),
      ...files
        .filter(({ entryId }) => entryId === entry)
        .flatMap(({ id }) => [`/awards/${slug}/file/${id}`, `/awards/${slug}/file/${id}.data`]),
      ...["/result.csv", "/result.csv?form=long", `/entry/${entry}`, `/entry/${entry}.data`, `/entry/${entry}/version/2`].map(
        (path) => `/awards/${slug}${path}`,
      ),
      "/awards",
      "/notices",
      "/notices.data",
      "/account/export",
    ];
    const met: string[] = [];
    for (const role of ROLES) {
      const client = await app.clientOf(world.people[role]);
      let text = "";
      for (const path of paths) {
        const answer = await client.get(path);
        text += answer.text + JSON.stringify(answer.headers);
      }
      if (leaksIn(text, Object.values(SECRET)).length > 0) met.push(role);
      if (role === "elsewhere") expect(text).toContain("Inzending zonder naam");
    }
    expect(met).toEqual(READS.filter((role) => ROLES.includes(role)));
  });

  test("an organiser puts another file in the place of one, by a plain form", async () => {
    const { slug, entry, assignment, file } = world.awards.judging;
    await setBlind(acting("organiser"), { editionSlug: slug, roundNo: 1, blind: true });
    const juror = await app.clientOf(world.people.elsewhere);
    expect((await juror.get(`/awards/${slug}/file/${file}`)).status).toBe(404);
    expect((await juror.get(`/awards/${slug}/jury/${assignment}`)).text).not.toContain("/file/");
    const organiser = await app.clientOf(world.people.organiser);
    const fields = { intent: "keep", version: "1", revision: "0", "text.title": "T", "verdict.q1": "withhold" };
    const parts = [...Object.entries(fields).map(([name, value]) => ({ name, value })), chosen(PDF, "zonder.pdf")];
    expect((await send(organiser, `/awards/${slug}/blind/${entry}`, [...parts.slice(0, -1), chosen("nee")])).status).toBe(415);
    expect((await send(organiser, `/awards/${slug}/blind/${entry}`, parts)).status).toBe(303);
    const sheet = decoded((await juror.get(`/awards/${slug}/jury/${assignment}`)).text);
    const [, other = ""] = /\/file\/([\w-]{36})/.exec(sheet) ?? [];
    const got = await juror.get(`/awards/${slug}/file/${other}`);
    expect([got.text, other === file, sheet.includes("zonder.pdf")]).toEqual([PDF, false, false]);
    expect((await send(organiser, `/awards/${slug}/blind/${entry}`, parts)).status).toBe(409);
  });
});
