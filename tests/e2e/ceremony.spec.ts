import type { Page } from "@playwright/test";
import { codesIn } from "../support/pdf-codes";
import { expectAccessible } from "./support/axe";
import { eveningOf, makeVote } from "./support/ceremony";
import { expectReflow } from "./support/checks";
import { expectTold, press } from "./support/forms";
import { unique } from "./support/people";
import { expect, test } from "./support/test";

/** Prints three cards and reads their codes. */
async function printedCodes(page: Page, slug: string): Promise<string[]> {
  await page.goto(`/awards/${slug}/votes`);
  await page.getByLabel(/^Hoeveel kaartjes/).fill("3");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Print kaartjes met codes" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return codesIn(Buffer.concat(chunks));
}

test("an evening: a hall votes by code, the screen reveals by keys, phones see it live", async ({ pageOf, watched }) => {
  watched.allowComplaint(/ERR_INTERNET_DISCONNECTED/);
  test.setTimeout(180_000);
  const word = unique();
  const { slug, titles } = await eveningOf(word);
  const [winner, other] = titles;
  await makeVote(slug, titles);
  const organiser = await pageOf("els");
  const codes = await printedCodes(organiser, slug);
  expect(codes).toHaveLength(3);

  await organiser.goto(`/awards/${slug}/ceremony`);
  await press(organiser, "Maak een draaiboek");
  await expectTold(organiser, "Het draaiboek staat klaar.");
  // Prizes nobody decided, in the other categories, are not on the sheet of this evening.
  for (;;) {
    const missing = organiser.getByRole("listitem").filter({ hasText: "nog niet beslist" }).filter({ hasNotText: "publiek" });
    const left = await missing.count();
    if (left === 0) break;
    await missing
      .first()
      .getByRole("button", { name: /^Weghalen/ })
      .click();
    // The word of the one before may still stand there.
    await expect(missing).toHaveCount(left - 1);
    await expectTold(organiser, "Het onderdeel is weg.");
  }
  await expectReflow(organiser);
  await expectAccessible(organiser);

  const phone = await pageOf(null);
  await phone.goto(`/awards/${slug}/live`);
  await expect(phone.getByText("De uitreiking begint zo.")).toBeVisible();
  const screen = await pageOf("els", { viewport: { width: 1920, height: 1080 }, isMobile: false, hasTouch: false });
  await screen.goto(`/awards/${slug}/beamer`);
  await expect(screen.getByRole("heading", { level: 1, name: `Avond ${word}` })).toBeVisible();
  await screen.waitForLoadState("networkidle");
  const next = async (key = "ArrowRight") => screen.keyboard.press(key);
  const shown = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible({ timeout: 15_000 });
  await next();
  await shown(screen, "Welkom op de uitreiking.");
  await next("PageDown");
  await shown(screen, "Welkom");
  await next(" ");
  await shown(screen, "Pitch");
  await shown(phone, "Pitch");
  await next();
  await next();
  await shown(screen, "Neem je telefoon.");
  await next();
  await shown(screen, "De stemming is open");

  // With JavaScript by typing the code, without it by the address the QR code of the seat holds.
  const seat = await pageOf(null);
  await seat.goto("/vote");
  await seat.getByLabel("Code", { exact: true }).fill("2222-2222-2222");
  await press(seat, "Naar het stembiljet");
  await expect(seat.getByRole("alert")).toContainText("Deze code kennen we niet.");
  await seat.getByLabel("Code", { exact: true }).fill((codes[0] ?? "").toLowerCase());
  await press(seat, "Naar het stembiljet");
  await seat.getByRole("radio", { name: new RegExp(winner) }).check();
  await press(seat, "Stem");
  await expectTold(seat, /^Je stem is geteld/);
  await seat.getByRole("radio", { name: new RegExp(other) }).check();
  await press(seat, "Verander mijn stem");
  await expect(seat.getByText(`Je stem nu: ${other}`)).toBeVisible();
  await expectAccessible(seat);
  const plain = await pageOf(null, { javaScriptEnabled: false });
  await plain.goto(`/vote/${codes[1] ?? ""}`);
  await plain.getByRole("radio", { name: new RegExp(other) }).check();
  await plain.getByRole("button", { name: "Stem", exact: true }).click();
  await expect(plain.getByText(`Je stem nu: ${other}`)).toBeVisible();
  await shown(screen, "2 stemmen");
  await next();
  await shown(screen, "De stemming is gesloten");
  await expect(phone.getByText("2 stemmen")).toHaveCount(0);

  await next();
  await shown(screen, /Tweede prijs/);
  await shown(phone, /Tweede prijs/);
  await expect(phone.getByText(other)).toHaveCount(0);
  await next();
  await shown(screen, other);
  await shown(phone, other);
  await screen.keyboard.press("Escape");
  await expect(screen.locator("[data-black]")).toBeVisible();
  await shown(phone, "Even geduld, we gaan zo verder.");
  await screen.keyboard.press("Escape");

  // Without a network what was shown stays, and one can go back to it.
  await screen.context().setOffline(true);
  await next("ArrowLeft");
  await shown(screen, "Geen verbinding.");
  await screen.context().setOffline(false);
  await expect(screen.getByText("Geen verbinding.")).toHaveCount(0, { timeout: 20_000 });
  await shown(screen, other);

  await next();
  await shown(screen, /Eerste prijs/);
  await expect(phone.getByText(winner)).toHaveCount(0);
  await next();
  await shown(phone, winner);
  await plain.goto(`/awards/${slug}/live`);
  await expect(plain.getByText(winner).first()).toBeVisible();
  await next();
  await shown(screen, "gaat naar …");
  await next();
  await expect(screen.getByText(other)).toBeVisible({ timeout: 15_000 });
  await shown(phone, "Prijs van het publiek");
  await expectAccessible(phone);
  await expectReflow(phone);
});
