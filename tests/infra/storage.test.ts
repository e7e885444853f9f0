import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { http, HttpResponse } from "msw";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeIo } from "#tests/cli/fake-io";
import { server } from "#tests/support/network";
import { freePort } from "#tests/support/postgres";
import { main } from "../../app/cli/index";
import { parseEnv } from "~/infra/env";
import { keysIn } from "~/infra/copy-files";
import { folderStorage } from "~/infra/file-storage";
import type { KeyedStorage } from "~/infra/file-storage";
import { bucketOf } from "~/infra/open-storage";
import { s3Storage } from "~/infra/s3-storage";

/** A real server that speaks like S3, on this machine; its keys are fixed. */
const KEYS = { S3_ACCESS_KEY: "S3RVER", S3_SECRET_KEY: "S3RVER" };
const EVER = new Date(8.64e15);
let dir: string;
let service: S3rver;
let endpoint: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "broeikas-s3-"));
  const port = await freePort();
  endpoint = `http://127.0.0.1:${port}`;
  const directory = join(dir, "buckets");
  service = new S3rver({ address: "127.0.0.1", port, silent: true, directory, configureBuckets: [{ name: "files" }, { name: "moved" }] });
  await service.run();
});
afterAll(async () => {
  await service.close();
  rmSync(dir, { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}) => ({ S3_BUCKET: "files", S3_ENDPOINT: endpoint, ...KEYS, ...more });
const storages: Record<string, () => Promise<KeyedStorage>> = {
  "a folder": () => Promise.resolve(folderStorage(join(dir, "folder"))),
  "a bucket": async () => (await bucketOf(parseEnv(settings())))!,
};

test("nothing stays of a file that could not be put away whole", async () => {
  const folder = join(dir, "broken");
  const key = "ab".repeat(16);
  // Something that cannot be written over stands in its place.
  mkdirSync(join(folder, "ab", key, "in the way"), { recursive: true });
  await expect(folderStorage(folder).putAs(key, Buffer.from("één"))).rejects.toThrow();
  expect(readdirSync(join(folder, "ab"))).toEqual([key]);
});

describe.each(Object.entries(storages))("files in %s", (_name, open) => {
  const text = async (storage: KeyedStorage, key: string) => {
    const bytes = await storage.get(key);
    return bytes && Buffer.from(bytes).toString();
  };

  test("lie whole under random names until they are removed, which may be done twice", async () => {
    const storage = await open();
    const [one, two] = [await storage.put(Buffer.from("één")), await storage.put(Buffer.from("één"))];
    expect(one).toMatch(/^[a-f\d]{32}$/);
    expect(one).not.toBe(two);
    expect(await text(storage, one)).toBe("één");
    expect(await keysIn(storage)).toEqual(new Set([one, two]));
    await storage.remove(one);
    await storage.remove(one);
    expect([await storage.get(one), await text(storage, two)]).toEqual([null, "één"]);
    await storage.remove(two);
  });

  test("come back byte by byte, large and empty ones too", async () => {
    const storage = await open();
    const large = Buffer.alloc(3_000_000, 0).map((_, at) => (at * 31) % 256);
    const [key, empty] = [await storage.put(large), await storage.put(new Uint8Array())];
    expect(Buffer.from((await storage.get(key)) ?? []).equals(large)).toBe(true);
    expect((await storage.get(empty))?.length).toBe(0);
    for (const one of [key, empty]) await storage.remove(one);
  });

  test("may be given their key, more than once", async () => {
    const storage = await open();
    const key = "b".repeat(32);
    await Promise.all([1, 2, 3].map(() => storage.putAs(key, Buffer.from("vast"))));
    expect([await text(storage, key), [...(await keysIn(storage))]]).toEqual(["vast", [key]]);
    await storage.remove(key);
  });

  test("are told by the moment they were put", async () => {
    const storage = await open();
    const keys = await Promise.all(Array.from({ length: 12 }, (_, at) => storage.put(Buffer.from(String(at)))));
    const before = async (at: Date) => {
      const found: string[] = [];
      for await (const key of storage.before(at)) found.push(key);
      return found.sort();
    };
    expect(await before(new Date(Date.now() - 60_000))).toEqual([]);
    expect(await before(new Date(Date.now() + 60_000))).toEqual([...keys].sort());
    for (const key of keys) await storage.remove(key);
    expect(await before(EVER)).toEqual([]);
  });

  test("are never asked for by another name", async () => {
    const storage = await open();
    for (const name of ["../../etc/passwd", "", "A".repeat(32), `${"a".repeat(32)}/..`]) {
      await expect(storage.get(name)).rejects.toThrow(RangeError);
      await expect(storage.remove(name)).rejects.toThrow(RangeError);
      await expect(storage.putAs(name, new Uint8Array())).rejects.toThrow(RangeError);
    }
  });
});

test("the start says in words why a bucket cannot be used, and never its keys", async () => {
  const problem = (more: Record<string, string>) =>
    bucketOf(parseEnv(settings(more))).then(
      () => "none",
      (error: Error) => error.message,
    );
  expect(await problem({ S3_BUCKET: "other" })).toBe(`The bucket "other" at ${endpoint} cannot be used: there is no such bucket.`);
  expect(await problem({ S3_ACCESS_KEY: "other" })).toBe(
    `The bucket "files" at ${endpoint} cannot be used: S3_ACCESS_KEY is not known there.`,
  );
  // What the server of these tests does not look at, a real one does.
  const refused = '<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>';
  server.use(
    http.get("https://s3.test/files", () => new HttpResponse(refused, { status: 403, headers: { "Content-Type": "application/xml" } })),
  );
  expect(await problem({ S3_ENDPOINT: "https://s3.test" })).toBe(
    'The bucket "files" at https://s3.test cannot be used: S3_SECRET_KEY is not the right one.',
  );
  const closed = `http://127.0.0.1:${await freePort()}`;
  expect(await problem({ S3_ENDPOINT: closed })).toBe(`The bucket "files" at ${closed} cannot be used: nothing listens there.`);
  await expect(
    s3Storage({ bucket: "files", endpoint: closed, region: "us-east-1", pathStyle: true, accessKey: "a", secretKey: "hush" }),
  ).rejects.not.toThrow(/hush/);
});

test("a bucket with more files than fit one answer is gone through to its end", async () => {
  const keys = ["a", "b", "c"].map((letter) => letter.repeat(32));
  const page = (
    key: string,
    next: string | undefined,
  ) => `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>
    ${next === undefined ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`}
    <Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>1</Size></Contents>
    <Contents><Key>somebody/else.txt</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>1</Size></Contents></ListBucketResult>`;
  server.use(
    http.get("https://s3.test/files", ({ request }) => {
      const at = Number(new URL(request.url).searchParams.get("continuation-token") ?? 0);
      return new HttpResponse(page(keys[at] ?? "", at + 1 < keys.length ? String(at + 1) : undefined), {
        headers: { "Content-Type": "application/xml" },
      });
    }),
  );
  const storage = await bucketOf(parseEnv(settings({ S3_ENDPOINT: "https://s3.test" })));
  expect([...(await keysIn(storage!))]).toEqual(keys);
});

test("files move to the bucket and back, each once, and stay where they were", async () => {
  const dataDir = join(dir, "data");
  const own = folderStorage(join(dataDir, "files"));
  const keys = await Promise.all(["een", "twee", "drie"].map((word) => own.put(Buffer.from(word))));
  const run = async (env: Record<string, string | undefined>, ...argv: string[]) => {
    let [out, err] = ["", ""];
    const io = { ...fakeIo(), env, stdout: (text: string) => void (out += text), stderr: (text: string) => void (err += text) };
    return { code: await main(["files", "copy", ...argv], io), out, err };
  };
  const env = { DATA_DIR: dataDir, ...settings({ S3_BUCKET: "moved" }) };
  expect(await run(env, "--to", "s3")).toMatchObject({ code: 0, out: "3 stored file(s) copied, 0 there already\n" });
  expect(await run(env, "--to", "s3")).toMatchObject({ code: 0, out: "0 stored file(s) copied, 3 there already\n" });
  const other = join(dir, "other");
  expect(await run({ ...env, DATA_DIR: other }, "--to", "folder")).toMatchObject({
    code: 0,
    out: "3 stored file(s) copied, 0 there already\n",
  });
  const back = folderStorage(join(other, "files"));
  expect(await keysIn(back)).toEqual(new Set(keys));
  expect(await Promise.all(keys.map(async (key) => Buffer.from((await back.get(key)) ?? []).toString()))).toEqual(["een", "twee", "drie"]);
  expect(await keysIn(own)).toEqual(new Set(keys));
  expect(await run({ DATA_DIR: dataDir }, "--to", "s3")).toMatchObject({
    code: 1,
    err: expect.stringContaining("S3_BUCKET is not set") as string,
  });
  expect(await run(env, "--to", "moon")).toMatchObject({ code: 1 });
  expect(await run({ ...env, S3_BUCKET: "gone" }, "--to", "s3")).toMatchObject({
    code: 2,
    err: expect.stringContaining("no such bucket") as string,
  });
});
