import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { expectReflow } from "./support/checks";
import { mailTo } from "./support/mail";
import { demoEmail, plantFor, signIn, unique } from "./support/people";
import { agree, fillInTalk, pickSlot, writeNote } from "./support/talks";
import { expect, test } from "./support/test";

const word = unique();
const TITLE = `Slimme drempel ${word}`;

async function bookWithGreet(page: Page): Promise<void> {
  await fillInTalk(page, "Greet Smeets", TITLE, "Hoe test ik een drempel die nog niet bestaat?");
  await expectReflow(page);
  await page.getByRole("button", { name: "Gesprek boeken" }).click();
  // Coaches do not see the idea yet: the form says so and keeps what was typed.
  await expect(page.getByRole("alert")).toContainText("Coaches kunnen dit idee nog niet zien");
  await expect(page.getByLabel("Wat wil je vragen?")).toHaveValue("Hoe test ik een drempel die nog niet bestaat?");
  await page.getByLabel("De coaches van T2-campus mogen dit idee voortaan zien").check();
  await page.getByRole("button", { name: "Gesprek boeken" }).click();
  await expect(page.getByRole("heading", { name: "Coachgesprek met Greet Smeets" })).toBeVisible();
}

test("a learner books a coach without JavaScript, both write notes and promises, and the talk is moved and cancelled", async ({
  page,
  pageOf,
}) => {
  test.setTimeout(120_000);
  const pitch = `Een drempel die zegt hoe hoog hij is, voor wie slecht ziet. Dit is er een van de ${word}.`;
  await plantFor("emre", { title: TITLE, pitch, visibility: "team" });
  const learner = await pageOf("emre", { javaScriptEnabled: false });
  await bookWithGreet(learner);
  await expectReflow(learner);
  const talk = new URL(learner.url()).pathname;
  await mailTo(demoEmail("greet"), { subject: /^Coachgesprek op / });
  await writeNote(learner, `alleen voor Emre ${word}`, "Alleen voor mij");
  await writeNote(learner, `voor het team en Greet ${word}`, "Gedeeld");

  await signIn(page.context(), "emre");
  for (const path of ["/coaching", talk]) {
    await page.goto(path);
    await expectAccessible(page);
  }

  const coach = await pageOf("greet", { javaScriptEnabled: false });
  await coach.goto(talk);
  await expect(coach.getByText(`voor het team en Greet ${word}`)).toBeVisible();
  await expect(coach.getByText(`alleen voor Emre ${word}`)).toHaveCount(0);
  await agree(coach, `Vijf mensen laten stappen ${word}`, "Emre Yıldız");

  await learner.goto(talk);
  await learner.getByRole("button", { name: `Gedaan: Vijf mensen laten stappen ${word}` }).click();
  await expect(learner.getByRole("button", { name: `Toch nog niet gedaan: Vijf mensen laten stappen ${word}` })).toBeVisible();
  const before = await learner.locator("time").first().getAttribute("datetime");
  await learner.getByText("Verzet het gesprek").click();
  const to = await pickSlot(learner, 3);
  await learner.getByRole("button", { name: "Verzetten" }).click();
  await expect(learner.locator(`time[datetime="${to}"]`).first()).toBeVisible();
  expect(to).not.toBe(before);
  await learner.getByText("Annuleer het gesprek").click();
  await learner.getByLabel("Waarom gaat het niet door?").fill("We zijn nog niet klaar");
  await learner.getByRole("button", { name: "Gesprek annuleren" }).click();
  await expect(learner.getByText("Dit gesprek is geannuleerd door Emre Yıldız.")).toBeVisible();
  await mailTo(demoEmail("greet"), { subject: /gaat niet door$/ });
});
