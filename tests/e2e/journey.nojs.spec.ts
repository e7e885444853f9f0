import { decideAndPublish, EDITION, enterIdea, movePhases, scoreSheet, shareOut } from "./support/awards";
import { wall } from "./support/bench";
import { expectTold, press, unfold } from "./support/forms";
import { askTheOther, plantByHand, sayYes } from "./support/ideas";
import { scoreByForm } from "./support/jury";
import { linkIn, mailTo } from "./support/mail";
import { demoEmail, plantFor, unique } from "./support/people";
import { agree, bookTalk, pickSlot, writeNote } from "./support/talks";
import { expect, test } from "./support/test";
import { startDemo } from "./support/texts";
import type { DemoServer } from "./support/texts";

// The journey of an idea by forms and links alone, on a server of its own: the awards are moved and published.
test.use({ javaScriptEnabled: false });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: DemoServer | undefined;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startDemo();
});
test.afterAll(() => server?.stop());

test("two teams meet: matches, a question, a yes, a no with its reason, notices and their mails", async ({ pageOf }) => {
  const word = unique();
  const own = {
    title: `Drempelmeter ${word}`,
    pitch: `Een doosje dat voelt hoe hoog een drempel is, voor wie met een stok stapt. Het komt van de ${word}.`,
    need: "een printplaat ontwerpen",
    offer: "een waterdichte behuizing",
  };
  const other = {
    title: `Regenton die praat ${word}`,
    pitch: `Een regenton die zegt wanneer ze vol is. De elektronica werkt, maar ze wordt nat bij de ${word}.`,
    need: "een behuizing voor buiten",
    offer: "printplaat tekenen en solderen",
    visibility: "campus",
    matchConsent: "open",
  } as const;
  const asker = await pageOf("emre");
  const idea = await test.step("the idea is planted by three screens, and its matches are asked", async () => {
    await plantFor("lotte", other);
    const path = await plantByHand(asker, own);
    await asker.getByRole("link", { name: "Alle matches van dit idee" }).click();
    await askTheOther(asker, own, other, "Jij tekent de printplaat, ik maak de doos.");
    return path;
  });

  await test.step("a match that is not for us goes with a reason, and comes back", async () => {
    await asker.goto(`${idea}/matches`);
    await asker.getByRole("link", { name: "Niet voor ons, want…" }).first().click();
    await expect(asker).toHaveURL(/\/match\//);
    // Another veiled idea of the same domain has the same name, and may take its place: the address tells which is which.
    const refused = asker.locator(`#matches a[href^="${new URL(asker.url()).pathname}"]`);
    await unfold(asker, "Niet voor ons, want…");
    await press(asker, "Bewaren");
    await expect(asker.getByRole("alert")).toBeVisible();
    await asker.getByRole("radio", { name: "Te ver weg" }).check();
    await press(asker, "Bewaren");
    await expectTold(asker, "Deze match is weg uit je lijst");
    await expect(asker.locator("#matches")).toBeVisible();
    await expect(refused).toHaveCount(0);
    await press(asker, "Ongedaan maken");
    await expectTold(asker, "De match staat terug in je lijst");
  });

  await test.step("the other is mailed, says yes, and wants no such mails any more", async () => {
    const answerer = await pageOf("lotte");
    const mail = await mailTo(demoEmail("lotte"), { subject: /interesse/i });
    await sayYes(answerer, other.title, "Jij tekent de printplaat, ik maak de doos.", "Emre Yıldız");
    const reader = await pageOf(null);
    await reader.goto(linkIn(mail, "/mail/unsubscribe/"));
    await press(reader, "Stop deze mails");
    await expect(reader.getByText("Klaar. Je krijgt geen mails meer over: Interesse in mijn idee.")).toBeVisible();
    await answerer.goto("/notices");
    await unfold(answerer, "Meldingen per mail");
    const choice = answerer.getByRole("checkbox", { name: "Interesse in mijn idee" });
    await expect(choice).not.toBeChecked();
    await choice.check();
    await answerer.locator("#mail").getByRole("button", { name: "Bewaren" }).click();
    await expectTold(answerer, "Je keuze is bewaard.");
  });

  await test.step("the asker opens the notice of the answer, and reads the rest at once", async () => {
    await asker.goto("/notices");
    const answered = asker.getByRole("listitem").filter({ hasText: `antwoord op de interesse van ${own.title}` });
    await expect(answered).toContainText("nieuw");
    await answered.getByRole("button", { name: /^Bekijken/ }).click();
    await expect(asker.getByText("ja, jullie zijn in contact")).toBeVisible();
    await asker.goto("/notices");
    await expect(answered).not.toContainText("nieuw");
    await press(asker, "Alles gelezen");
    await expectTold(asker, "Alles staat op gelezen.");
    await expect(asker.getByRole("button", { name: "Alles gelezen" })).toHaveCount(0);
  });
});

test("a talk with a coach: booked, written up, agreed on, moved and cancelled", async ({ pageOf }) => {
  const title = `Slimme gevel ${unique()}`;
  await plantFor("noor", { title, pitch: "Een gevel die zelf zegt waar hij warmte verliest.", visibility: "coaches" });
  const learner = await pageOf("noor");
  const talk = await bookTalk(learner, "Nele Vrancken", title, "Waar begin ik met meten?");
  const coach = await pageOf("nele");
  await coach.goto(talk);
  await writeNote(coach, "Begin aan de noordkant.", "Gedeeld");
  await agree(coach, "Drie gevels nameten", "Noor Driesen");
  await learner.goto(talk);
  await expect(learner.getByText("Begin aan de noordkant.")).toBeVisible();
  await press(learner, "Gedaan: Drie gevels nameten");
  await expect(learner.getByRole("button", { name: "Toch nog niet gedaan: Drie gevels nameten" })).toBeVisible();
  await unfold(learner, "Verzet het gesprek");
  const to = await pickSlot(learner, 3);
  await press(learner, "Verzetten");
  await expect(learner.locator(`time[datetime="${to}"]`).first()).toBeVisible();
  await unfold(learner, "Annuleer het gesprek");
  await learner.getByLabel("Waarom gaat het niet door?").fill("Het regent.");
  await press(learner, "Gesprek annuleren");
  await expect(learner.getByText("Dit gesprek is geannuleerd door Noor Driesen.")).toBeVisible();

  await coach.goto("/coaching/availability");
  await unfold(coach, "Dag toevoegen");
  await coach.getByLabel("Welke dag?").fill(wall(Date.now() + 15 * DAY).slice(0, 10));
  await coach.locator("#exceptions").getByRole("button", { name: "Dag bewaren" }).click();
  await expectTold(coach, "De dag is bewaard.");
});

test("a bench of the lab: found on its day, booked for the idea, moved, given back and taken again", async ({ pageOf }) => {
  const title = `Droogrek ${unique()}`;
  await plantFor("noor", { title, pitch: "Een droogrek dat met de zon meedraait.", visibility: "private" });
  const page = await pageOf("noor");
  await page.goto("/lab/t2-campus");
  const bench = page.getByRole("link", { name: /^Werkbank 4 is vrij van/ }).filter({ visible: true });
  // From day to day by its link, until one is open and has a bench left.
  for (let ahead = 1; ahead < 12 && (ahead < 3 || (await bench.count()) === 0); ahead += 1) {
    const day = wall(Date.now() + ahead * DAY).slice(0, 10);
    await page.getByRole("navigation", { name: "Kies een dag" }).getByRole("link", { name: "Volgende dag" }).click();
    await page.waitForURL((url) => url.searchParams.get("day") === day);
  }
  await bench.last().click();
  await page.getByLabel("Voor welk idee of welke organisatie?").selectOption({ label: title });
  await page.getByLabel("Wat ga je doen?").fill("Zagen");
  await press(page, "Reserveren");
  await expectTold(page, /^Gereserveerd: Werkbank 4/);
  await unfold(page, "Verplaatsen");
  const until = page.getByLabel("Tot", { exact: true });
  const shorter = await until.locator("option:has(+ option:checked)").getAttribute("value");
  await until.selectOption(shorter);
  await press(page, "Verplaatsen");
  await expectTold(page, /^Verplaatst naar/);
  await page.getByLabel("Reden").fill("Zon komt niet");
  await press(page, "Annuleren");
  await expect(page.getByText("Deze reservatie is geannuleerd.")).toBeVisible();
  await press(page, "Toch behouden");
  await expectTold(page, "De reservatie staat er weer.");
});

test("the awards: phases moved, a dossier entered, scored, decided and made public", async ({ pageOf }) => {
  test.setTimeout(120_000);
  const title = `Drempelvoeler ${unique()}`;
  const citation = `De jury stapte zelf over de drempel van ${title}.`;
  await plantFor("emre", { title, pitch: "Een doosje dat voelt hoe hoog een drempel is.", visibility: "public" });
  const organiser = await pageOf("els");
  await movePhases(organiser, { judging: 2 * DAY, deliberation: 4 * DAY, published: 6 * DAY });
  const number = await enterIdea(await pageOf("emre"), title);
  await movePhases(organiser, { judging: -HOUR, deliberation: DAY, published: 2 * DAY });
  await shareOut(organiser);
  await scoreSheet(await pageOf("rik"), number);
  for (const juror of ["helene", "goele"] as const) await scoreByForm(juror, EDITION, number);
  await movePhases(organiser, { deliberation: -HOUR / 2, published: 2 * DAY });
  await decideAndPublish(organiser, { number, title, citation });
  const visitor = await pageOf(null);
  await visitor.goto(`/awards/${EDITION}/winners`);
  await expect(visitor.getByText(citation)).toBeVisible();
  await visitor.getByRole("link", { name: title }).click();
  await expect(visitor.getByRole("listitem").filter({ hasText: /^Wint T2-awards 2026, in Mens en zorg/ })).toBeVisible();
});
