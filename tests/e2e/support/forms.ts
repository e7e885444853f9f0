import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { demoEmail } from "./people";
import type { PersonSlug } from "./people";

/** Presses the button with this name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Opens what is folded up under these words. */
export async function unfold(page: Page, words: string): Promise<void> {
  await page.locator("summary", { hasText: words }).click();
}

/** The page says so at its foot, once something has been done. */
export async function expectTold(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").getByText(words)).toBeVisible();
}

/** Signs in with a password on the page to sign in, which is open. */
export async function enterPassword(page: Page, who: PersonSlug, password: string): Promise<void> {
  const field = page.getByLabel("Wachtwoord", { exact: true });
  const form = page.locator("form").filter({ has: field });
  const folded = page.locator("details").filter({ has: field });
  if ((await folded.getAttribute("open")) === null) await folded.locator("summary").click();
  await form.getByLabel("E-mailadres").fill(demoEmail(who));
  await field.fill(password);
  await form.getByRole("button", { name: "Aanmelden" }).click();
}
