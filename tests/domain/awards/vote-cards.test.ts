import { expect, test } from "vitest";
import { printedCode } from "~/domain/awards/vote/vote";
import { voteCardsPdf } from "~/web/vote-cards";
import { NOW } from "#tests/support/ctx";
import { codesIn } from "#tests/support/pdf-codes";
import { counting } from "./vote-world";

test("every code stands on a card of the sheet, once, and the same codes give the same file", async () => {
  const draw = counting(40_000);
  const codes = Array.from({ length: 14 }, draw);
  const cards = {
    codes,
    title: "T2-awards",
    address: "broeikas.test/vote",
    addressOf: (code: string) => `https://broeikas.test/vote/${code}`,
    lang: "nl",
    dated: NOW,
  } as const;
  const pdf = Buffer.from(await voteCardsPdf(cards));
  expect(codesIn(pdf).sort()).toEqual(codes.map(printedCode).sort());
  expect(pdf.equals(Buffer.from(await voteCardsPdf(cards)))).toBe(true);
  // Twelve cards a page.
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(2);
});
