import { createRequire } from "node:module";
import sharp from "sharp";
import { expect, test } from "vitest";
import { inspectPhoto } from "~/infra/inspect-photo";

/** What is made of a photo, or what is wrong with it. */
const made = async (sent: Uint8Array) => {
  const seen = await inspectPhoto(sent);
  if ("problem" in seen) throw new Error(seen.problem);
  const { bytes, small = new Uint8Array() } = seen;
  return { ...seen, bytes: Buffer.from(bytes), small: Buffer.from(small) };
};
const problemOf = async (sent: Uint8Array) => {
  const seen = await inspectPhoto(sent);
  return "problem" in seen ? seen.problem : null;
};

/** A part of a JPEG that carries what is not the picture. */
function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** Red on the left, blue on the right; the camera was held on its side. */
async function fromCamera(): Promise<Buffer> {
  const red = await sharp({ create: { width: 300, height: 400, channels: 3, background: "#ff0000" } })
    .png()
    .toBuffer();
  const exif = {
    IFD0: { Artist: "Lena Verraad", Make: "Verraadcam" },
    IFD3: { GPSLatitude: "50/1 58/1 0/1", GPSLongitude: "5/1 30/1 0/1" },
  };
  const jpeg = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#0000ff" } })
    .composite([{ input: red, left: 0, top: 0 }])
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6, exif, icc: "p3" })
    .toBuffer();
  const xmp = segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Lena Verraad was here</x:xmpmeta>", "latin1"));
  const name = Buffer.from("Verraadstraat", "latin1");
  const iptc = Buffer.concat([Buffer.from([0x1c, 2, 92, 0, name.length]), name]);
  const block = Buffer.concat([Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0", "latin1"), Buffer.from([iptc.length]), iptc]);
  const comment = segment(0xfe, Buffer.from("made by Lena Verraad"));
  return Buffer.concat([
    jpeg.subarray(0, 2),
    xmp,
    segment(0xed, block),
    comment,
    jpeg.subarray(2),
    Buffer.from("<script>Verraad</script>"),
  ]);
}

test("a photo is made anew, upright and square, in two sizes, and nothing stays of place, camera, maker or profile", async () => {
  const sent = await fromCamera();
  const before = await sharp(sent).metadata();
  expect([before.orientation, Boolean(before.exif), Boolean(before.icc), Boolean(before.xmp), Boolean(before.iptc)]).toEqual([
    6,
    true,
    true,
    true,
    true,
  ]);
  const photo = await made(sent);
  expect([photo.type, photo.traceless, photo.size]).toEqual(["image/webp", true, photo.bytes.length]);
  for (const [bytes, side] of [
    [photo.bytes, 384],
    [photo.small, 96],
  ] as const) {
    const { format, width, height, exif, xmp, iptc, icc, orientation, pages = 1 } = await sharp(bytes).metadata();
    expect([format, width, height, pages]).toEqual(["webp", side, side, 1]);
    expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    for (const word of ["Verraad", "GPS", "EXIF", "Exif", "XMP ", "ICCP", "xmpmeta", "8BIM", "script"]) {
      expect([word, bytes.includes(word)]).toEqual([word, false]);
    }
    // Turned to the right, what was on the left stands above.
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
    const [above, below] = [at(side / 2, side / 4), at(side / 2, side - side / 4)];
    expect([(above[0] ?? 0) > 200, (above[2] ?? 0) < 60, (below[0] ?? 0) < 60, (below[2] ?? 0) > 200]).toEqual([true, true, true, true]);
  }
});

test("of a photo that moves the first picture stays; what shines through gets a white ground", async () => {
  const frames = Buffer.concat([Buffer.alloc(64 * 64 * 3, 10), Buffer.alloc(64 * 64 * 3, 240)]);
  const moving = await sharp(frames, { raw: { width: 64, height: 128, channels: 3, pageHeight: 64 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const still = await made(moving);
  const { data } = await sharp(still.bytes).raw().toBuffer({ resolveWithObject: true });
  expect([(await sharp(still.bytes).metadata()).pages ?? 1, (data[0] ?? 255) < 30]).toEqual([1, true]);
  const clear = await sharp({ create: { width: 20, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();
  const { data: ground, info } = await sharp((await made(clear)).small)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.channels, (ground[0] ?? 0) > 250]).toEqual([3, true]);
});

test("a phone's own kind, a picture of another kind and a broken one are refused, each for what it is", async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0heicmif1", "latin1"), Buffer.alloc(40)]);
  const mif = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypmif1\0\0\0\0mif1heic", "latin1"), Buffer.alloc(40)]);
  expect([await problemOf(heic), await problemOf(mif)]).toEqual(["phone_photo", "phone_photo"]);
  const small = sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } });
  const png = await small.clone().png().toBuffer();
  const gif = await small.clone().gif().toBuffer();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const wrong = [gif, svg, Buffer.from("%PDF-1.7\n%%EOF"), png.subarray(0, 60), await small.clone().avif().toBuffer()];
  for (const sent of wrong) expect(await problemOf(sent)).toBe("no_photo");
  expect(await problemOf(new Uint8Array())).toBe("empty");
});

test("the library that reads photos here reads no HEIC, which is why it is refused", () => {
  const { format } = createRequire(import.meta.url)("sharp") as { format: { heif: { input: { fileSuffix?: string[] } } } };
  expect(format.heif.input.fileSuffix).toEqual([".avif"]);
});
