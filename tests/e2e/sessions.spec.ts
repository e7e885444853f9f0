import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { expectReflow } from "./support/checks";
import { expectTold, press, unfold } from "./support/forms";
import { mailTo } from "./support/mail";
import { demoEmail, plantFor, unique } from "./support/people";
import type { PersonSlug } from "./support/people";
import { later, planSoon } from "./support/sessions";
import { expect, test } from "./support/test";

/** An idea to bring, of which one completes the other. */
async function bring(who: PersonSlug, title: string, word: string, turned: boolean): Promise<void> {
  const [need, offer] = [`zaagwerk ${word}`, `tekenwerk ${word}`];
  const words = turned ? { need: offer, offer: need } : { need, offer };
  await plantFor(who, { title, pitch: `Een plan om mee te brengen. ${word}`, matchConsent: "open", ...words });
}

interface Place {
  readonly button: string;
  readonly told: string | RegExp;
}

const SEAT: Place = { button: "Inschrijven", told: "Je plaats staat vast." };
const QUEUE: Place = { button: "Op de wachtlijst", told: /^Je staat op de wachtlijst/ };

/** Registers, and goes on when the page has said so: whoever comes next meets the seats that are left. */
async function register(page: Page, path: string, idea: string, { button, told }: Place = SEAT): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Idee", { exact: true }).selectOption({ label: idea });
  await press(page, button);
  await expectTold(page, told);
}

async function checkIn(page: Page, path: string, code: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Code", { exact: true }).fill(code.toLowerCase());
  await press(page, "Inchecken");
  await expectTold(page, "Je bent ingecheckt.");
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a coach plans a session, seats run out, and who waits is offered one that comes free${how}`, async ({ pageOf }) => {
    const word = unique();
    const title = `Wie zoekt wat ${word}`;
    const coach = await pageOf("bart", { javaScriptEnabled });
    await coach.goto("/sessions");
    await coach.getByRole("link", { name: "Sessie plannen" }).first().click();
    const { day, from, until } = later(javaScriptEnabled ? 7 : 9);
    await coach.getByLabel("Titel", { exact: true }).fill(title);
    await coach.getByLabel(/^Plaats in woorden/).fill("Forum");
    await coach.getByLabel("Dag", { exact: true }).fill(day);
    await coach.getByLabel("Van", { exact: true }).selectOption(from);
    await coach.getByLabel("Tot", { exact: true }).selectOption(until);
    await coach.getByLabel("Plaatsen", { exact: true }).fill("1");
    await coach.getByLabel("Rondes", { exact: true }).fill("2");
    await press(coach, "Plan deze sessie");
    await expect(coach.getByRole("alert")).toContainText("Kies 2 tot 120 plaatsen.");
    await expect(coach.getByLabel("Titel", { exact: true })).toHaveValue(title);
    await coach.getByLabel("Plaatsen", { exact: true }).fill("2");
    await press(coach, "Plan deze sessie");
    await expectTold(coach, "De sessie staat op de agenda.");
    const path = new URL(coach.url()).pathname.replace(/\/manage$/, "");

    const people = ["emre", "noor", "stan"] as const;
    const pages: Page[] = [];
    for (const who of people) {
      await bring(who, `Plan van ${who} ${word}`, word, who === "noor");
      pages.push(await pageOf(who, { javaScriptEnabled }));
    }
    const [first, second, third] = pages as [Page, Page, Page];
    await register(first, path, `Plan van emre ${word}`);
    await expect(first.getByRole("link", { name: "In mijn agenda" })).toBeVisible();
    const ics = await first.request.get(`${path}/calendar.ics`);
    expect(await ics.text()).toContain("BEGIN:VEVENT");
    await register(second, path, `Plan van noor ${word}`);
    await register(third, path, `Plan van stan ${word}`, QUEUE);

    await unfold(first, "Ik kom toch niet");
    await press(first, "Mijn plaats vrijgeven");
    await expectTold(first, "Je bent afgemeld.");
    await mailTo(demoEmail("stan"), { subject: new RegExp(word) });
    await third.goto(path);
    await expect(third.getByRole("heading", { name: "Er is een plaats vrij voor jou" })).toBeVisible();
    await press(third, "Ja, ik kom");
    await expect(third.getByRole("heading", { name: "Je plaats staat vast" })).toBeVisible();
    await expectReflow(third);
    if (javaScriptEnabled) await expectAccessible(third);
    await coach.goto(`${path}/manage`);
    await expect(coach.getByRole("heading", { name: "Wie komt: 2 van 2 plaatsen" })).toBeVisible();
  });

  test(`a session is run: code, rounds, two that say yes, board and report${how}`, async ({ pageOf }) => {
    test.setTimeout(90_000);
    const word = unique();
    const { coach: lead, path } = await planSoon(`Rondes ${word}`, 4);
    await bring("emre", `Hefboom ${word}`, word, false);
    await bring("noor", `Katrol ${word}`, word, true);
    const coach = await pageOf(lead, { javaScriptEnabled });
    const one = await pageOf("emre", { javaScriptEnabled });
    const other = await pageOf("noor", { javaScriptEnabled });
    const look = async (page: Page) => void (javaScriptEnabled || (await page.reload()));
    await register(one, path, `Hefboom ${word}`);
    await register(other, path, `Katrol ${word}`);

    const beamer = await pageOf(lead, { javaScriptEnabled, viewport: { width: 1280, height: 720 } });
    await beamer.goto(`${path}/beamer`);
    const code =
      (await beamer
        .getByText(/^[A-Z\d]{5}$/)
        .first()
        .textContent()) ?? "";
    await one.goto(path);
    await one.getByLabel("Code", { exact: true }).fill("00000");
    await press(one, "Inchecken");
    await expect(one.getByRole("alert")).toBeVisible();
    await checkIn(one, path, code);
    await checkIn(other, path, code);
    await look(beamer);
    await expect(beamer.getByText("2 aanwezig van 2")).toBeVisible();

    await one.goto(`${path}/run`);
    await expect(one.getByText("De sessie begint zo.")).toBeVisible();
    await coach.goto(`${path}/manage`);
    await press(coach, "Start met 2 aanwezigen");
    await look(one);
    await expect(one.getByRole("heading", { name: "Tafel 1" })).toBeVisible();
    await expect(one.getByRole("heading", { name: "Noor Driesen" })).toBeVisible();
    await expect(one.getByText(`zaagwerk ${word}`).first()).toBeVisible();
    await look(beamer);
    await expect(beamer.getByText("Ronde 1 van 2")).toBeVisible();

    await press(one, "Ja, verder praten met Noor Driesen");
    await expectTold(one, "Je antwoord is bewaard.");
    await other.goto(`${path}/run`);
    await expect(other.getByText("Match:")).toHaveCount(0);
    await press(other, "Ja, verder praten met Emre Yıldız");
    await expectTold(other, "Jullie zeiden allebei ja.");
    await look(one);
    await one.getByRole("link", { name: "Naar jullie kamer" }).click();
    await expect(one.getByRole("heading", { level: 1, name: new RegExp(`Katrol ${word}`) })).toBeVisible();

    await other.getByRole("link", { name: "Naar het brainstormbord" }).click();
    await other.getByLabel("Nieuwe notitie").fill(`Samen hijsen ${word}`);
    await press(other, "Toevoegen");
    await expect(other.getByRole("listitem").filter({ hasText: `Samen hijsen ${word}` })).toBeVisible();
    await coach.goto(`${path}/manage`);
    await coach.getByRole("link", { name: "Naar het brainstormbord" }).click();
    await expect(coach.getByText(`Samen hijsen ${word}`)).toBeVisible();

    await coach.goto(`${path}/manage`);
    await press(coach, "Sessie beëindigen");
    await expectTold(coach, "De sessie is voorbij. Hier is het verslag.");
    await expect(coach.getByRole("heading", { name: "Matches", exact: true })).toBeVisible();
    await expect(coach.getByText(new RegExp(`(Hefboom|Katrol) ${word} \\+ (Hefboom|Katrol) ${word} in ronde 1`))).toBeVisible();
    await expectReflow(coach);
    const csv = await coach.request.get(`${path}/report.csv`);
    expect(csv.headers()["content-type"]).toContain("text/csv");
  });
}
