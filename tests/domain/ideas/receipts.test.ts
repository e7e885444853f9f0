import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { editIdea } from "~/domain/ideas/edit-idea";
import { receiptFor } from "~/domain/ideas/queries-history";
import { passportOf, readReceipt, verifyReceipt } from "~/domain/ideas/queries-receipts";
import { passportPdf } from "~/web/passport";
import { makeCast } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { content, plant, refusal, view } from "./world";

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const ideaId = await plant(store, cast.learner, cast.campus.id, { visibility: "private", title: "Één geheim: façade, œuvre, Yıldız" });
  const receipt = await receiptFor(testCtx(store, cast.learner), ideaId, 1);
  const file = (text: string): string =>
    ["Broeikas", `sha256: ${receipt.sha256}`, `salt: ${receipt.salt}`, "check: sha256 of the salt", "----", text].join("\n");
  return { store, cast, ideaId, receipt, file };
}

describe("a receipt that is checked", () => {
  test("tells that and when it was issued, and whether its text holds, and nothing of the idea", async () => {
    const { store, receipt, file } = await world();
    const whole = await verifyReceipt(store.db, readReceipt(file(receipt.canonical)));
    expect(whole).toEqual({ sha256: receipt.sha256, issuedAt: NOW, zone: "Europe/Brussels", textHolds: true });
    expect(await verifyReceipt(store.db, readReceipt(file(receipt.canonical).replaceAll("\n", "\r\n")))).toEqual(whole);
    expect(await verifyReceipt(store.db, readReceipt(file(`${receipt.canonical} `)))).toMatchObject({ textHolds: false });
    expect(await verifyReceipt(store.db, readReceipt(`${receipt.sha256}\n${receipt.canonical}\n`))).toEqual(whole);
    expect(await verifyReceipt(store.db, readReceipt(receipt.sha256.toUpperCase()))).toEqual({ ...whole, textHolds: null });
    expect(await verifyReceipt(store.db, readReceipt("geen code"))).toBeNull();
    const other = "0".repeat(64);
    expect(await verifyReceipt(store.db, readReceipt(other))).toEqual({ sha256: other, issuedAt: null, zone: null, textHolds: null });
  });
});

/** Code points, in hexadecimal, that the fonts in a PDF say they draw. */
function lettersOf(pdf: Buffer): string {
  const streams = pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  const texts = [...streams].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed ?? "", "latin1")).toString("latin1");
    } catch {
      return ""; // A font is not packed this way.
    }
  });
  return texts.filter((text) => text.includes("beginbfrange") || text.includes("beginbfchar")).join("\n");
}

describe("an idea passport", () => {
  test("is for the team, tells every version, and is the same file each time", async () => {
    const { store, cast, ideaId } = await world();
    const ctx = testCtx(store, cast.learner, "2026-11-22T10:00:00Z");
    await editIdea(ctx, ideaId, { baseVersion: 1, content: content({ title: "Tweede titel" }) });
    expect(await refusal(passportOf(view(store, cast.coach), ideaId))).toBe("not_found");
    const passport = await passportOf(view(store, cast.learner), ideaId);
    expect(passport.versions.map(({ no, title }) => [no, title])).toEqual([
      [1, "Één geheim: façade, œuvre, Yıldız"],
      [2, "Tweede titel"],
    ]);
    expect(passport.members).toMatchObject([{ name: "Lies Leerling", role: "owner", until: null }]);
    const none = { nodes: [], edges: [], entries: [] };
    const reader = { locale: "nl", say: (key: string) => key, verifyUrl: "https://broeikas.test/verify" } as const;
    const [one, two] = [await passportPdf(passport, none, reader), await passportPdf(passport, none, reader)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(Buffer.from(one.slice(0, 5)).toString("latin1")).toBe("%PDF-");
    expect(lettersOf(Buffer.from(one)), "the dotless i of a Turkish name").toContain("0131");
  });
});
