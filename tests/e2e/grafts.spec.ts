import type { Page } from "@playwright/test";
import { bringTogether } from "./support/contacts";
import type { Contact } from "./support/contacts";
import { expectTold, press, unfold } from "./support/forms";
import { plantFor, unique } from "./support/people";
import { expect, test } from "./support/test";

/** From the page of the contact to the proposal that was sent; returns its path. */
async function propose(page: Page, { interest, mine, theirs }: Contact, title: string): Promise<string> {
  await page.goto(interest);
  await page.getByRole("link", { name: "Stel voor om te enten" }).click();
  for (const name of [mine.title, theirs.title]) await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("In één zin").fill("Een meter in een kastje, samen een weerhuisje.");
  await page.getByLabel(/^Bericht aan de andere teams/).fill("Onze helften passen.");
  await press(page, "Voorstel sturen");
  await expectTold(page, "Je voorstel is verstuurd.");
  return new URL(page.url()).pathname;
}

/** Downloads the passport and checks the receipt of the first version, as anybody does who was given it. */
async function prove(page: Page, idea: string): Promise<void> {
  await expect(page.getByRole("link", { name: "Ideepaspoort (PDF)" })).toBeVisible();
  const passport = await page.request.get(`${idea}/passport`);
  expect(passport.headers()["content-type"]).toBe("application/pdf");
  expect((await passport.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const receipt = await (await page.request.get(`${idea}/receipt/1`)).text();
  await page.goto("/verify");
  await page.getByLabel("Bewijs, of alleen de code").fill(receipt);
  await press(page, "Controleren");
  await expect(page.getByText("Deze code is hier uitgereikt")).toBeVisible();
  await expect(page.getByText("De tekst hoort bij de code: er is niets aan veranderd.")).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test(`two ideas are grafted, proven and set loose again${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({ pageOf }) => {
    const title = `Weerhuisje ${unique()}`;
    const contact = await bringTogether("emre", "noor");
    const { mine, theirs } = contact;
    const one = await pageOf("emre", { javaScriptEnabled });
    const other = await pageOf("noor", { javaScriptEnabled });
    const proposal = await propose(one, contact, title);

    await other.goto(`/ideas/${theirs.id}`);
    await other.getByRole("link", { name: title }).click();
    await expect(other).toHaveURL(new RegExp(`${proposal}$`));
    await expect(other.getByText("Onze helften passen.")).toBeVisible();
    await expect(other.getByRole("link", { name: "Melden" })).toBeVisible();
    await press(other, "Ja, samen enten");
    await expect(other.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const idea = new URL(other.url()).pathname;
    const family = (page: Page) => page.getByRole("list").filter({ hasText: "is geënt in" }).first();
    for (const source of [mine, theirs]) await expect(family(other).getByText(`${source.title} is geënt in ${title}`)).toBeVisible();
    await other.goto(`/ideas/${mine.id}`);
    await expect(other.getByText("Dit idee is geënt in").first()).toBeVisible();

    await one.goto(idea);
    await prove(one, idea);
    await one.goto(idea);
    await unfold(one, "Enting losmaken");
    await one.getByRole("button", { name: "Enting losmaken" }).click();
    await expectTold(one, "De enting is losgemaakt.");
    await one.goto(idea);
    await expect(one.getByText("Deze enting is losgemaakt.").first()).toBeVisible();
    await one.goto(`/ideas/${mine.id}`);
    await expect(one.getByText("Dit idee is geënt in")).toHaveCount(0);
  });

  test(`an idea inspires another, which says so${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({ pageOf }) => {
    const [source, child] = [`Regenpijporgel ${unique()}`, `Dakorgel ${unique()}`];
    const id = await plantFor("emre", { title: source, pitch: "Een regenpijp die zingt.", visibility: "campus" });
    const page = await pageOf("noor", { javaScriptEnabled });
    await page.goto(`/ideas/${id}`);
    await page.getByRole("link", { name: "Laat je inspireren" }).click();
    await page.getByLabel("Titel van jouw idee").fill(child);
    await page.getByLabel("Jouw idee in één zin").fill("Hetzelfde, op een plat dak.");
    await press(page, "Idee planten");
    await expectTold(page, "Je idee is geplant.");
    await page.goto(`/ideas/${id}`);
    await expect(page.getByText(`${child} is geïnspireerd door ${source}`)).toBeVisible();
  });
}
