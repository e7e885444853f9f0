import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { expectReflow } from "./support/checks";
import { bringTogether } from "./support/contacts";
import { expectTold, press, unfold } from "./support/forms";
import { unique } from "./support/people";
import { expect, test } from "./support/test";

const note = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

async function putNote(page: Page, text: string): Promise<void> {
  await page.getByLabel("Nieuwe notitie").fill(text);
  await page.getByRole("button", { name: "Toevoegen" }).first().click();
  await expect(note(page, text)).toBeVisible();
}

/** Opens everything that can be done with a note, and makes this of it. */
async function makeOf(page: Page, text: string, what: string, became: string): Promise<void> {
  await page.getByRole("link", { name: `Meer over de notitie: ${text}` }).click();
  await note(page, text).getByRole("button", { name: what, exact: true }).click();
  await expect(note(page, text).getByText(became)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "live in two browsers" : "without JavaScript";

  test(`two teams talk in their room and fill their board, ${how}`, async ({ pageOf }) => {
    const word = unique();
    const { room, interest, theirs } = await bringTogether("emre", "noor");
    const one = await pageOf("emre", { javaScriptEnabled });
    const other = await pageOf("noor", { javaScriptEnabled });
    /** Without JavaScript a page is asked for anew; with it, it follows by itself. */
    const look = async (page: Page) => void (javaScriptEnabled || (await page.reload()));

    await one.goto(interest);
    await one.getByRole("link", { name: "Naar de kamer" }).click();
    await expect(one.getByRole("heading", { level: 1, name: new RegExp(theirs.title) })).toBeVisible();
    await other.goto(room);
    if (javaScriptEnabled) await expect(other.getByText("Verandert vanzelf mee")).toBeVisible();
    await one.getByLabel("Jouw bericht", { exact: true }).fill(`Dag, ${word}`);
    await press(one, "Versturen");
    await look(other);
    await expect(other.getByText(`Dag, ${word}`)).toBeVisible();
    await expect(other.getByText("Coaches en organisatoren van de campus kunnen hier meelezen.")).toBeVisible();

    for (const page of [one, other]) await page.goto(`${room}/board`);
    if (javaScriptEnabled) await expect(other.getByText("Verandert vanzelf mee")).toBeVisible();
    const [need, offer, promise, idea] = ["Bakker zoeken", "Dozen genoeg", "Stad bellen", "Deelkast in de hal"].map(
      (text) => `${text} ${word}`,
    );
    for (const text of [need, offer, promise, idea]) await putNote(one, text ?? "");
    await look(other);
    await expect(note(other, idea ?? "")).toBeVisible();

    await unfold(other, "Nieuwe groep");
    await other.getByLabel("Naam van de groep").fill(`Materiaal ${word}`);
    await other.getByLabel("Naam van de groep").press("Enter");
    await expect(other.getByRole("heading", { name: `Materiaal ${word}` })).toBeVisible();
    await other.getByRole("link", { name: `Meer over de notitie: ${offer}` }).click();
    await note(other, offer ?? "")
      .getByLabel("In welke groep")
      .selectOption({ label: `Materiaal ${word}` });
    await note(other, offer ?? "")
      .getByRole("button", { name: "Verplaatsen" })
      .click();
    await expect(
      other
        .getByRole("region", { name: `Materiaal ${word}` })
        .getByText(offer ?? "")
        .first(),
    ).toBeVisible();

    await unfold(other, "Stemmen");
    await press(other, "Stemronde openen");
    await other.getByRole("button", { name: `Stem op: ${idea}` }).click();
    await expect(other.getByText("Je hebt nog 2 stemmen.")).toBeVisible();
    await look(one);
    await expect(note(one, idea ?? "").getByText("1 stem")).toBeVisible();

    await makeOf(one, need ?? "", "Een nood", "werd een nood");
    await makeOf(one, offer ?? "", "Een aanbod", "werd een aanbod");
    // By one press, without opening the note.
    await note(one, promise ?? "")
      .getByRole("button", { name: "Een actie voor mij, binnen twee weken", exact: true })
      .click();
    await expect(note(one, promise ?? "").getByText("werd een actie")).toBeVisible();
    await look(other);
    await expect(note(other, need ?? "").getByText("werd een nood")).toBeVisible();
    await expectReflow(one);
    if (javaScriptEnabled) await expectAccessible(one);

    await one.getByRole("link", { name: `Meer over de notitie: ${idea}` }).click();
    await note(one, idea ?? "")
      .getByRole("button", { name: "Een nieuw idee", exact: true })
      .click();
    await expect(one.getByRole("heading", { level: 1, name: idea })).toBeVisible();
    await look(other);
    await expect(note(other, idea ?? "").getByText("werd een nieuw idee")).toBeVisible();
  });
}

/** Goes on by the key Tab until this has the focus. */
async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  for (let steps = 0; steps < 120; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the key Tab never comes to ${String(target)}`);
}

test("a board is worked by the keyboard alone", async ({ pageOf }) => {
  const text = `Met toetsen ${unique()}`;
  const { room } = await bringTogether("emre", "noor");
  const page = await pageOf("emre");
  await page.goto(`${room}/board`);
  await tabTo(page.getByLabel("Nieuwe notitie"));
  await page.keyboard.type(text);
  await tabTo(page.getByRole("button", { name: "Toevoegen" }).first());
  await page.keyboard.press("Enter");
  await expect(note(page, text)).toBeVisible();
  await tabTo(note(page, text).getByRole("button", { name: "Een nood", exact: true }));
  await page.keyboard.press("Enter");
  await expect(note(page, text).getByText("werd een nood")).toBeVisible();
});

test("a coach reads along and hides a message that hurts; who wrote it can take back another", async ({ pageOf }) => {
  const word = unique();
  const { room } = await bringTogether("emre", "noor");
  const [writer, coach] = [await pageOf("emre"), await pageOf("greet")];
  await writer.goto(room);
  for (const text of [`Lelijk ${word}`, `Verkeerd ${word}`]) {
    await writer.getByLabel("Jouw bericht", { exact: true }).fill(text);
    await press(writer, "Versturen");
    await expect(writer.getByText(text)).toBeVisible();
  }
  await writer
    .getByRole("listitem")
    .filter({ hasText: `Verkeerd ${word}` })
    .getByRole("button", { name: "Terugnemen" })
    .click();
  await expectTold(writer, "Het bericht is teruggenomen");
  await coach.goto(room);
  await expect(coach.getByText("Je leest mee als coach of organisator.")).toBeVisible();
  const ugly = coach.getByRole("listitem").filter({ hasText: `Lelijk ${word}` });
  await ugly.locator("summary", { hasText: "Verbergen" }).click();
  await ugly.getByLabel("Waarom verberg je dit?").fill("Kwetsend");
  await ugly.getByRole("button", { name: "Verbergen" }).click();
  await expectTold(coach, "Het is verborgen");
  await expect(writer.getByText(`Lelijk ${word}`)).toHaveCount(0);
  await expect(writer.getByText("Dit bericht is verborgen door de campus.")).toBeVisible();
});
