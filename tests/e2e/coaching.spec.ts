import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { expectReflow } from "./support/checks";
import { mailTo } from "./support/mail";
import { demoEmail, plantFor, signIn, unique } from "./support/people";
import { expect, test } from "./support/test";

const word = unique();
const TITLE = `Slimme drempel ${word}`;

/** Picks the nth free moment: the radio lies under its pill. */
async function pick(page: Page, nth: number): Promise<string> {
  const slot = page.locator("input[name=slot]").nth(nth);
  await slot.check({ force: true });
  return (await slot.getAttribute("value")) ?? "";
}

async function bookWithGreet(page: Page): Promise<void> {
  await page.goto("/coaching");
  await expect(page.getByRole("heading", { name: "Coaches van T2-campus" })).toBeVisible();
  await page.getByRole("link", { name: "Gesprek met Greet Smeets" }).click();
  await expect(page.getByRole("heading", { name: "Gesprek met Greet Smeets" })).toBeVisible();
  await expectReflow(page);
  await page.getByRole("radio", { name: new RegExp(TITLE) }).check();
  await pick(page, 2);
  await page.getByLabel("Wat wil je vragen?").fill("Hoe test ik een drempel die nog niet bestaat?");
  await page.getByRole("button", { name: "Gesprek boeken" }).click();
  // Coaches do not see the idea yet: the form says so and keeps what was typed.
  await expect(page.getByRole("alert")).toContainText("Coaches kunnen dit idee nog niet zien");
  await expect(page.getByLabel("Wat wil je vragen?")).toHaveValue("Hoe test ik een drempel die nog niet bestaat?");
  await page.getByLabel("De coaches van T2-campus mogen dit idee voortaan zien").check();
  await page.getByRole("button", { name: "Gesprek boeken" }).click();
  await expect(page.getByRole("heading", { name: "Coachgesprek met Greet Smeets" })).toBeVisible();
}

async function note(page: Page, text: string, whom: RegExp): Promise<void> {
  await page.getByLabel("Nieuwe notitie").fill(text);
  await page.getByRole("radio", { name: whom }).check();
  await page.getByRole("button", { name: "Notitie bewaren" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: text })).toBeVisible();
}

test("a learner books a coach without JavaScript, both write notes and promises, and the talk is moved and cancelled", async ({
  browser,
  page,
  watched,
}) => {
  test.setTimeout(120_000);
  const viewport = page.viewportSize();
  const pitch = `Een drempel die zegt hoe hoog hij is, voor wie slecht ziet. Dit is er een van de ${word}.`;
  await plantFor("emre", { title: TITLE, pitch, visibility: "team" });
  const open = async (who: "emre" | "greet") => {
    const context = watched.watch(await browser.newContext({ locale: "nl-BE", viewport, javaScriptEnabled: false }));
    await signIn(context, who);
    return context.newPage();
  };
  const learner = await open("emre");
  await bookWithGreet(learner);
  await expectReflow(learner);
  const talk = new URL(learner.url()).pathname;
  await mailTo(demoEmail("greet"), { subject: /^Coachgesprek op / });
  await note(learner, `alleen voor Emre ${word}`, /Alleen voor mij/);
  await note(learner, `voor het team en Greet ${word}`, /Gedeeld/);

  await signIn(page.context(), "emre");
  for (const path of ["/coaching", talk]) {
    await page.goto(path);
    await expectAccessible(page);
  }

  const coach = await open("greet");
  await coach.goto(talk);
  await expect(coach.getByText(`voor het team en Greet ${word}`)).toBeVisible();
  await expect(coach.getByText(`alleen voor Emre ${word}`)).toHaveCount(0);
  await coach.getByText("Afspraak toevoegen").click();
  await coach.getByLabel("Wat moet er gebeuren?").fill(`Vijf mensen laten stappen ${word}`);
  await coach.getByLabel("Wie doet het?").selectOption({ label: "Emre Yıldız" });
  await coach.getByRole("button", { name: "Afspraak bewaren" }).click();

  await learner.goto(talk);
  await learner.getByRole("button", { name: `Gedaan: Vijf mensen laten stappen ${word}` }).click();
  await expect(learner.getByRole("button", { name: `Toch nog niet gedaan: Vijf mensen laten stappen ${word}` })).toBeVisible();
  const before = await learner.locator("time").first().getAttribute("datetime");
  await learner.getByText("Verzet het gesprek").click();
  const to = await pick(learner, 3);
  await learner.getByRole("button", { name: "Verzetten" }).click();
  await expect(learner.locator(`time[datetime="${to}"]`).first()).toBeVisible();
  expect(to).not.toBe(before);
  await learner.getByText("Annuleer het gesprek").click();
  await learner.getByLabel("Waarom gaat het niet door?").fill("We zijn nog niet klaar");
  await learner.getByRole("button", { name: "Gesprek annuleren" }).click();
  await expect(learner.getByText("Dit gesprek is geannuleerd door Emre Yıldız.")).toBeVisible();
  await mailTo(demoEmail("greet"), { subject: /gaat niet door$/ });
});
