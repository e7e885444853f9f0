import { expect, test } from "vitest";
import { consents } from "#db/schema/identity";
import { makePerson } from "#tests/support/actors";
import { newIdFor, NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { giveConsent } from "~/domain/identity/give-consent";
import { CONSENT_PURPOSES, CONSENT_TEXTS, consentText } from "~/domain/identity/privacy/consents";
import { myConsents } from "~/domain/identity/privacy/queries-consents";
import { consentedTo } from "~/domain/identity/queries";
import { LOCALES } from "~/domain/kernel/actor";
import { after, minutes } from "~/domain/kernel/time";
import { refusalOf } from "./post";

const { version } = consentText("public_name");
const purpose = "public_name";

test("every text is there in every language, under a version of its own", () => {
  for (const one of CONSENT_PURPOSES) {
    const versions = CONSENT_TEXTS[one].map((text) => text.version);
    expect(new Set(versions).size).toBe(versions.length);
    for (const { texts } of CONSENT_TEXTS[one]) for (const locale of LOCALES) expect(texts[locale].length).toBeGreaterThan(40);
  }
});

test("a yes counts until it is taken back, and all of it can be read again", async () => {
  const store = await freshStore();
  const person = await makePerson(store);
  const at = (n: number) => testCtx(store, person, after(NOW, minutes(n)));
  expect((await myConsents(store.db, person)).asked).toMatchObject([
    { purpose, version, said: null, isAnew: false },
    { purpose: "photo", said: null, isAnew: false },
  ]);
  await giveConsent(at(0), { purpose, textVersion: version, given: true });
  expect(await consentedTo(store.db, purpose, [person.personId])).toEqual(new Set([person.personId]));
  await giveConsent(at(1), { purpose, textVersion: version, given: false });
  expect(await consentedTo(store.db, purpose, [person.personId])).toEqual(new Set());
  const { asked, history } = await myConsents(store.db, person);
  expect(asked).toMatchObject([{ said: "no" }, { said: null }]);
  expect(history).toMatchObject([
    { given: false, withdrawnAt: null, text: consentText(purpose).texts.nl },
    { given: true, withdrawnAt: after(NOW, minutes(1)) },
  ]);
});

test("a yes to an older text does not count, and is asked anew", async () => {
  const store = await freshStore();
  const person = await makePerson(store);
  const row = { id: newIdFor(store)(), personId: person.personId, purpose, textVersion: "2019-01", given: true, at: NOW };
  await store.tx(async (tx) => void (await tx.insert(consents).values(row)));
  expect(await consentedTo(store.db, purpose, [person.personId])).toEqual(new Set());
  expect((await myConsents(store.db, person)).asked).toMatchObject([{ said: null, isAnew: true }, { isAnew: false }]);
  expect(await refusalOf(giveConsent(testCtx(store, person), { purpose, textVersion: "2019-01", given: true }))).toBe("stale");
});

test("who is under 18 is not asked for their name, and under 16 for nothing", async () => {
  const store = await freshStore();
  const person = await makePerson(store, { ageBand: "13-15" });
  expect(await myConsents(store.db, person)).toMatchObject({ isMinor: true, asked: [] });
  const older = await makePerson(store, { ageBand: "16-17" });
  expect(await myConsents(store.db, older)).toMatchObject({ isMinor: true, asked: [{ purpose: "photo", said: null }] });
});
