import { startProvider } from "../support/oidc-provider";
import type { TestProvider } from "../support/oidc-provider";
import { expectFine } from "./support/axe";
import { expectTold, press, unfold } from "./support/forms";
import type { RunningServer } from "./support/server";
import { broeikas, startServer } from "./support/server";
import { expect, test } from "./support/test";

const EMAIL = "nele@school.test";
const PASSWORD = "regenwormen eten graag bladeren";

let school: TestProvider;
let server: RunningServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  school = await startProvider();
  server = await startServer(school.settings);
  await school.open(`${server.origin}/sign-in/oidc/callback`);
  const made = await broeikas(server.dataDir, ["user", "create", "--name", "Nele", "--email", EMAIL, "--password-stdin"], PASSWORD);
  expect(made.code, made.err).toBe(0);
});
test.afterAll(async () => {
  await server.stop();
  await school.stop();
});

test("a school's account is linked by its person, opens the account from then on, and is unlinked", async ({ page }) => {
  school.is({ sub: "nele", email: EMAIL, email_verified: true, name: "Nele" });
  await page.goto(`${server.origin}/sign-in`);
  await expectFine(page);
  await page.getByRole("link", { name: "Aanmelden met Testschool" }).click();
  await expect(page.getByText("Met dit adres is hier al een account.")).toBeVisible();
  await expectFine(page);
  await page.getByRole("main").getByRole("link", { name: "Aanmelden" }).click();
  await unfold(page, "Liever met een wachtwoord");
  await page.locator("#password-email").fill(EMAIL);
  await page.locator("#password-password").fill(PASSWORD);
  await page
    .locator("form", { has: page.locator("#password-password") })
    .getByRole("button", { name: "Aanmelden" })
    .click();
  await expectFine(page);
  await page.getByLabel("Je wachtwoord").fill(PASSWORD);
  await press(page, "Koppelen met Testschool");
  await expectTold(page, "Je accounts zijn gekoppeld");
  await expect(page.getByText(`${EMAIL}, gekoppeld`)).toBeVisible();
  await expectFine(page);

  await page.context().clearCookies();
  await page.goto(`${server.origin}/sign-in?to=/account/keys`);
  await page.getByRole("link", { name: "Aanmelden met Testschool" }).click();
  await expect(page).toHaveURL(`${server.origin}/account/keys`);
  await press(page, `Testschool (${EMAIL}) loskoppelen`);
  await expectTold(page, "De koppeling is weg");
});

test("somebody new answers three questions; who says no at the school is told, and finds the other ways", async ({ page }) => {
  school.is({ sub: "emma", email: "emma@school.test", email_verified: true, name: "Emma Nieuw" });
  await page.goto(`${server.origin}/sign-in`);
  await page.getByRole("link", { name: "Aanmelden met Testschool" }).click();
  await expect(page.getByText("Testschool kent je als emma@school.test.")).toBeVisible();
  await expect(page.getByLabel("Je naam")).toHaveValue("Emma Nieuw");
  await expectFine(page);
  school.is(null);
  await page.context().clearCookies();
  await page.goto(`${server.origin}/sign-in`);
  await page.getByRole("link", { name: "Aanmelden met Testschool" }).click();
  await expect(page.getByText("Het aanmelden is daar gestopt.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Mail me een link" })).toBeVisible();
  await expectFine(page);
});
