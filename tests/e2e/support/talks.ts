import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Picks the nth free moment, from 0; returns when it starts. */
export async function pickSlot(page: Page, nth: number): Promise<string> {
  const slot = page.locator("input[name=slot]").nth(nth);
  await slot.check();
  return (await slot.getAttribute("value")) ?? "";
}

/** Opens the form to book a talk with a coach about an idea, and fills it in. */
export async function fillInTalk(page: Page, coach: string, title: string, question: string): Promise<void> {
  await page.goto("/coaching");
  await page.getByRole("link", { name: `Gesprek met ${coach}` }).click();
  await expect(page.getByRole("heading", { name: `Gesprek met ${coach}` })).toBeVisible();
  await page.getByRole("radio", { name: new RegExp(title) }).check();
  await pickSlot(page, 1);
  await page.getByLabel("Wat wil je vragen?").fill(question);
}

/** Books a talk with a coach about an idea the coaches may see; returns the path of its page. */
export async function bookTalk(page: Page, coach: string, title: string, question: string): Promise<string> {
  await fillInTalk(page, coach, title, question);
  await page.getByRole("button", { name: "Gesprek boeken" }).click();
  await expect(page.getByRole("heading", { name: `Coachgesprek met ${coach}` })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Writes a note on the page of a talk, for both or for oneself. */
export async function writeNote(page: Page, text: string, whom: "Gedeeld" | "Alleen voor mij"): Promise<void> {
  await page.getByLabel("Nieuwe notitie").fill(text);
  await page.getByRole("radio", { name: whom }).check();
  await page.getByRole("button", { name: "Notitie bewaren" }).click();
  await expect(page.locator("#notes").getByRole("paragraph").filter({ hasText: text })).toBeVisible();
}

/** Puts on the list of a talk what somebody will do. */
export async function agree(page: Page, words: string, who: string): Promise<void> {
  await page.getByText("Afspraak toevoegen").click();
  await page.getByLabel("Wat moet er gebeuren?").fill(words);
  await page.getByLabel("Wie doet het?").selectOption({ label: who });
  await page.getByRole("button", { name: "Afspraak bewaren" }).click();
  await expect(page.locator("#actions").getByText(words)).toBeVisible();
}
