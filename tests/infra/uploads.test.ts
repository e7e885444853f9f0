import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { measured } from "#tests/support/processor";
import { folderStorage } from "~/infra/file-storage";
import { inspectUpload } from "~/infra/inspect-upload";
import { withoutTraces } from "~/infra/pdf-traces";
import { trimmedParts } from "~/web/trimmed-parts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "broeikas-files-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function pdf(info: Record<string, string>, more: object = {}): Promise<Buffer> {
  const doc = new PDFDocument({ info, ...more });
  const parts: Buffer[] = [];
  doc.on("data", (part: Buffer) => parts.push(part));
  doc.text("Een plan voor warmte.");
  doc.end();
  return new Promise((done) => doc.on("end", () => done(Buffer.concat(parts))));
}

async function listed(keys: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const key of keys) all.push(key);
  return all;
}

const inspected = async (bytes: Uint8Array) => {
  const seen = await inspectUpload(bytes);
  if ("problem" in seen) throw new Error(seen.problem);
  return seen;
};

test("bytes lie under a random name, are whole, and are gone when removed", async () => {
  const storage = folderStorage(join(dir, "files"));
  expect(await listed(storage.before(new Date(8.64e15)))).toEqual([]);
  const [one, two] = [await storage.put(Buffer.from("een")), await storage.put(Buffer.from("een"))];
  expect(one).toMatch(/^[a-f\d]{32}$/);
  expect(one).not.toBe(two);
  expect(Buffer.from((await storage.get(one)) ?? []).toString()).toBe("een");
  expect(statSync(join(dir, "files", one.slice(0, 2), one)).mode & 0o077).toBe(0);
  utimesSync(join(dir, "files", one.slice(0, 2), one), new Date(0), new Date(0));
  writeFileSync(join(dir, "files", one.slice(0, 2), "cut.part"), "x");
  utimesSync(join(dir, "files", one.slice(0, 2), "cut.part"), new Date(0), new Date(0));
  expect(await listed(storage.before(new Date(1)))).toEqual([one]);
  expect(readdirSync(join(dir, "files", one.slice(0, 2)))).not.toContain("cut.part");
  await storage.remove(one);
  await storage.remove(one);
  expect([await storage.get(one), await storage.get("0".repeat(32))]).toEqual([null, null]);
  await expect(storage.get("../../etc/passwd")).rejects.toThrow(RangeError);
});

test("a picture is made anew: what a camera wrote in it is gone, and it stands upright", async () => {
  const wide = sharp({ create: { width: 60, height: 40, channels: 3, background: "#1F6B43" } });
  const exif = { IFD0: { Artist: "Lena Verraad", Copyright: "Lena Verraad" }, IFD3: { GPSLatitude: "50/1 58/1 0/1" } };
  const sent = await wide.jpeg().withExif(exif).withMetadata({ orientation: 6, exif }).toBuffer();
  expect(sent.includes("Lena Verraad")).toBe(true);
  const made = await inspected(sent);
  expect([made.type, made.traceless, made.size]).toEqual(["image/jpeg", true, made.bytes.length]);
  expect(Buffer.from(made.bytes).includes("Lena Verraad")).toBe(false);
  const about = await sharp(made.bytes).metadata();
  expect([about.exif, about.xmp, about.iptc, about.orientation, about.width, about.height]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    40,
    60,
  ]);
  for (const format of ["png", "webp"] as const) {
    expect((await inspected(await wide.clone().toFormat(format).toBuffer())).type).toBe(`image/${format}`);
  }
});

test("the type is what the bytes say: other files, broken ones and those that only begin like one are refused", async () => {
  const png = await sharp({ create: { width: 30, height: 30, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const gif = await sharp(png).gif().toBuffer();
  const wrong = [
    svg,
    gif,
    Buffer.from("<html><script>alert(1)</script>"),
    Buffer.from("MZ\u0090\u0000"),
    png.subarray(0, 60),
    Buffer.from("%PDF-1.7\nniets"),
  ];
  for (const bytes of wrong) expect(await inspectUpload(bytes)).toEqual({ problem: "wrong_type" });
  expect(await inspectUpload(new Uint8Array())).toEqual({ problem: "empty" });
});

test("properties of a PDF are blanked in place, and what cannot be is told", async () => {
  const sent = await pdf({ Author: "Lena Verraad (coach)", Title: "Plan \\ van Lena", Subject: "Ünïcode Lena" });
  const { bytes, traceless } = withoutTraces(sent);
  expect([bytes.length, traceless]).toEqual([sent.length, true]);
  for (const word of ["Lena", "Verraad", "PDFKit"]) expect(Buffer.from(bytes).includes(word), word).toBe(false);
  expect(withoutTraces(bytes).bytes).toEqual(bytes);
  const made = await inspected(sent);
  expect([made.type, made.traceless]).toEqual(["application/pdf", true]);
  const locked = await pdf({ Author: "Lena" }, { userPassword: "geheim" });
  expect(withoutTraces(locked).traceless).toBe(false);
  const packet = Buffer.from('%PDF-1.7\n<?xpacket begin="" id="x"?><rdf>Lena</rdf><?xpacket end="w"?>\n%%EOF');
  expect(Buffer.from(withoutTraces(packet).bytes).includes("Lena")).toBe(false);
});

test("properties in a packed part are found", async () => {
  const { deflateSync } = await import("node:zlib");
  const around = (head: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${head} /Length ${body.length} >>\nstream\n`),
      body,
      Buffer.from("\nendstream\nendobj\n%%EOF"),
    ]);
  const packed = (head: string, text: string) => around(`${head} /Filter /FlateDecode`, deflateSync(Buffer.from(text)));
  expect(withoutTraces(packed("/Type /ObjStm", "4 0 << /Author (Lena) >>")).traceless).toBe(false);
  expect(withoutTraces(packed("/Type /ObjStm", "4 0 << /Author () /Kids [] >>")).traceless).toBe(true);
  expect(withoutTraces(packed("/Type /Metadata", "<rdf>Lena</rdf>")).traceless).toBe(false);
  expect(withoutTraces(around("/Type /ObjStm /Filter /FlateDecode", Buffer.from("geen zlib"))).traceless).toBe(false);
});

test("a document made to be looked through for ever takes no time", () => {
  const runs = ["<?xpacket begin ?>", "/Info 1 0 R 1 0 obj (a) ", ">>stream\n", "/Type /ObjStm >>stream\n", "1 0 obj 2 0 R ", ">> ", "((("];
  const { ms } = measured(() => {
    for (const run of runs) withoutTraces(Buffer.from(run.repeat(4_000_000 / run.length)));
  });
  expect(ms).toBeLessThan(10_000);
});

test("a large document is looked through while pages go on being answered, and not for ever", async () => {
  const object = "7 0 obj\n<< /A (x) /B 8 0 R >>\nendobj\n".repeat(5);
  const pages = Array.from({ length: 60_000 }, (_, i) => object.replaceAll("7 0 obj", `${i} 0 obj`)).join("");
  const sent = Buffer.from(`%PDF-1.7\n${pages}%%EOF`);
  const whole = (): number => {
    const began = performance.now();
    withoutTraces(sent);
    return performance.now() - began;
  };
  const here = whole();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  expect(await inspectUpload(sent)).toMatchObject({ type: "application/pdf", size: sent.length });
  loop.disable();
  expect(loop.max / 1e6).toBeLessThan(here);
  const many = await Promise.all([inspectUpload(sent, 1), inspectUpload(sent), inspectUpload(sent, 1), inspectUpload(sent)]);
  expect(many.map((seen) => ("problem" in seen ? seen.problem : "fine"))).toEqual(["too_slow", "fine", "too_slow", "fine"]);
});

const streamOf = (bytes: Buffer, size: number): ReadableStream<Uint8Array> => {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
      at += size;
    },
  });
};

test.each([1, 3, 7, 64, 5_000])("of a form in parts only the beginning of each part gets through, in chunks of %d bytes", async (size) => {
  const part = (name: string, value: string) => `--GRENS\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = Buffer.from(`${part("a", "kort")}${part("b", "x".repeat(900))}${part("c", "\r\n--GREN")}--GRENS--\r\n`);
  const read = async (limits: { partMost: number; totalMost: number }) =>
    Buffer.from(await new Response(trimmedParts(streamOf(body, size), "GRENS", limits)).arrayBuffer()).toString();
  expect(await read({ partMost: 10_000, totalMost: 10_000 })).toBe(body.toString());
  const slim = await read({ partMost: 200, totalMost: 10_000 });
  expect(slim.match(/x+/)?.[0].length).toBeLessThan(200);
  expect(slim.replace(/x+/, "")).toBe(body.toString().replace(/x+/, ""));
  await expect(read({ partMost: 200, totalMost: 500 })).rejects.toThrow("too large");
});
