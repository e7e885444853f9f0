import type { Page } from "@playwright/test";
import { criteriaOf } from "./support/awards";
import { violationsOn } from "./support/axe";
import { hydrated, settled } from "./support/checks";
import { signIn } from "./support/people";
import { expect, test } from "./support/test";

const EDITION = "/awards/t2-awards-2026";

/** Opens the first sheet of a juror that is still to do. */
async function openTodo(page: Page): Promise<void> {
  await page.goto(`${EDITION}/jury`);
  await page.getByRole("listitem").filter({ hasText: "te doen" }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: /^Inzending \d+$/ })).toBeVisible();
}

/** Chooses a level in the middle for every criterion. */
async function chooseAll(page: Page): Promise<void> {
  const criteria = criteriaOf(page);
  const count = await criteria.count();
  expect(count).toBeGreaterThan(0);
  for (let at = 0; at < count; at += 1) await criteria.nth(at).getByRole("radio").nth(1).check();
}

async function expectFine(page: Page): Promise<void> {
  await settled(page);
  expect(await violationsOn(page)).toEqual([]);
}

test("anybody reads the editions, what the jury looks at, and who won", async ({ page }) => {
  await page.goto("/awards");
  await page.getByRole("link", { name: "T2-awards 2026" }).click();
  await expect(page.getByRole("heading", { name: "Waar de jury naar kijkt" })).toBeVisible();
  await expect(page.locator("[aria-current=step]")).toContainText("jury aan het werk");
  await expectFine(page);
  await page.goto("/awards/t2-awards-2025");
  await page.getByRole("link", { name: "Bekijk de winnaars" }).click();
  await expect(page.getByText("Eerste prijs").first()).toBeVisible();
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", "Winnaars T2-awards 2025");
  await expectFine(page);
});

test("a juror scores with the keyboard; what is chosen is kept at once and counts when sent", async ({ page, context }) => {
  await signIn(context, "rik");
  await openTodo(page);
  await hydrated(page);
  await expectFine(page);
  const first = page.getByRole("radio").first();
  await first.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await expect(page.getByText(/^bewaard \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio").nth(1)).toBeChecked();

  const here = page.url();
  await page.getByRole("button", { name: "Bewaar en volgende" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert").getByRole("link", { name: "Kies een niveau." }).first()).toBeVisible();
  await chooseAll(page);
  await page.getByRole("button", { name: "Bewaar en volgende" }).click();
  await expect(page).not.toHaveURL(here);
  await expect(page.getByRole("status").filter({ hasText: "is beoordeeld" })).toBeVisible();
});

test("the lowest level asks for a reason, and the form works without JavaScript", async ({ pageOf }) => {
  const page = await pageOf("goele", { javaScriptEnabled: false });
  await openTodo(page);
  await chooseAll(page);
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Bewaar en volgende" }).click();
  await expect(page.getByText("Leg uit waarom je het laagste of hoogste niveau kiest.").first()).toBeVisible();
  await page.getByLabel("Waarom dit niveau?").first().fill("Niemand werd bevraagd.");
  await page.getByRole("button", { name: "Bewaar en volgende" }).click();
  await expect(page.getByText("is beoordeeld")).toBeVisible();
});

test("the organiser sees who is behind, and cannot publish before the jury has decided", async ({ page, context }) => {
  await signIn(context, "els");
  await page.goto(`${EDITION}/manage`);
  await page.getByRole("link", { name: "Naar het resultaat" }).click();
  await expect(page.getByRole("heading", { name: "Resultaat", level: 1 })).toBeVisible();
  await expect(page.getByText("Bekendmaken kan vanaf de beraadslaging.")).toBeVisible();
  await expectFine(page);
  await page.goBack();
  await page.getByRole("link", { name: "Jury en verdeling openen" }).click();
  await page.getByRole("button", { name: "Maak een ontwerp" }).click();
  await expect(page.getByRole("heading", { name: "Wie krijgt wat" })).toBeVisible();
  await expectFine(page);
  await page
    .getByRole("link", { name: /^Waarom niet iemand anders/ })
    .first()
    .click();
  await expect(page.getByRole("link", { name: "Sluiten" })).toBeVisible();
  await expectFine(page);
  await page.getByRole("button", { name: "Maak bekend aan de jury" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Bekendgemaakt:" })).toBeVisible();
});
