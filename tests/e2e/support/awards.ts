import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { wall } from "./bench";

/** The edition of the demo campus whose jury is at work. */
export const EDITION = "t2-awards-2026";

const DAY = 24 * 3_600_000;

/** From when a phase holds, in milliseconds from now. */
type Starts = Readonly<Partial<Record<"judging" | "deliberation" | "published", number>>>;

/** The organiser moves the phases of the edition, so that the one wanted holds now. */
export async function movePhases(page: Page, starts: Starts): Promise<void> {
  await page.goto(`/awards/${EDITION}/manage`);
  await page.getByText("Data wijzigen").click();
  for (const [phase, from] of Object.entries(starts)) await page.locator(`[name="from.${phase}"]`).fill(wall(Date.now() + from));
  await page.locator("[name=end]").fill(wall(Date.now() + 60 * DAY));
  await page.locator("#phases").getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByRole("status").getByText("De data zijn gewijzigd.")).toBeVisible();
}

/** The team enters an idea in the category of people and care, and says which juror is a friend; returns the number jurors see. */
export async function enterIdea(page: Page, title: string): Promise<string> {
  await page.goto(`/awards/${EDITION}`);
  await page.getByRole("link", { name: "Zend je idee in" }).click();
  await page.getByRole("radio", { name: title }).check();
  await page.getByRole("radio", { name: /^Mens en zorg/ }).check();
  await page.getByRole("button", { name: "Begin het dossier" }).click();
  await expect(page.getByLabel("Titel")).toHaveValue(title);
  await page.getByLabel("Probleem").fill("Wie slecht ziet, struikelt over een drempel van twee centimeter.");
  await page.getByLabel("Wat al gebeurde").fill("Eén doosje werkt. Drie mensen stapten ermee rond.");
  await page.getByLabel("Volgende stap").fill("Een printplaat die klein genoeg is voor een stok.");
  await page.getByRole("button", { name: "Dossier indienen" }).click();
  await expect(page.getByText("Versie 1 is ingediend.")).toBeVisible();
  await page.getByText("Je kent iemand van de jury").click();
  await page.getByLabel("Jurylid").selectOption({ label: "Meera Shah" });
  await page.getByRole("button", { name: "Belangenconflict melden" }).click();
  await expect(page.getByText("Al gemeld: Meera Shah.")).toBeVisible();
  const numbered = await page
    .getByText(/^Inzending \d+$/)
    .first()
    .textContent();
  return (numbered ?? "").replace(/\D/g, "");
}

/** The organiser lets who scores what be computed again, and publishes it to the jury. */
export async function shareOut(page: Page): Promise<void> {
  await page.goto(`/awards/${EDITION}/panel`);
  const begin = page.getByRole("button", { name: "Maak een ontwerp" });
  if ((await begin.count()) > 0) await begin.click();
  await expect(page.getByRole("heading", { name: "Wie krijgt wat" })).toBeVisible();
  await page.getByRole("button", { name: "Maak bekend aan de jury" }).click();
  await expect(page.getByRole("status").getByText(/^Bekendgemaakt: /)).toBeVisible();
}

/** The criteria of the sheet that is open. */
export const criteriaOf = (page: Page) => page.getByRole("group").filter({ has: page.getByRole("radio") });

/** A juror scores every criterion; the highest level needs a word why. */
export async function scoreSheet(page: Page, number: string): Promise<void> {
  await page.goto(`/awards/${EDITION}/jury`);
  await page.getByRole("link", { name: `Inzending ${number}`, exact: true }).click();
  await expect(page.getByRole("heading", { name: `Inzending ${number}` })).toBeVisible();
  await expect(page.getByText("Emre")).toHaveCount(0);
  const criteria = criteriaOf(page);
  const count = await criteria.count();
  expect(count).toBeGreaterThan(3);
  for (let at = 1; at < count; at += 1) await criteria.nth(at).getByRole("radio").nth(2).check();
  await page.getByRole("button", { name: "Bewaar en volgende" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Kies een niveau." })).toBeVisible();
  await criteria.first().getByRole("radio").last().check();
  await criteria.first().getByLabel("Waarom dit niveau?").fill("Echte mensen, echte drempels.");
  await page.getByRole("button", { name: "Bewaar en volgende" }).click();
  await expect(page.getByRole("status").getByText(`Inzending ${number} is beoordeeld.`)).toBeVisible();
}

/** The organiser gives the first prize of people and care, and makes the winners public. */
export async function decideAndPublish(page: Page, entry: { number: string; title: string; citation: string }): Promise<void> {
  const name = `Inzending ${entry.number} · ${entry.title}`;
  await page.goto(`/awards/${EDITION}/result`);
  const category = page.getByRole("region", { name: "Mens en zorg" });
  const ranked = category.getByRole("listitem").filter({ hasText: name }).first();
  await expect(ranked).toContainText("3 van 3");
  await category.locator("summary", { hasText: "Prijs toekennen" }).click();
  await category.getByLabel("Inzending").selectOption({ label: name });
  await category.getByLabel("Prijs", { exact: true }).selectOption({ label: "Eerste prijs" });
  await category.getByLabel("Wat de jury ervan zegt").fill(entry.citation);
  await category.getByRole("button", { name: "Prijs toekennen" }).click();
  await expect(ranked).toContainText("Eerste prijs");
  await page.getByLabel("Ja, de jury heeft beslist").check();
  await page.getByRole("button", { name: "Maak de winnaars bekend" }).click();
  await expect(page).toHaveURL(/\/winners$/);
}
