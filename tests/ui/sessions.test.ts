import { describe, expect, test } from "vitest";
import { codeOf, offerEnd, sameCode, screenName } from "~/domain/sessions/session";
import { csvOf } from "~/web/csv";
import { qrOf } from "~/web/qr";

describe("a session", () => {
  test("has a code that nobody misreads, and takes it as people type it", () => {
    const code = codeOf("01a120bf-c080-76da-a6b4-8a08a2c77504");
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}$/);
    expect(sameCode(` ${code.toLowerCase().slice(0, 2)}-${code.slice(2)} `, code)).toBe(true);
    expect(sameCode(code.slice(1), code)).toBe(false);
    const codes = new Set(
      Array.from({ length: 500 }, (_, i) => codeOf(`01a120bf-c080-76da-a6b4-${(i * 2_654_435_761).toString(16).padStart(12, "0")}`)),
    );
    expect(codes.size).toBeGreaterThan(490);
  });

  test("offers a seat for a day, and never later than two hours before", () => {
    const from = new Date("2026-11-25T14:00:00Z");
    expect(offerEnd(new Date("2026-11-20T10:00:00Z"), from)).toEqual(new Date("2026-11-21T10:00:00Z"));
    expect(offerEnd(new Date("2026-11-25T08:00:00Z"), from)).toEqual(new Date("2026-11-25T12:00:00Z"));
    expect(offerEnd(new Date("2026-11-25T12:00:00Z"), from)).toBeNull();
  });

  test("shows short names on the screen of the room", () => {
    expect(screenName("Emre Yıldız")).toBe("Emre Y.");
    expect(screenName(" Lies  van den Berg ")).toBe("Lies B.");
    expect(screenName("Noor")).toBe("Noor");
    expect(screenName("")).toBe("");
  });
});

test("a table is never a formula, whatever somebody typed", () => {
  expect(
    csvOf([
      ["=1+1", 'a "b", c', 3],
      ["@x", "-2", "gewoon"],
    ]),
  ).toBe('\uFEFF\'=1+1,"a ""b"", c",3\r\n\'@x,\'-2,gewoon\r\n');
});

test("a QR code is one path in a square", () => {
  const { size, path } = qrOf("https://broeikas.test/sessions/1?code=ABCDE");
  expect(size).toBeGreaterThan(20);
  expect(path).toMatch(/^(M\d+ \d+h(\d+)v1h-\2z)+$/);
});
