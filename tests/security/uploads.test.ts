import { deflateSync } from "node:zlib";
import fc from "#tests/support/fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cleanFileName, FILE_NAME_MAX } from "~/domain/awards/files/entry-file";
import { inspectPhoto } from "~/infra/inspect-photo";
import { inspectUpload } from "~/infra/inspect-upload";
import { downloadOf } from "~/web/download";

const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, "latin1"));
const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 12, height: 8, channels: 3, background: "green" } })
    .png()
    .toBuffer();

/** What it comes to: the type that is kept, or what is wrong. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const seen = await inspectUpload(bytes);
  return "problem" in seen ? seen.problem : seen.type;
}

const SCRIPT = "<script>alert(1)</script>";

test("what could run in a browser is refused, whatever its name says", async () => {
  const refused: Readonly<Record<string, Uint8Array>> = {
    html: text(`<!doctype html>${SCRIPT}`),
    svg: text(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`),
    "svg after a heading": text(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>`),
    "a picture that is a script": text(`GIF89a/*${"\0".repeat(8)}*/=1;alert(1)`),
    "a script that ends as a PDF": text(`alert(1)//\n%%EOF`),
    "a PDF that does not end": text(`%PDF-1.7\n${SCRIPT}`),
    "markup before a PDF": text(`<html>${SCRIPT}${" ".repeat(2_000)}%PDF-1.4\n%%EOF`),
    program: text("MZ\u0090\0\u0003\0\0\0"),
    "shell script": text("#!/bin/sh\nrm -rf /\n"),
    "old office": Buffer.from("d0cf11e0a1b11ae1" + "00".repeat(600), "hex"),
    java: Buffer.from("cafebabe00000034", "hex"),
    php: text("<?php system($_GET[0]); ?>"),
    "eight bytes of a picture": Buffer.from("89504e470d0a1a0a", "hex"),
    bmp: text(`BM${"\0".repeat(60)}`),
    tiff: text(`II*\0${"\0".repeat(60)}`),
  };
  const outcomes = await Promise.all(Object.entries(refused).map(async ([name, bytes]) => [name, await outcomeOf(bytes)]));
  expect(outcomes).toEqual(Object.keys(refused).map((name) => [name, "wrong_type"]));
});

test("what hangs on to a picture does not stay", async () => {
  const png = await picture();
  for (const tail of [SCRIPT, "PK\u0003\u0004evil", "<?php system($_GET[0]); ?>"]) {
    const seen = await inspectUpload(new Uint8Array(Buffer.concat([png, Buffer.from(tail, "latin1")])));
    if ("problem" in seen) throw new Error(seen.problem);
    expect(Buffer.from(seen.bytes).includes(tail)).toBe(false);
  }
});

/** The checksum of a part of a PNG. */
function crcOf(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A PNG that says how large it is, with rows of nothing that pack to a thousandth. */
function swelling(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crcOf(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(2_000_000));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("packed files and pictures that swell are refused, quickly", { timeout: 60_000 }, async () => {
  const zip = Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(200), Buffer.from("[Content_Types].xml")]);
  const packed: Readonly<Record<string, Uint8Array>> = {
    zip,
    gzip: Buffer.from("1f8b0800000000000003", "hex"),
    "7z": Buffer.from("377abcaf271c0004", "hex"),
    rar: Buffer.from("526172211a0701003392b5e50a01050600", "hex"),
    xz: Buffer.from("fd377a585a000004", "hex"),
    "60,000 by 60,000": swelling(60_000, 60_000),
    "2^31 by one": swelling(2_147_483_647, 1),
    "0 by 0": swelling(0, 0),
  };
  const since = process.cpuUsage();
  for (const [name, bytes] of Object.entries(packed)) {
    expect([name, await outcomeOf(new Uint8Array(bytes))]).toEqual([name, "wrong_type"]);
    expect([name, await inspectPhoto(new Uint8Array(bytes))]).toEqual([name, { problem: "no_photo" }]);
  }
  expect(process.cpuUsage(since).user / 1_000).toBeLessThan(5_000);
});

test("a name of a file is one line, one step and one ending, whatever was sent", async () => {
  const odd = [
    "../../etc/passwd",
    "..\\..\\boot.ini",
    "/etc/cron.d/x",
    "plan.pdf.exe",
    "a\0.php",
    "x\r\nSet-Cookie: a=b",
    '"; filename="evil.html',
    "\u202Efdp.exe",
    "CON",
    ".",
  ];
  const names = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "binary", maxLength: 300 }));
  await fc.assert(
    fc.asyncProperty(names, async (sent) => {
      const name = cleanFileName(sent, "application/pdf");
      expect(name).toMatch(/\.pdf$/);
      expect([...name].length).toBeLessThanOrEqual(FILE_NAME_MAX);
      expect(name).not.toMatch(/[/\\\p{Cc}<>:"|?*;]|^\./u);
      for (const shown of [name, sent]) {
        const { headers } = downloadOf({ name: shown, type: "application/pdf" }, new Uint8Array(await new Blob(["x"]).arrayBuffer()));
        // ASCII, two names and nothing behind them.
        expect(headers.get("content-disposition")).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.!~%-]*$/);
      }
    }),
    { seed: 11, numRuns: 400 },
  );
});
