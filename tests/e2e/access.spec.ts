import type { Page } from "@playwright/test";
import { violationsOn } from "./support/axe";
import { expectReflow, expectTargets, hydrated, settled, tab, walkByTab } from "./support/checks";
import { demoIdea, places } from "./support/pages";
import type { Place } from "./support/pages";
import { signIn } from "./support/people";
import { expect, test } from "./support/test";

/** Opens a page and looks at it in the light, in the dark, small and with a thumb. */
async function examine(page: Page, place: Place): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  const answer = await page.goto(place.path);
  expect(answer?.status(), place.path).toBe(place.status ?? 200);
  await settled(page);
  const light = await violationsOn(page);
  expect.soft(light, `${place.name} (${place.path})`).toEqual([]);
  await expectTargets(page);
  if (test.info().project.name !== "phone") return;
  // The colours of the dark are the same at every width.
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await settled(page);
  // What the dark can change is colour; everything else was seen in the light.
  const dark = await violationsOn(page, { only: ["color-contrast", "link-in-text-block"] });
  expect.soft(dark, `${place.name} (${place.path}) in the dark`).toEqual([]);
  await expectReflow(page);
}

test("no page breaks a rule of accessibility, in light and dark, and all fit 320 px", async ({ browser, watched }, info) => {
  test.setTimeout(360_000);
  const all = await places();
  const { viewport, isMobile, hasTouch } = info.project.use;
  const everybody = [...new Set(all.map((place) => place.as))];
  // Two people at a time: while one page settles, another is looked at.
  const lane = async (): Promise<void> => {
    while (everybody.length > 0) {
      const who = everybody.shift() ?? null;
      const context = watched.watch(await browser.newContext({ locale: "nl-BE", viewport, isMobile, hasTouch }));
      if (who) await signIn(context, who);
      const page = await context.newPage();
      for (const place of all.filter(({ as }) => as === who)) await examine(page, place);
      await context.close();
    }
  };
  await Promise.all([lane(), lane()]);
});

test("a refused form is accessible and its summary takes the focus", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("E-mailadres").fill("geen adres");
  await page.getByRole("button", { name: "Maak mijn account" }).click();
  // The browser's own check may come first; without it the server answers.
  await page.locator("form", { has: page.getByLabel("Je naam") }).evaluate((form) => ((form as HTMLFormElement).noValidate = true));
  await page.getByRole("button", { name: "Maak mijn account" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await settled(page);
  expect(await violationsOn(page)).toEqual([]);
  await summary.getByRole("link", { name: "E-mailadres – Dit lijkt geen e-mailadres, zoals an@school.be." }).click();
  await expect(page.getByLabel("E-mailadres")).toBeFocused();
  await expect(page.getByLabel("E-mailadres")).toHaveValue("geen adres");
});

test("the keyboard reaches everything, in order, and the focus is always in sight", async ({ page, context }) => {
  await page.goto("/");
  await hydrated(page);
  expect((await tab(page))?.name).toBe("Naar de inhoud");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  expect((await tab(page))?.name, "the primary action comes first").toBe("Plant je idee");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Wat is je idee?" })).toBeVisible();

  await page.goto("/plant");
  const fields = await walkByTab(page);
  const order = ["title", "pitch", "domainId", "lang", "campusId", "Verder", "Annuleren"];
  expect(fields.filter((name) => order.includes(name))).toEqual(order);

  await page.goto("/sign-in");
  await walkByTab(page);
  await page.goto("/ideas");
  await walkByTab(page);
  await signIn(context, "emre");
  await page.goto(`/ideas/${await demoIdea("Restwarmte van de bakker")}`);
  const names = await walkByTab(page);
  expect(names).toContain("Bewerken");
  await page.goto("/account");
  await walkByTab(page);
});
