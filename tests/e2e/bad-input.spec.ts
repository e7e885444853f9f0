import type { Page } from "@playwright/test";
import { hydrated } from "./support/checks";
import { plantFor, signIn, unique } from "./support/people";
import { expect, test } from "./support/test";

const pitchOf = (page: Page) => page.getByLabel("Vertel het in twee zinnen");
const saved = (page: Page) => expect(page.getByText(/^bewaard \d\d:\d\d$/)).toBeVisible();

test.beforeEach(async ({ context }) => signIn(context, "fatma"));

test("two pages edit one idea: the later one sees both texts and loses nothing", async ({ page, context }) => {
  const word = unique();
  const id = await plantFor("fatma", { title: `Naaiatelier ${word}`, pitch: "Wij herstellen kleren van de buurt op zaterdag." });
  const other = await context.newPage();
  await page.goto(`/ideas/${id}/edit`);
  await other.goto(`/ideas/${id}/edit`);
  await pitchOf(page).fill(`Eerste tekst, met ${word}.`);
  await page.getByRole("button", { name: "Bewaren", exact: true }).click();
  await expect(page.getByText("Versie 2 is bewaard")).toBeVisible();

  await pitchOf(other).fill(`Tweede tekst, zonder ${word}.`);
  await other.getByLabel("Meer uitleg").fill("Ook dit schreef ik intussen.");
  await other.getByRole("button", { name: "Bewaren", exact: true }).click();
  await expect(other.getByRole("alert")).toContainText("Iemand anders heeft dit intussen aangepast.");
  await expect(other.getByText("Iemand van je team bewaarde versie 2 terwijl jij schreef.")).toBeVisible();
  await expect(other.getByText(`Eerste tekst, met ${word}.`)).toBeVisible();
  await expect(pitchOf(other)).toHaveValue(`Tweede tekst, zonder ${word}.`);
  await expect(other.getByLabel("Meer uitleg")).toHaveValue("Ook dit schreef ik intussen.");
  await other.getByRole("button", { name: "Bewaren", exact: true }).click();
  await expect(other.getByText("Versie 3 is bewaard")).toBeVisible();
  await expect(other.getByText(`Tweede tekst, zonder ${word}.`)).toBeVisible();
  await other.goto(`/ideas/${id}/versions?from=2&to=3`);
  await expect(other.locator("del").first()).toContainText("Eerste");
});

test("a session that ends while writing: the page says so and the text stays", async ({ page, context }) => {
  const word = unique();
  const id = await plantFor("fatma", { title: `Stoffenkast ${word}`, pitch: "Een kast vol lapjes stof die iedereen mag gebruiken." });
  await page.goto(`/ideas/${id}/edit`);
  await hydrated(page);
  await pitchOf(page).fill(`Bewaard voor ${word}.`);
  await saved(page);
  await context.clearCookies();
  await pitchOf(page).fill(`Na het afmelden, ${word}.`);
  await expect(page.getByText("niet bewaard", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Bewaren", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Meld je eerst aan. Wat je typte, staat hieronder nog.");
  await expect(pitchOf(page)).toHaveValue(`Na het afmelden, ${word}.`);
  // Signed in again in another tab, the same page saves.
  await signIn(context, "fatma");
  await page.getByRole("button", { name: "Bewaren", exact: true }).click();
  await expect(page.getByText("Versie 2 is bewaard")).toBeVisible();
  await expect(page.getByText(`Na het afmelden, ${word}.`)).toBeVisible();
});

test("closing the page while editing: the text is there the next time, and can be dropped", async ({ page }) => {
  const word = unique();
  const id = await plantFor("fatma", { title: `Knopendoos ${word}`, pitch: "Losse knopen krijgen een tweede leven." });
  await page.goto(`/ideas/${id}/edit`);
  await hydrated(page);
  await pitchOf(page).fill(`Half geschreven, ${word}.`);
  await saved(page);
  await page.goto("/greenhouse");
  await page
    .getByRole("link", { name: `Knopendoos ${word}` })
    .first()
    .click();
  await expect(page.getByText("Je was hier al aan het schrijven; je tekst staat er nog.")).toBeVisible();
  await expect(pitchOf(page)).toHaveValue(`Half geschreven, ${word}.`);
  await page.getByRole("button", { name: "Begin opnieuw van de laatste versie" }).click();
  await expect(pitchOf(page)).toHaveValue("Losse knopen krijgen een tweede leven.");
});

test("without a connection the page says so, keeps the text and saves when it is back", async ({ page, context, watched }) => {
  watched.allowComplaint(/net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|Failed to fetch|AbortError/);
  await page.goto("/plant");
  await hydrated(page);
  await page.getByLabel("Naam van je idee").fill(`Fietslicht ${unique()}`);
  await saved(page);
  await context.setOffline(true);
  await expect(page.getByText("niet bewaard: geen verbinding")).toBeVisible();
  await pitchOf(page).fill("Een fietslicht dat oplaadt terwijl je trapt.");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("niet bewaard: geen verbinding");
  await expect(pitchOf(page)).toHaveValue("Een fietslicht dat oplaadt terwijl je trapt.");
  await context.setOffline(false);
  await pitchOf(page).press("End");
  await pitchOf(page).pressSequentially(" Mooi.");
  await saved(page);
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Wat zoek je, wat bied je?" })).toBeVisible();
});

test("a server that does not answer an autosave costs no words", async ({ page, watched }) => {
  watched.allowComplaint(/net::ERR_|Failed to fetch/);
  await page.goto("/plant");
  await hydrated(page);
  await page.route("**/plant.data*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.getByLabel("Naam van je idee").fill("Broodtrommel");
  await expect(page.getByText("niet bewaard: geen verbinding")).toBeVisible();
  await expect(page.getByLabel("Naam van je idee")).toHaveValue("Broodtrommel");
  await page.unroute("**/plant.data*");
  await pitchOf(page).fill("Een trommel die zegt hoe lang het brood al ligt.");
  await saved(page);
});
