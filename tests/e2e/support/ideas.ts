import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { QuickIdea } from "./people";

type Planted = QuickIdea & Required<Pick<QuickIdea, "need" | "offer">>;

/** Plants an idea by the three screens, open to everybody and to be matched; returns the path of its page. */
export async function plantByHand(page: Page, idea: Planted): Promise<string> {
  await page.goto("/plant");
  await page.getByLabel("Naam van je idee").fill(idea.title);
  await page.getByLabel("Vertel het in twee zinnen").fill(idea.pitch);
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  const words = (row: string) => page.getByRole("group", { name: row }).getByLabel("In een paar woorden");
  await words("Nood 1").fill(idea.need);
  await words("Aanbod 1").fill(idea.offer);
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await page.getByRole("radio", { name: /^Iedereen Ook wie/ }).check();
  await page.getByRole("radio", { name: /^Open zoeken/ }).check();
  await page.getByRole("button", { name: "Plant dit idee" }).click();
  await expect(page.getByRole("heading", { level: 1, name: idea.title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** From a page with matches on it: opens the one with this idea, reads why, and asks its team to talk. */
export async function askTheOther(page: Page, own: Planted, other: Planted, message: string): Promise<void> {
  const match = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: other.title }) });
  for (const words of [own.need, other.offer, other.need, own.offer]) await expect(match).toContainText(words);
  await match.getByRole("link", { name: other.title }).click();
  await expect(page.getByRole("heading", { name: "Waarom deze match" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: own.need })).toContainText(other.offer);
  await page.getByLabel("Wat wil je hen zeggen?").fill(message);
  await page.getByRole("button", { name: "Toon interesse" }).click();
  await expect(page.getByText("wacht op antwoord")).toBeVisible();
}

/** The other team finds the question in its greenhouse and says yes; from then on both know each other's names. */
export async function sayYes(page: Page, title: string, message: string, asker: string): Promise<void> {
  await page.goto("/greenhouse");
  await page.getByRole("link", { name: `Bekijken: Antwoord op een interesse in ${title}` }).click();
  await expect(page.getByText(message)).toBeVisible();
  await page.getByRole("button", { name: "Ja, we willen praten" }).click();
  await expect(page.getByText("ja, jullie zijn in contact")).toBeVisible();
  await expect(page.getByText(asker)).toBeVisible();
}
