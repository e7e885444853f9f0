import type { Page } from "@playwright/test";
import { expectFine } from "./support/axe";
import { hydrated } from "./support/checks";
import { press, unfold } from "./support/forms";
import type { RunningServer } from "./support/server";
import { broeikas, startServer } from "./support/server";
import { expect, test } from "./support/test";

/** A server that people know by a name: at a bare address browsers make no passkeys. */
let server: RunningServer;
let site = "";
const EMAIL = "ada@broeikas.test";
const PASSWORD = "regenwormen eten graag bladeren";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startServer({}, "localhost");
  site = server.origin;
  const made = await broeikas(server.dataDir, ["user", "create", "--name", "Ada", "--email", EMAIL, "--password-stdin"], PASSWORD);
  expect(made.code, made.err).toBe(0);
});
test.afterAll(() => server.stop());

/** A device of Chromium's own, which knows its owner when it is told to. */
async function device(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true } as const;
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    keys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    knowsOwner: (isUserVerified: boolean) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    present: (enabled: boolean) => session.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled }),
  };
}

async function withPassword(page: Page): Promise<void> {
  await page.goto(`${site}/sign-in`);
  await unfold(page, "Liever met een wachtwoord");
  await page.locator("#password-email").fill(EMAIL);
  await page.locator("#password-password").fill(PASSWORD);
  await page
    .locator("form", { has: page.locator("#password-password") })
    .getByRole("button", { name: "Aanmelden" })
    .click();
  await expect(page).toHaveURL(`${site}/greenhouse`);
}

/** A browser that offers no passkeys among what it fills in, so that only the button asks for one. */
async function withoutFilling(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`${site}/account`);
  await page.getByRole("main").getByRole("button", { name: "Afmelden", exact: true }).first().click();
  await expect(page).toHaveURL(`${site}/`);
}

test("a passkey is added, opens the account without an address, and opens nothing once it is removed", async ({ page }) => {
  await withoutFilling(page);
  const phone = await device(page);
  await withPassword(page);
  await page.goto(`${site}/account`);
  await page.getByRole("link", { name: "Passkeys en koppelingen" }).click();
  await expect(page.getByText("Je hebt nog geen passkey.")).toBeVisible();
  await page.getByLabel("Naam van dit toestel").fill("Mijn telefoon");
  await page.getByLabel("Je wachtwoord").fill(PASSWORD);
  await press(page, "Passkey toevoegen");
  await expect(page.getByRole("heading", { name: "Mijn telefoon" })).toBeVisible();
  expect(await phone.keys()).toHaveLength(1);
  await page.getByLabel("Naam van dit toestel").last().fill("Nog eens");
  await page.getByLabel("Je wachtwoord").fill(PASSWORD);
  await press(page, "Passkey toevoegen");
  await expect(page.getByText("Dit toestel heeft al een passkey voor je account.")).toBeVisible();

  await signOut(page);
  await page.goto(`${site}/sign-in?to=/account/keys`);
  await hydrated(page);
  await press(page, "Aanmelden met een passkey");
  await expect(page).toHaveURL(`${site}/account/keys`);
  await expect(page.getByText(/Laatst gebruikt/)).toBeVisible();

  await unfold(page, "Naam veranderen");
  await page.getByLabel("Naam van dit toestel").first().fill("Oude telefoon");
  await press(page, "Naam bewaren");
  await expect(page.getByRole("heading", { name: "Oude telefoon" })).toBeVisible();
  await press(page, "Oude telefoon verwijderen");
  await expect(page.getByText("Je hebt nog geen passkey.")).toBeVisible();

  await signOut(page);
  await page.goto(`${site}/sign-in`);
  await hydrated(page);
  await press(page, "Aanmelden met een passkey");
  await expect(page.getByRole("alert")).toContainText("Deze passkey past hier niet.");
});

test("among what the browser offers to fill in, a passkey signs in by itself", async ({ page }) => {
  const phone = await device(page);
  // The quiet question of the page to sign in is answered by whoever is there: for now nobody.
  await phone.present(false);
  await withPassword(page);
  await phone.present(true);
  await page.goto(`${site}/account/keys`);
  await hydrated(page);
  await page.getByLabel("Naam van dit toestel").fill("Vult zelf in");
  await page.getByLabel("Je wachtwoord").fill(PASSWORD);
  await press(page, "Passkey toevoegen");
  await expect(page.getByRole("heading", { name: "Vult zelf in" })).toBeVisible();
  await phone.present(false);
  await signOut(page);
  await phone.present(true);
  await page.goto(`${site}/sign-in`);
  await expect(page).toHaveURL(`${site}/greenhouse`);
});

test("a device that does not know its owner adds nothing, and the page says what to do", async ({ page }) => {
  await page.goto(`${site}/sign-in`);
  // Looking ends the device of Chromium: before there is one, or when it is done.
  await expectFine(page);
  const phone = await device(page);
  await phone.present(false);
  await withPassword(page);
  await phone.present(true);
  await phone.knowsOwner(false);
  await page.goto(`${site}/account/keys`);
  await hydrated(page);
  await page.getByRole("textbox", { name: "Naam van dit toestel" }).last().fill("Vreemde hand");
  await page.getByLabel("Je wachtwoord").fill(PASSWORD);
  await press(page, "Passkey toevoegen");
  await expect(page.getByText("Er is geen passkey gemaakt.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Vreemde hand" })).toHaveCount(0);
  await expectFine(page);
});

test("without JavaScript both pages say that passkeys need it, and the other ways stay", async ({ pageOf }) => {
  const page = await pageOf(null, { baseURL: site, locale: "nl-BE", javaScriptEnabled: false });
  await page.goto("/sign-in");
  // Texts in a noscript are not found by getByText.
  await expect(page.locator("noscript p")).toContainText("Aanmelden met een passkey kan alleen met JavaScript aan.");
  await expect(page.getByRole("button", { name: "Aanmelden met een passkey" })).toBeHidden();
  await withPassword(page);
  await page.goto("/account/keys");
  await expect(page.locator("noscript p")).toContainText("Een passkey toevoegen kan alleen met JavaScript aan.");
});
