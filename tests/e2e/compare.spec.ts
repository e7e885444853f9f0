import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { hydrated } from "./support/checks";
import { finishByForm } from "./support/jury";
import { expect, test } from "./support/test";

const EDITION = "t2-awards-2026";

/** How many near pairs the juror has compared, as the page counts. */
async function compared(page: Page): Promise<number> {
  const [done = ""] = /^\d+/.exec((await page.getByText(/^\d+ van \d+ vergeleken$/).textContent()) ?? "") ?? [];
  return Number(done);
}

test("a juror compares near entries, with the keys at a desk and with the thumb on a phone", async ({ pageOf, hasTouch }) => {
  await finishByForm("rik", EDITION);
  const page = await pageOf("rik");
  await page.goto(`/awards/${EDITION}/jury/compare`);
  await hydrated(page);
  await expectAccessible(page);
  const before = await compared(page);
  const question = page.getByRole("group", { name: /^Welke vind je beter\?/ });
  const [one = "", other = ""] = (await question.getByRole("heading").allTextContents()).map((text) => text.replace(/\D/g, ""));
  if (hasTouch) await page.getByRole("button", { name: `Deze is beter: inzending ${other}` }).tap();
  else await page.keyboard.press("ArrowRight");
  const said = page.getByRole("listitem").filter({ hasText: `Inzending ${other} is beter dan inzending ${one}` });
  await expect(said).toBeVisible();
  expect(await compared(page)).toBe(before + 1);

  // The next pair stands there at once; the same answer can be given anew, and taken back.
  await said.getByRole("link", { name: /^Kies opnieuw/ }).click();
  // Both of them: one alone may stand in the next pair as well, and a key pressed now would answer that.
  for (const no of [one, other]) await expect(question.getByRole("heading", { name: `Inzending ${no}`, exact: true })).toBeVisible();
  if (hasTouch) await page.getByRole("button", { name: "Even goed" }).tap();
  else await page.keyboard.press("=");
  const equal = page.getByRole("listitem").filter({ hasText: `Inzending ${one} en inzending ${other} zijn even goed` });
  await expect(equal).toBeVisible();
  await page.reload();
  await expect(equal).toBeVisible();
  await equal.getByRole("button", { name: /^Neem terug/ }).click();
  await expect(equal).toHaveCount(0);
  expect(await compared(page)).toBe(before);
});
