import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { signIn } from "./support/people";
import { expect, test } from "./support/test";

const KEYS = readdirSync("app/locales/nl")
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => Object.keys(JSON.parse(readFileSync(`app/locales/nl/${file}`, "utf8")) as Record<string, string>));

const LANGUAGES = [
  { locale: "nl", browser: "nl-BE", ideas: "Ideeën" },
  { locale: "fr", browser: "fr-BE", ideas: "Idées" },
  { locale: "en", browser: "en-GB", ideas: "Ideas" },
] as const;

/** Everything a reader meets on the page: its text, and the words in attributes. */
async function wordsOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const attributes = ["aria-label", "placeholder", "title", "alt", "content", "value"];
    const said = [...document.querySelectorAll("*")].flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? ""));
    return [document.title, document.body.innerText, ...said].join("\n");
  });
}

async function expectIn(page: Page, locale: string): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  const words = await wordsOn(page);
  expect(KEYS.filter((key) => words.includes(key))).toEqual([]);
  expect(words.match(/\{\w+\}/g) ?? []).toEqual([]);
}

for (const { locale, browser, ideas } of LANGUAGES) {
  test(`pages speak ${locale} to a browser that asks for it`, async ({ browser: chromium, watched }) => {
    const context = watched.watch(await chromium.newContext({ locale: browser }));
    const page = await context.newPage();
    await page.goto("/");
    await expectIn(page, locale);
    const home = await page.getByRole("heading", { level: 1 }).textContent();
    await page.getByRole("navigation").first().getByRole("link", { name: ideas }).click();
    await expect(page.getByRole("heading", { level: 1, name: ideas })).toBeVisible();
    await expectIn(page, locale);
    await page.goto("/ideas?q=bakker");
    await page.getByRole("link", { name: "Restwarmte van de bakker" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "nl");
    await expectIn(page, locale);
    for (const path of ["/sign-up", "/sign-in", "/plant", "/about", "/accessibility", "/privacy", "/nothing-here"]) {
      await page.goto(path);
      await expectIn(page, locale);
    }
    // The other languages are there, each in its own words.
    await page.goto("/");
    const other = locale === "en" ? "Nederlands" : "English";
    await page.getByRole("contentinfo").getByRole("button", { name: other }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale === "en" ? "nl" : "en");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toBe(home);
    await context.close();
  });
}

test("the chosen language stays with the account", async ({ browser, watched }) => {
  const first = watched.watch(await browser.newContext({ locale: "nl-BE" }));
  await signIn(first, "hilde");
  const page = await first.newPage();
  await page.goto("/greenhouse");
  await expectIn(page, "nl");
  await page.getByRole("button", { name: "Français" }).click();
  await expectIn(page, "fr");
  await first.close();

  const second = watched.watch(await browser.newContext({ locale: "en-GB" }));
  await signIn(second, "hilde");
  const elsewhere = await second.newPage();
  for (const path of ["/greenhouse", "/ideas", "/account"]) {
    await elsewhere.goto(path);
    await expectIn(elsewhere, "fr");
  }
  await elsewhere.getByRole("button", { name: "Nederlands" }).click();
  await expectIn(elsewhere, "nl");
  await second.close();
});

test("the pages where people come in load their own texts alone, and the others fetch the rest", async ({ browser, watched }) => {
  const context = watched.watch(await browser.newContext());
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (/\/assets\/more-[\w-]+\.js$/.test(request.url())) fetched.push(new URL(page.url()).pathname);
  });
  const visit = async (paths: readonly string[]) => {
    for (const path of paths) await page.goto(path, { waitUntil: "networkidle" });
  };
  await visit(["/", "/sign-up", "/sign-in", "/plant", "/about", "/accessibility", "/ideas", "/ideas?view=greenhouse"]);
  await signIn(context, "emre");
  await visit(["/plant", "/", "/ideas"]);
  expect(fetched).toEqual([]);
  await page.getByRole("navigation").first().getByRole("link", { name: "Matches" }).click();
  await page.waitForURL("**/matches");
  await expect(page.getByRole("heading", { level: 1, name: "Matches" })).toBeVisible();
  await expectIn(page, "nl");
  expect(fetched).toHaveLength(1);
  await context.close();
});
