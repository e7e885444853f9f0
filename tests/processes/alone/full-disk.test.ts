import { copyFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkDatabase } from "#db/check";
import { backups } from "#db/schema/operations";
import { ideas } from "#db/schema/ideas";
import { openStore } from "#db/store";
import type { StoreOptions } from "#db/store";
import { SQLITE_FILE } from "#db/store-sqlite";
import { Client } from "#tests/support/app-client";
import { textOf } from "#tests/support/app-html";
import type { Store } from "~/domain/kernel/store";
import { translator } from "~/locales";
import { fillIn, formWith } from "../crowd";
import { startServer } from "../start-server";
import type { OwnProcess } from "../start-server";
import { smallWorld } from "./member";
import type { Small } from "./member";
import { multipart, MULTIPART } from "#tests/support/app-multipart";
import { smallDisk, whyNoDisks } from "./small-disk";
import type { SmallDisk } from "./small-disk";

const missing = whyNoDisks();
if (missing !== null) console.warn(`the tests on a full disk are skipped: no tmpfs can be mounted here (${missing})`);
const t = translator("nl");
/** Longer than what is left in pages that are written anyhow. */
const STORY = `Een verhaal\n${"over warmte ".repeat(600)}einde`;

describe.skipIf(missing !== null)("a server on a full disk", () => {
  let world: Small;
  let disk: SmallDisk;
  let backupDisk: SmallDisk;
  let place: StoreOptions;
  let server: OwnProcess;

  beforeAll(async () => {
    world = await smallWorld();
    disk = smallDisk(16 * 1024);
    // Smaller than any database.
    backupDisk = smallDisk(256);
    place = { dataDir: disk.path };
    copyFileSync(join(world.place.dataDir, SQLITE_FILE), join(disk.path, SQLITE_FILE));
    server = await startServer(place, { BACKUP_DIR: backupDisk.path, BACKUP_HOUR: "0", JOB_INTERVAL_MS: "200" });
  });

  const inStore = async <T>(look: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(place);
    return look(store).finally(() => store.close());
  };
  const filesKept = (): string[] => namesIn(join(disk.path, "files"));

  test("makes no half backup, and tells on the page of the health why there is none", async () => {
    const [made] = await eventually(
      () => inStore((store) => store.db.select().from(backups)),
      (rows) => rows.some(({ error }) => error !== null),
    );
    expect(made?.error).toMatch(/full|no space/i);
    expect(namesIn(backupDisk.path)).toEqual([]);
    const page = await (await world.client(server, "admin")).get("/admin/health");
    expect(textOf(page.text)).toContain(made?.error);
  });

  test("is read as before, says that nothing can be kept, gives every word back, and works again once there is room", async () => {
    const client = await world.client(server);
    const page = `/ideas/${world.ideaId}`;
    const member = { client, no: 0, locale: "nl", person: world.member, email: world.email, ideaId: world.ideaId } as const;
    const editor = await fillIn(member, `${page}/edit`, { title: "Koudemeter", description: STORY });
    disk.fill();

    for (const path of [page, "/ideas", "/greenhouse", "/matches", "/account", `${page}/edit`])
      expect((await client.get(path)).status, path).toBe(200);
    expect((await new Client(server).get("/readyz")).status).toBe(200);

    const refused = await client.post(editor.path, { ...editor.fields, intent: "save" }, { inTrouble: true });
    expect([refused.status, refused.headers["retry-after"]]).toEqual([507, "10"]);
    expect(textOf(refused.text)).toContain(t("error.cannot_store"));
    const again = formWith(refused.text, editor.path, ["title", "description"]);
    const kept = Object.fromEntries((again?.fields ?? []).map(({ name, value }) => [name, value]));
    expect([kept.title, kept.description]).toEqual(["Koudemeter", STORY]);

    const upload = await client.postBody(world.entry, entryForm(), { headers: MULTIPART, inTrouble: true });
    expect(upload.status).toBe(507);
    expect(textOf(upload.text)).toContain(t("error.cannot_store"));
    expect(upload.text).toContain("Getypt probleem");
    expect(filesKept()).toEqual([]);

    disk.free();
    expect(await inStore((store) => store.db.select({ title: ideas.title }).from(ideas))).toEqual([{ title: "Warmtemeter" }]);
    const saved = await client.post(editor.path, { ...editor.fields, intent: "save" });
    expect([saved.status, saved.location]).toEqual([303, page]);
    expect((await client.get(page)).text).toContain("Koudemeter");
    expect((await client.postBody(world.entry, entryForm(), { headers: MULTIPART })).status).toBe(303);
    expect(filesKept()).toHaveLength(1);
    expect(await checkDatabase(place)).toEqual([]);
  });
});

/** The form of an entry with a file, larger than what SQLite and the folders may still have room for. */
function entryForm(): Buffer {
  const typed = {
    revision: "1",
    lang: "nl",
    title: "Warmtemeter",
    pitch: "Kort",
    problem: "Getypt probleem",
    done: "D",
    next: "N",
    intent: "save",
  };
  const parts = Object.entries(typed).map(([name, value]) => ({ name, value }));
  return multipart([...parts, { name: "file.q1", file: "plan.pdf", value: `%PDF-1.4\n${"Een plan\n".repeat(20_000)}%%EOF` }]);
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(dir, name)).isFile());
  } catch {
    return [];
  }
}

async function eventually<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ;) {
    const seen = await look();
    if (isThere(seen) || Date.now() > end) return seen;
    await new Promise((done) => setTimeout(done, 50));
  }
}
