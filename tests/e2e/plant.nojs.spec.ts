import type { Page } from "@playwright/test";
import { enterPassword } from "./support/forms";
import { DEMO_PASSWORD, demoEmail, unique } from "./support/people";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

const words = (page: Page, row: string) => page.getByRole("group", { name: row }).getByLabel("In een paar woorden");

async function signInByPassword(page: Page): Promise<void> {
  await page.goto("/sign-in?to=/plant");
  await enterPassword(page, "stan", "dit is het verkeerde woord");
  await expect(page.getByRole("alert")).toContainText("E-mailadres en wachtwoord passen niet bij elkaar.");
  const form = page.locator("form").filter({ has: page.getByLabel("Wachtwoord", { exact: true }) });
  await expect(form.getByLabel("E-mailadres")).toHaveValue(demoEmail("stan"));
  await enterPassword(page, "stan", DEMO_PASSWORD);
  await expect(page.getByRole("heading", { name: "Wat is je idee?" })).toBeVisible();
}

test("planting, editing and reacting work by forms alone", async ({ page }) => {
  const word = unique();
  const title = `Regenton ${word}`;
  await signInByPassword(page);

  await test.step("a refused form keeps what was typed and links to the fields", async () => {
    await page.getByLabel("Naam van je idee").fill(title);
    await page.getByLabel("Vertel het in twee zinnen").fill("Te kort");
    await page.getByRole("button", { name: "Verder", exact: true }).click();
    const summary = page.getByRole("alert");
    await expect(summary.getByRole("heading", { name: "Kijk dit even na" })).toBeVisible();
    await summary.getByRole("link", { name: "Gebruik minstens 10 tekens." }).click();
    const pitch = page.getByLabel("Vertel het in twee zinnen");
    await expect(page).toHaveURL(new RegExp(`#${await pitch.getAttribute("id")}$`));
    await expect(pitch).toHaveValue("Te kort");
    await expect(page.getByLabel("Naam van je idee")).toHaveValue(title);
    await pitch.fill(`Een regenton die zelf de moestuin van ${word} water geeft.`);
    await page.getByRole("button", { name: "Verder", exact: true }).click();
  });

  await test.step("more rows come from the server and nothing is lost", async () => {
    await words(page, "Nood 1").fill("iemand met een tuin");
    await words(page, "Nood 2").fill("een waterpomp");
    await page.getByRole("group", { name: "Nood 2" }).getByLabel("Soort").selectOption({ label: "Plek en toestel" });
    await page.getByRole("button", { name: "Nog een nood" }).click();
    await expect(words(page, "Nood 2")).toHaveValue("een waterpomp");
    await expect(page.getByRole("group", { name: "Nood 2" }).getByLabel("Soort")).toHaveValue("workspace");
    await words(page, "Nood 3").fill("een school die test");
    await words(page, "Aanbod 1").fill("ik kan solderen");
    await page.getByRole("button", { name: "Nog een aanbod" }).click();
    await expect(words(page, "Nood 3")).toHaveValue("een school die test");
    await page.getByRole("button", { name: "Verder", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Wie mag het zien?" })).toBeVisible();
    await page.getByRole("button", { name: "Terug" }).click();
    await expect(words(page, "Aanbod 1")).toHaveValue("ik kan solderen");
    await page.getByRole("button", { name: "Verder", exact: true }).click();
    await page.getByRole("button", { name: "Plant dit idee" }).click();
  });

  await test.step("the idea page, and its toast", async () => {
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("status")).toContainText("Je idee is geplant");
    await expect(page.getByRole("list", { name: "Wat dit idee zoekt" }).getByRole("listitem")).toHaveCount(3);
  });

  await test.step("editing makes a version; a refusal keeps the text", async () => {
    await page.getByRole("link", { name: "Bewerken" }).click();
    await page.getByLabel("Naam van je idee").fill("");
    await page.getByLabel("Meer uitleg").fill(`De ton staat al klaar in ${word}.`);
    await page.getByRole("button", { name: "Bewaren", exact: true }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: "Vul dit in." })).toBeVisible();
    await expect(page.getByLabel("Meer uitleg")).toHaveValue(`De ton staat al klaar in ${word}.`);
    await page.getByLabel("Naam van je idee").fill(title);
    await page.getByRole("button", { name: "Bewaren", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("Versie 2 is bewaard");
    await expect(page.getByText(`De ton staat al klaar in ${word}.`)).toBeVisible();
  });

  await test.step("a reaction, taken away and put back", async () => {
    await page.getByLabel("Jouw reactie").fill(`Vandaag regent het in ${word}.`);
    await page.getByRole("button", { name: "Plaatsen" }).click();
    await expect(page.locator("#comments").getByText(`Vandaag regent het in ${word}.`)).toBeVisible();
    await page.getByRole("button", { name: "Verwijder deze reactie" }).click();
    await expect(page.getByRole("status")).toContainText("Reactie verwijderd");
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await expect(page.locator("#comments").getByText(`Vandaag regent het in ${word}.`)).toBeVisible();
  });
});

test("the list: search, filters, pages and the view, by links and forms alone", async ({ page }) => {
  const titles = page.getByRole("list", { name: "Ideeën" }).getByRole("heading");
  await page.goto("/ideas");
  await expect(titles).toHaveCount(20);
  const first = await titles.allTextContents();
  await page.getByRole("link", { name: "Volgende" }).press("Enter");
  await expect(titles.first()).not.toHaveText(first[0] ?? "");
  await page.waitForLoadState();
  const second = await titles.allTextContents();
  expect(second.filter((title) => first.includes(title))).toEqual([]);
  await page.getByRole("link", { name: "Vorige" }).press("Enter");
  await expect(titles).toHaveText(first);

  await page.getByRole("searchbox", { name: "Zoek in ideeën" }).fill("warmtewisselaar");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await expect(page.getByRole("link", { name: "Restwarmte van de bakker" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("warmtewisselaar");

  await page.goto("/ideas");
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("combobox", { name: "Taal" }).selectOption({ label: "Français" });
  await page.getByRole("button", { name: "Toon", exact: true }).click();
  await expect(page).toHaveURL(/[?&]lang=fr\b/);
  await expect(page.getByRole("link", { name: "Drone thermique de quartier" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Restwarmte van de bakker" })).toHaveCount(0);
  await page.waitForLoadState();
  const count = await titles.count();
  await expect(page.getByText(`${count} ideeën`, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Kas", exact: true }).click();
  await expect(page.getByRole("link", { name: /Drone thermique de quartier/ })).toBeVisible();
  await page.getByRole("link", { name: "Alle filters weg" }).click();
  await expect(page).not.toHaveURL(/[?&]lang=/);
});

test("the language switch comes back to the same page", async ({ page }) => {
  await page.goto("/ideas?stage=bloom");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  expect(page.url()).toMatch(/\/ideas\?stage=bloom$/);
  await page.goto("/sign-up");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});
