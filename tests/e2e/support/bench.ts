import type { Page } from "@playwright/test";

const DAY = 24 * 3_600_000;

/** A moment as an input of type datetime-local holds it, on the clock of the campus. */
export function wall(at: number): string {
  return new Date(at).toLocaleString("sv-SE", { timeZone: "Europe/Brussels" }).slice(0, 16).replace(" ", "T");
}

/** A place and an hour to book it, with the page where that is done. */
export interface Bench {
  readonly path: string;
  readonly from: string;
  readonly until: string;
}

/** The first hours on which a bench of the company lab is free, in the two weeks to come. */
export async function freeBench(page: Page): Promise<Bench> {
  await page.goto("/lab/t2-campus/book");
  const resource = await page.getByLabel("Plek of toestel").locator("option", { hasText: "Werkbank 4" }).getAttribute("value");
  for (let ahead = 1; ahead < 14; ahead += 1) {
    const path = `/lab/t2-campus/book?resource=${resource}&day=${wall(Date.now() + ahead * DAY).slice(0, 10)}`;
    await page.goto(path);
    for (const stretch of await page.locator("#free-of-day ~ ul a").allTextContents()) {
      const [from = "", until = ""] = stretch.split("–").map((time) => time.trim().padStart(5, "0"));
      const hour = Number(from.slice(0, 2));
      const at = (later: number): string => `${String(hour + later).padStart(2, "0")}${from.slice(2)}`;
      if (at(2) <= until) return { path, from, until: at(1) };
    }
  }
  throw new Error("no free bench in two weeks");
}

/** Books a bench for what is called so: an idea or an organisation. */
export async function book(page: Page, bench: Bench, what: string): Promise<void> {
  await page.goto(bench.path);
  const choice = page.getByLabel("Voor welk idee of welke organisatie?");
  await choice.selectOption((await choice.locator("option", { hasText: what }).getAttribute("value")) ?? "");
  await page.getByLabel("Van", { exact: true }).selectOption(bench.from);
  await page.getByLabel("Tot", { exact: true }).selectOption(bench.until);
  await page.getByRole("button", { name: "Reserveren" }).click();
}
