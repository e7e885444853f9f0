import { expect, test } from "vitest";
import { parseVat, writtenVat } from "~/domain/companies/vat-number";

test.each([
  ["BE0203201340", "BE0203201340"],
  ["be 0203.201.340", "BE0203201340"],
  ["0203.201.340", "BE0203201340"],
  ["BE 203.201.340", "BE0203201340"],
  ["FR 40 303 265 045", "FR40303265045"],
  ["GR123456789", "EL123456789"],
  ["NL123456789B01", "NL123456789B01"],
  ["ATU12345678", "ATU12345678"],
  ["XI123456789", "XI123456789"],
])("%s is kept as %s", (typed, vat) => {
  expect(parseVat(typed)).toEqual({ ok: true, vat });
});

test.each([
  ["BE0203201341", "checksum"],
  ["BE0302201340", "checksum"],
  ["0000000000", "checksum"],
  ["BE2203201340", "form"],
  ["BE02032013", "form"],
  ["DE12345678", "form"],
  ["FR", "form"],
  ["GB123456789", "country"],
  ["CHE123456789", "country"],
  ["geen", "country"],
  ["", "form"],
  ["BE0203201340/../../x", "form"],
  ["BE@127.0.0.1", "form"],
  ["toString0123456", "country"],
])("%s is refused for its %s", (typed, problem) => {
  expect(parseVat(typed)).toEqual({ ok: false, problem });
});

test("every Belgian number has one pair of check digits, and a swap of neighbours is found", () => {
  for (const start of ["02032013", "10012345", "08765432"]) {
    const good = [...Array(100).keys()].filter((no) => parseVat(`BE${start}${String(no).padStart(2, "0")}`).ok);
    expect(good).toHaveLength(1);
  }
});

test("a number is read in the way of its country", () => {
  expect(writtenVat("BE0203201340")).toBe("BE 0203.201.340");
  expect(writtenVat("FR40303265045")).toBe("FR 40303265045");
});
