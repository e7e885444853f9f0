import { expectAccessible } from "./support/axe";
import { hydrated } from "./support/checks";
import { beginEntry, openEdition } from "./support/editions";
import { expectTold, press } from "./support/forms";
import { unique } from "./support/people";
import { expect, test } from "./support/test";

/** One grey dot. */
const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64");
const WORDS = "Een molen die zingt, maakt ook lawaai.";

test("a team adds a file to its dossier: what is wrong is said at once, and nothing typed is lost", async ({ pageOf }) => {
  const word = unique();
  const slug = `bestand-${word}`;
  await openEdition(slug, `Bestand ${word}`, "t2-awards-2026");
  const path = await beginEntry(slug, "emre", `Zingende molen ${word}`);
  const page = await pageOf("emre");
  await page.goto(path);
  await hydrated(page);
  const problem = page.getByLabel("Probleem");
  const file = page.getByLabel(/^Tekening of foto/);
  await problem.fill(WORDS);

  await file.setInputFiles({ name: "te-groot.png", mimeType: "image/png", buffer: Buffer.alloc(10_241 * 1024) });
  await expect(page.getByText("Dit bestand is te groot. Het mag hoogstens 10 MB zijn.")).toBeVisible();
  await file.setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("Dit is geen pdf.") });
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("link", { name: /^Tekening of foto – Dit is geen pdf, png, jpg of webp/ })).toBeVisible();
  await expect(problem).toHaveValue(WORDS);
  await expectAccessible(page);

  const kept = page.getByRole("link", { name: /molen\.png/ });
  await file.setInputFiles({ name: "molen.png", mimeType: "image/png", buffer: DOT });
  await expect(kept).toBeVisible();
  await expect(problem).toHaveValue(WORDS);
  await press(page, "Haal weg: molen.png");
  await expectTold(page, "Het bestand is weg.");
  await expect(kept).toHaveCount(0);
  await file.setInputFiles({ name: "molen.png", mimeType: "image/png", buffer: DOT });
  await expect(kept).toBeVisible();

  await page.getByLabel("Wat al gebeurde").fill("Eén molen draait.");
  await page.getByLabel("Volgende stap").fill("Stillere wieken snijden.");
  await press(page, "Dossier indienen");
  await expectTold(page, "Versie 1 is ingediend.");
  await expect(problem).toHaveValue(WORDS);
  await page.getByRole("link", { name: "Versie 1", exact: true }).click();
  await expect(page).toHaveURL(/\/version\/1$/);
  await expect(page.getByText(WORDS)).toBeVisible();
  await expect(page.getByRole("link", { name: /molen\.png/ })).toBeVisible();
});
