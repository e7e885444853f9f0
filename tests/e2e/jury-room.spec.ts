import type { Page } from "@playwright/test";
import { criteriaOf } from "./support/awards";
import { violationsOn } from "./support/axe";
import { hydrated, settled } from "./support/checks";
import { signIn } from "./support/people";
import { expect, test } from "./support/test";

const EDITION = "/awards/t2-awards-2026";
const kept = (page: Page) => page.getByText(/^bewaard \d\d:\d\d$/);
const noteOf = (page: Page) => page.getByLabel("Nota voor jezelf", { exact: false });

/** Opens a sheet of a juror that is still to do, from the end of the list. */
async function openTodo(page: Page): Promise<void> {
  await page.goto(`${EDITION}/jury`);
  const entry = page.getByRole("link", { name: /^Inzending \d+$/ });
  await page.getByRole("listitem").filter({ hasText: "te doen", has: entry }).last().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: /^Inzending \d+$/ })).toBeVisible();
  await hydrated(page);
}

async function expectFine(page: Page): Promise<void> {
  await settled(page);
  expect(await violationsOn(page)).toEqual([]);
}

test("a juror who loses the connection is told, loses no word, and it is kept once the connection is back", async ({
  page,
  context,
  watched,
}) => {
  watched.allowComplaint(/net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|Failed to fetch|AbortError/);
  await signIn(context, "goele");
  await openTodo(page);
  await context.setOffline(true);
  await expect(page.getByText("niet bewaard: geen verbinding")).toBeVisible();
  await criteriaOf(page).first().getByRole("radio").nth(1).check();
  await noteOf(page).fill("In de trein geschreven.");
  // The real button does not lose the page either.
  await page.getByRole("button", { name: "Bewaar als ontwerp" }).click();
  await expect(noteOf(page)).toHaveValue("In de trein geschreven.");
  await context.setOffline(false);
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(noteOf(page)).toHaveValue("In de trein geschreven.");
  await expect(criteriaOf(page).first().getByRole("radio").nth(1)).toBeChecked();
});

test("the same sheet in two tabs: the second hears of the clash, sees what is kept, and keeps its own text", async ({ page, context }) => {
  await signIn(context, "goele");
  await openTodo(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await hydrated(other);
  await noteOf(page).fill("Van het eerste tabblad.");
  await expect(kept(page)).toBeVisible();
  await noteOf(other).fill("Van het tweede tabblad.");
  await expect(other.getByText("niet bewaard", { exact: true })).toBeVisible();
  await other.getByRole("button", { name: "Bewaar als ontwerp" }).click();
  await expect(other.getByRole("alert")).toContainText("Iemand anders heeft dit intussen aangepast.");
  await expect(other.getByText("Van het eerste tabblad.")).toBeVisible();
  await expect(noteOf(other)).toHaveValue("Van het tweede tabblad.");
  await other.getByRole("button", { name: "Bewaar als ontwerp" }).click();
  await expect(other.getByRole("alert")).toHaveCount(0);
  await other.reload();
  await expect(noteOf(other)).toHaveValue("Van het tweede tabblad.");
});

test("a paper sheet counts once a second person reads the same, and differing readings are settled", async ({ pageOf }) => {
  const els = await pageOf("els");
  await els.goto(`${EDITION}/papers`);
  await hydrated(els);
  await expectFine(els);
  await els.getByRole("link", { name: /^Kijk naar de verschillen/ }).click();
  await expect(els.getByText("Op 1 plaats verschillen de lezers")).toBeVisible();
  await expectFine(els);
  // Els sees that Tine was right.
  await els.getByRole("radio", { name: /Tine Raets/ }).check();
  await els.getByRole("button", { name: "Zo staat het op papier" }).click();
  await expect(els.getByRole("status").getByText("Twee mensen lazen hetzelfde: het blad telt.")).toBeVisible();

  const juror = await pageOf("helene", { javaScriptEnabled: false });
  await juror.goto(`${EDITION}/jury`);
  const rows = juror.getByRole("listitem").filter({ hasText: /te doen|à faire|to do/ });
  await rows.first().getByRole("link").first().click();
  await juror.locator("a[href*='/papers/']").click();
  const criteria = criteriaOf(juror);
  for (let at = 0; at < (await criteria.count()); at += 1) {
    await expect(criteria.nth(at).getByRole("radio", { checked: true })).toHaveCount(0);
    await criteria.nth(at).getByRole("radio").nth(2).check();
  }
  await juror.locator("form button[type=submit]", { hasText: /Klaar, vergelijk|Terminé, comparer|Done, compare/ }).click();
  await expect(juror).toHaveURL(/\/jury$/);
});

test("the board says who is behind, asks them with one press, and opens who gave what", async ({ page, context }) => {
  await signIn(context, "els");
  await page.goto(`${EDITION}/board`);
  await hydrated(page);
  await expectFine(page);
  await page
    .getByRole("link", { name: /^Wie gaf wat/ })
    .first()
    .click();
  await expect(page.getByRole("link", { name: "Sluiten" })).toBeVisible();
  await page
    .getByRole("button", { name: /^Vraag hoe het gaat: / })
    .first()
    .click();
  await expect(page.getByRole("status").filter({ hasText: "kreeg een bericht" })).toBeVisible();
  await expect(page.getByText("vandaag al gevraagd").first()).toBeVisible();
});
