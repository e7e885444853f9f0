import { wall } from "./support/bench";
import { enterPassword, expectTold, press, unfold } from "./support/forms";
import { linkIn, mailTo } from "./support/mail";
import { DEMO_PASSWORD, demoEmail, plantFor, unique } from "./support/people";
import { expect, test } from "./support/test";

// What stands beside the journey of an idea, by forms and links alone: accounts, reactions, the campus, one's calendar.
test.use({ javaScriptEnabled: false });

const DAY = 24 * 3_600_000;

test("an account: in with a password, the profile and its words, out again", async ({ pageOf }) => {
  const page = await pageOf(null);
  await page.goto("/account");
  await enterPassword(page, "hilde", DEMO_PASSWORD);
  await expect(page.getByRole("heading", { level: 1, name: "Je account" })).toBeVisible();

  const name = page.getByRole("textbox", { name: "Je naam" });
  await name.fill("   ");
  await page.getByLabel("Wat je boeit").fill("oude radio's");
  await page.getByRole("checkbox", { name: "Français" }).check();
  await press(page, "Profiel bewaren");
  await expect(page.getByRole("alert").getByRole("link", { name: "Vul dit in." })).toBeVisible();
  await expect(page.getByLabel("Wat je boeit")).toHaveValue("oude radio's");
  await name.fill("Hilde M.");
  await press(page, "Profiel bewaren");
  await expectTold(page, "Je profiel is bewaard");
  await expect(page.getByRole("checkbox", { name: "Français" })).toBeChecked();

  await page.goto("/account/words");
  const row = page.getByRole("group", { name: "Nood 1" });
  await row.getByLabel("In een paar woorden").fill("een oude radio");
  await press(page, "Bewaren");
  await expect(page.getByRole("list", { name: "Wat ik zoek" }).getByText("een oude radio")).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "Afmelden", exact: true }).first().click();
  await expectTold(page, "Je bent afgemeld");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an account that forgot its password takes a new one by mail", async ({ pageOf }) => {
  const page = await pageOf(null);
  const fresh = `een zin van ${unique()} woorden`;
  await page.goto("/reset");
  await page.getByLabel("E-mailadres").fill(demoEmail("jef"));
  await press(page, "Mail me een link");
  await expect(page.getByRole("heading", { name: "Kijk in je mailbox" })).toBeVisible();
  await page.goto(linkIn(await mailTo(demoEmail("jef")), "/reset"));
  await page.getByLabel("Nieuw wachtwoord").fill(fresh);
  await press(page, "Wachtwoord bewaren");
  await expectTold(page, "Je wachtwoord is veranderd");
  await enterPassword(page, "jef", fresh);
  await expect(page.getByRole("link", { name: /^Mijn kas/ }).first()).toBeVisible();
});

test("a reaction that somebody reports: the organiser hides it", async ({ pageOf }) => {
  const word = unique();
  const id = await plantFor("fatma", { title: `Naaikist ${word}`, pitch: "Een kist met alles om te herstellen.", visibility: "campus" });
  const writer = await pageOf("stan");
  await writer.goto(`/ideas/${id}`);
  await press(writer, "Volgen");
  await expect(writer.getByRole("button", { name: "Niet meer volgen" })).toBeVisible();
  await writer.getByLabel("Jouw reactie").fill(`Koop liever mijn ${word}.`);
  await press(writer, "Plaatsen");
  await expectTold(writer, "Je reactie staat erbij");

  const owner = await pageOf("fatma");
  await owner.goto(`/ideas/${id}`);
  await owner.getByRole("link", { name: "Meld deze reactie" }).click();
  await owner.getByRole("radio", { name: "Reclame of spam" }).check();
  await owner.getByLabel("Vertel er iets bij").fill("Niet de eerste keer.");
  await press(owner, "Melding versturen");
  await expectTold(owner, "Bedankt, de campus kijkt ernaar");

  const organiser = await pageOf("els");
  await organiser.goto("/campus/t2-campus/reports");
  const report = organiser.getByRole("listitem").filter({ hasText: word });
  await report.locator("summary", { hasText: "Verbergen" }).click();
  await report.getByLabel("Waarom").fill("Reclame");
  await report.getByRole("button", { name: "Verbergen en afsluiten" }).click();
  await expectTold(organiser, "Verborgen en afgesloten");
  await expect(report).toHaveCount(0);
  await owner.reload();
  await expect(owner.getByText(`Koop liever mijn ${word}.`)).toHaveCount(0);
});

test("the organiser closes a day, opens it again, and asks somebody in, who comes", async ({ pageOf }) => {
  const [reason, email] = [`Opendeurdag ${unique()}`, `ada.${unique()}@demo.broeikas.example`];
  const organiser = await pageOf("els");
  await organiser.goto("/campus/t2-campus/settings");
  await unfold(organiser, "Gesloten dagen toevoegen");
  for (const label of ["Eerste dag", "Laatste dag, inbegrepen"])
    await organiser.getByLabel(label).fill(wall(Date.now() + 90 * DAY).slice(0, 10));
  for (const language of ["Nederlands", "Français", "English"]) await organiser.getByLabel(`Reden (${language})`).fill(reason);
  await organiser.locator("#closures").getByRole("button", { name: "Toevoegen" }).click();
  await expectTold(organiser, "De campus is dan dicht");
  await press(organiser, `${reason} verwijderen`);
  await expectTold(organiser, "De campus is dan weer open");

  await organiser.goto("/campus/t2-campus/people");
  await organiser.getByLabel("E-mailadres", { exact: true }).fill(email);
  await organiser.getByRole("combobox", { name: "Als" }).selectOption({ label: "expert" });
  await press(organiser, "Uitnodigen");
  await expectTold(organiser, `Uitnodiging gestuurd naar ${email}`);

  const guest = await pageOf(null);
  await guest.goto(linkIn(await mailTo(email), "/invite"));
  await guest.getByLabel("Je naam").fill("Ada Peeters");
  await guest.getByLabel("Je leeftijd").selectOption({ label: "26 tot 45 jaar" });
  await press(guest, "Aannemen en mijn account maken");
  await guest.goto("/account");
  await expect(guest.getByText("expert, T2-campus")).toBeVisible();
});

test("the address of one's calendar: made, made anew, closed", async ({ pageOf, request }) => {
  const page = await pageOf("stan");
  await page.goto("/account/calendar");
  const address = page.getByText(/^https?:.*\.ics$/);
  const status = async (of: string): Promise<number> => (await request.get(of)).status();
  await press(page, "Maak mijn agenda-adres");
  const first = await address.innerText();
  expect(await status(first)).toBe(200);
  await press(page, "Maak een nieuw adres");
  await expect(address).not.toHaveText(first);
  const second = await address.innerText();
  expect(await status(first)).toBe(404);
  expect(await status(second)).toBe(200);
  await press(page, "Sluit mijn agenda-adres");
  await expectTold(page, "Je agenda-adres werkt niet meer.");
  expect(await status(second)).toBe(404);
});
