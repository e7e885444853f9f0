import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { hydrated } from "./support/checks";
import { linkIn, mailTo } from "./support/mail";
import { demoEmail, signIn, unique } from "./support/people";
import { expect, test } from "./support/test";

const word = unique();
const TITLE = `Ovenwarmte ${word}`;
const PITCH = `Een bakkersoven verliest elke nacht veel warmte. Ik wil die warmte vangen voor de ${word}.`;
const EMAIL = `zoe.${word}@demo.broeikas.example`;

async function writeFirstScreen(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Plant je idee" }).click();
  await expect(page.getByRole("heading", { name: "Wat is je idee?" })).toBeVisible();
  await hydrated(page);
  await page.getByLabel("Naam van je idee").fill(TITLE);
  await page.getByLabel("Vertel het in twee zinnen").fill(PITCH);
  await page.getByRole("radio", { name: /T2-campus/ }).check();
  await expect(page.getByText(/^bewaard \d\d:\d\d$/)).toBeVisible();
  const similar = page.getByRole("complementary").filter({ hasText: "Lijkt dit erop?" });
  await expect(similar.getByRole("link", { name: "Restwarmte van de bakker" })).toBeVisible();
  await page.getByRole("button", { name: "Verder", exact: true }).click();
}

async function writeNeeds(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Wat zoek je, wat bied je?" })).toBeVisible();
  const words = (row: string) => page.getByRole("group", { name: row }).getByLabel("In een paar woorden");
  await words("Nood 1").fill(`een warmtewisselaar voor ${word}`);
  await words("Nood 2").fill("een bakker die durft");
  await expect(page.getByRole("group", { name: "Nood 3" })).toHaveCount(0);
  await page.getByRole("button", { name: "Nog een nood" }).click();
  await words("Nood 3").fill("een plek om te meten");
  await page.getByRole("group", { name: "Nood 3" }).getByLabel("Soort").selectOption({ label: "Plek en toestel" });
  await words("Aanbod 1").fill("ik kan lassen");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
}

async function makeAccount(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Maak een account" })).toBeVisible();
  await expect(page.getByText(`Je idee “${TITLE}” wacht op je en gaat mee.`)).toBeVisible();
  await page.getByLabel("Je naam").fill("Zoë Maes");
  await page.getByLabel("E-mailadres").fill(EMAIL);
  await page.getByLabel("Je leeftijd").selectOption({ label: "18 tot 25 jaar" });
  await page.getByRole("button", { name: "Maak mijn account" }).click();
  await expect(page.getByRole("heading", { name: "Kijk in je mailbox" })).toBeVisible();
  await page.goto(linkIn(await mailTo(EMAIL), "/sign-in/link"));
  await expect(page.getByRole("heading", { name: "Welkom, Zoë Maes" })).toBeVisible();
  await page.getByRole("button", { name: "Mijn account openen" }).click();
}

/** Downloads the receipt of the version shown and checks it as the file itself says. */
async function checkReceipt(page: Page): Promise<void> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Ontvangstbewijs: Versie 2" }).click();
  const text = readFileSync(await (await started).path(), "utf8");
  const line = (name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? "";
  const below = text.slice(text.indexOf("\n----\n") + "\n----\n".length);
  expect(line("version")).toBe("2");
  expect(below).toContain("nieuwe zin");
  expect(line("sha256")).toBe(
    createHash("sha256")
      .update(`${line("salt")}\n${below}`)
      .digest("hex"),
  );
}

test("a visitor plants an idea, makes an account on the way and looks after the idea", async ({ page, browser, watched }) => {
  test.setTimeout(120_000);
  const another = async () => watched.watch(await browser.newContext({ locale: "nl-BE", viewport: page.viewportSize() }));
  let idea = "";

  await test.step("three screens, then an account, then it is planted", async () => {
    await writeFirstScreen(page);
    await writeNeeds(page);
    await expect(page.getByRole("heading", { name: "Wie mag het zien?" })).toBeVisible();
    await expect(page.getByRole("radio", { name: "Iedereen van de campus" })).toBeChecked();
    await page.getByRole("button", { name: "Verder: maak een account" }).click();
    await makeAccount(page);
    await expect(page.getByText("Alles wat je schreef staat er nog.")).toBeVisible();
    await page.getByRole("button", { name: "Terug" }).click();
    await expect(page.getByRole("group", { name: "Nood 3" }).getByLabel("In een paar woorden")).toHaveValue("een plek om te meten");
    await page.getByRole("button", { name: "Verder", exact: true }).click();
    await page.getByRole("button", { name: "Plant dit idee" }).click();
    await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
    idea = new URL(page.url()).pathname;
  });

  await test.step("its page shows everything, the plant in words too", async () => {
    await expect(page.getByText(PITCH)).toBeVisible();
    const needs = page.getByRole("list", { name: "Wat dit idee zoekt" }).getByRole("listitem");
    await expect(needs).toHaveText([`zoekt een warmtewisselaar voor ${word}`, "zoekt een bakker die durft", "zoekt een plek om te meten"]);
    await expect(page.getByRole("list", { name: "Wat dit idee biedt" })).toHaveText("biedt ik kan lassen");
    await expect(page.getByRole("img", { name: /^Plant in stadium Kiem, \d+ blaadjes, 3 knoppen voor open noden$/ })).toBeVisible();
    await expect(page.getByText("zichtbaar voor de campus")).toBeVisible();
  });

  await test.step("a visitor finds no trace of it", async () => {
    const context = await another();
    const visitor = await context.newPage();
    await visitor.goto("/ideas");
    await expect(visitor.getByRole("list", { name: "Ideeën" })).toBeVisible();
    await expect(visitor.getByText(TITLE)).toHaveCount(0);
    await visitor.goto(`/ideas?q=${word}`);
    await expect(visitor.getByText("0 ideeën")).toBeVisible();
    expect((await visitor.goto(idea))?.status()).toBe(404);
    expect(await visitor.content()).not.toContain(word);
    await context.close();
  });

  const context = await another();
  await signIn(context, "lotte");
  const lotte = await context.newPage();
  await test.step("somebody of the campus finds it, reacts and follows", async () => {
    await lotte.goto("/ideas");
    await expect(lotte.getByRole("list", { name: "Ideeën" }).getByRole("link", { name: TITLE })).toBeVisible();
    await lotte.goto(`/ideas?q=${word}`);
    await lotte.getByRole("link", { name: TITLE }).click();
    await lotte.getByLabel("Jouw reactie").fill(`Ik ken een bakker in ${word}.`);
    await lotte.getByRole("button", { name: "Plaatsen" }).click();
    await expect(lotte.getByRole("status").getByText("Je reactie staat erbij")).toBeVisible();
    await expect(lotte.locator("#comments").getByText(`Ik ken een bakker in ${word}.`)).toBeVisible();
    await expect(lotte.getByLabel("Jouw reactie")).toHaveValue("");
    await lotte.getByRole("button", { name: "Volgen", exact: true }).click();
    await expect(lotte.getByRole("button", { name: "Niet meer volgen" })).toBeVisible();
  });

  await test.step("the owner edits: version 2, the difference, a receipt that holds", async () => {
    await page.goto(`${idea}/edit`);
    await page.getByLabel("Vertel het in twee zinnen").fill(`${PITCH} Dit is een nieuwe zin.`);
    await page.getByRole("button", { name: "Bewaren", exact: true }).click();
    await expect(page.getByText("Versie 2 is bewaard")).toBeVisible();
    await page.getByRole("link", { name: "Versie 2", exact: true }).click();
    await page.getByRole("link", { name: "Vergelijk met de vorige: Versie 2" }).click();
    await expect(page.getByRole("heading", { name: "Van versie 1 naar versie 2" })).toBeVisible();
    await expect(page.locator("ins")).toContainText("Dit is een nieuwe zin.");
    await checkReceipt(page);
  });

  await test.step("the owner changes the stage, with a reason", async () => {
    await page.goto(idea);
    await page.getByText("Ander stadium").click();
    await page.getByRole("combobox", { name: "Stadium" }).selectOption({ label: "Zaailing" });
    await page.getByLabel(/^Waarom/).fill("De eerste meting is gedaan.");
    await page.getByRole("button", { name: "Bewaren", exact: true }).click();
    await expect(page.getByText("Het stadium is nu Zaailing")).toBeVisible();
    await expect(page.getByText("bracht het van Kiem naar Zaailing")).toBeVisible();
    await expect(page.getByText("De eerste meting is gedaan.")).toBeVisible();
  });

  await test.step("the owner invites by mail; the other accepts from the greenhouse", async () => {
    await page.getByRole("link", { name: "Team beheren" }).click();
    await page.getByLabel("E-mailadres").fill(demoEmail("lotte"));
    await page.getByRole("button", { name: "Uitnodiging sturen" }).click();
    await expect(page.getByText("Uitnodiging verstuurd")).toBeVisible();
    await expect(page.getByText(demoEmail("lotte"))).toBeVisible();
    await lotte.goto(linkIn(await mailTo(demoEmail("lotte"), { subject: new RegExp(word) }), "/greenhouse"));
    await expect(lotte.getByText(`Zoë Maes vraagt je in het team van “${TITLE}”`)).toBeVisible();
    await lotte.getByRole("button", { name: "Ik doe mee" }).click();
    await expect(lotte.getByText("Je zit nu in het team")).toBeVisible();
    await expect(lotte.getByRole("link", { name: "Bewerken" })).toBeVisible();
  });

  await test.step("archived, and back by the toast", async () => {
    await page.goto(`${idea}/edit`);
    await page.getByRole("button", { name: "Naar het archief" }).click();
    await expect(page.getByText("Het idee ligt in het archief")).toBeVisible();
    await expect(page.getByText("Dit idee ligt in het archief.")).toBeVisible();
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await expect(page.getByText("Het idee is terug")).toBeVisible();
    await expect(page.getByText("Dit idee ligt in het archief.")).toHaveCount(0);
    await context.close();
  });
});
