import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { expectReflow, expectTargets } from "./support/checks";
import { plantFor, signIn, unique } from "./support/people";
import { expect, test } from "./support/test";

/** A weekday some weeks ahead on which nothing of the demo stands; a closed one is passed over. */
async function openDay(page: Page): Promise<string> {
  for (let ahead = 30; ahead < 58; ahead += 1) {
    const date = new Date(Date.now() + ahead * 86_400_000);
    if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
    const day = date.toISOString().slice(0, 10);
    await page.goto(`/lab/t2-campus?day=${day}`);
    if ((await page.getByRole("link", { name: /Werkbank 4 is vrij van/ }).count()) > 0) return day;
  }
  throw new Error("no open day in the weeks to come");
}

const free = (page: Page) => page.getByRole("link", { name: /^Werkbank 4 is vrij van/ }).filter({ visible: true });

async function book(page: Page, day: string, idea: string, from: string, until: string): Promise<void> {
  await page.goto(`/lab/t2-campus?day=${day}`);
  await free(page).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Een plek boeken" })).toBeVisible();
  await page.getByLabel("Voor welk idee of welke organisatie?").selectOption({ label: idea });
  await page.getByLabel("Van", { exact: true }).selectOption(from);
  await page.getByLabel("Tot", { exact: true }).selectOption(until);
  await page.getByRole("button", { name: "Reserveren" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`a bench for an idea: booked, refused to the second, cancelled, taken by the second${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    pageOf,
  }) => {
    const [mine, theirs] = [`Droogrek ${unique()}`, `Luchtzak ${unique()}`];
    await plantFor("emre", { title: mine, pitch: "Een droogrek dat met de zon meedraait.", visibility: "private" });
    await plantFor("noor", { title: theirs, pitch: "Een zak die zichzelf opblaast.", visibility: "private" });
    const [one, other] = [await pageOf("emre", { javaScriptEnabled }), await pageOf("noor", { javaScriptEnabled })];
    const day = await openDay(one);
    const [from, until] = javaScriptEnabled ? ["10:00", "11:00"] : ["13:00", "14:00"];

    // The second has the form open while the first books.
    await other.goto(`/lab/t2-campus?day=${day}`);
    await free(other).last().click();
    await book(one, day, mine, from, until);
    await expect(one.getByRole("heading", { level: 1, name: "Werkbank 4" })).toBeVisible();
    await expect(one.getByRole("status")).toContainText("Gereserveerd: Werkbank 4");

    await other.getByLabel("Voor welk idee of welke organisatie?").selectOption({ label: theirs });
    await other.getByLabel("Van", { exact: true }).selectOption(from);
    await other.getByLabel("Tot", { exact: true }).selectOption(until);
    await other.getByLabel("Wat ga je doen?").fill("Naaien");
    await other.getByRole("button", { name: "Reserveren" }).click();
    await expect(other.getByRole("alert")).toContainText("Kies een ander moment of een andere plek");
    await expect(other.getByLabel("Wat ga je doen?")).toHaveValue("Naaien");

    await other.goto(`/lab/t2-campus?day=${day}`);
    await expect(other.getByText("bezet").filter({ visible: true }).first()).toBeVisible();
    await expect(other.getByText(mine)).toHaveCount(0);

    await one.getByLabel("Reden").fill("Zon komt niet");
    await one.getByRole("button", { name: "Annuleren" }).click();
    await expect(one.getByText("Deze reservatie is geannuleerd.")).toBeVisible();
    await book(other, day, theirs, from, until);
    await expect(other.getByRole("status")).toContainText("Gereserveerd: Werkbank 4");
  });
}

test("pages of the lab are accessible, at any width", async ({ page, context }) => {
  await signIn(context, "els");
  for (const path of ["/lab/t2-campus", "/lab/t2-campus?view=list&space=genk-greenhouse", "/lab/t2-campus/book", "/lab/t2-campus/manage"]) {
    await page.goto(path);
    await expectAccessible(page);
    await expectReflow(page);
    await expectTargets(page);
  }
});
