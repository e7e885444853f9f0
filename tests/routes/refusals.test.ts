import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client, Fields } from "#tests/support/app-client";
import { decoded, elements, textOf } from "#tests/support/app-html";
import { snapshotOf, storeOf } from "#tests/support/app-snapshot";
import { buildWorld, emailOf } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { testCtx } from "#tests/support/ctx";
import { changeLocale } from "~/domain/identity/change-locale";
import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { CATALOGUES } from "~/locales";
import { makeTranslate } from "~/locales/translate";
import type { Message } from "~/locales/translate";

/** A refused form: what is sent, which fields are wrong and why, and what must still stand there. */
interface Case {
  readonly role: Role;
  readonly page: (world: World) => string;
  readonly fields: (world: World) => Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, Message>>;
  readonly kept?: readonly string[];
  readonly status?: number;
}

const REQUIRED: Message = { key: "error.field.required" };
const CHOICE: Message = { key: "error.field.choice" };
const EMAIL: Message = { key: "error.field.email" };
const tooLong = (maximum: number): Message => ({ key: "error.field.too_long", params: { maximum } });
const tooShort = (minimum: number): Message => ({ key: "error.field.too_short", params: { minimum } });

const GOOD_IDEA = { lang: "nl", title: "Warmtemeter", pitch: "Toont waar de warmte weglekt.", baseVersion: "1" };
const on = (path: string) => (): string => path;
const idea = (below: string) => (world: World) => `/ideas/${world.ideas.campus.id}${below}`;

const CASES: Readonly<Record<string, Case>> = {
  "sign in by link": {
    role: "visitor",
    page: on("/sign-in?index"),
    fields: () => ({ intent: "link", email: "geen adres" }),
    wrong: { email: EMAIL },
    kept: ["geen adres"],
  },
  "sign in by password": {
    role: "visitor",
    page: on("/sign-in?index"),
    fields: () => ({ intent: "password", email: "iemand@broeikas.test", password: "" }),
    wrong: { password: REQUIRED },
    kept: ["iemand@broeikas.test"],
  },
  "sign up": {
    role: "visitor",
    page: on("/sign-up"),
    fields: () => ({ name: "n".repeat(81), email: "", ageBand: "3-5", campusId: "" }),
    wrong: { name: tooLong(80), email: REQUIRED, ageBand: CHOICE, campusId: REQUIRED },
    kept: ["n".repeat(81)],
  },
  "ask for a new password": {
    role: "visitor",
    page: on("/reset?index"),
    fields: () => ({ email: "a@b" }),
    wrong: { email: EMAIL },
    kept: ["a@b"],
  },
  "choose a new password": {
    role: "visitor",
    page: ({ tokens }) => `/reset/choose?token=${tokens.reset}`,
    fields: ({ tokens }) => ({ token: tokens.reset, password: "kort" }),
    wrong: { password: tooShort(15) },
  },
  "take on a role without an account": {
    role: "visitor",
    page: ({ tokens }) => `/invite?token=${tokens.invite}`,
    fields: ({ tokens }) => ({ token: tokens.invite, name: "", ageBand: "" }),
    wrong: { name: REQUIRED, ageBand: REQUIRED },
  },
  "plant, first screen": {
    role: "visitor",
    page: on("/plant"),
    fields: ({ campus }) => ({ intent: "next", step: "1", title: "ab", pitch: "kort", lang: "nl", campusId: campus.id }),
    wrong: { title: tooShort(3), pitch: tooShort(10) },
    kept: ["ab", "kort"],
  },
  profile: {
    role: "member",
    page: on("/account?index"),
    fields: () => ({ intent: "profile", name: "", locale: "xx", bio: "b".repeat(1_001), visibility: "iedereen" }),
    wrong: { name: REQUIRED, locale: CHOICE, bio: tooLong(1_000), visibility: CHOICE },
    kept: ["b".repeat(1_001)],
  },
  "password, too short": {
    role: "owner",
    page: on("/account?index"),
    fields: () => ({ intent: "password", currentPassword: "wat het was", password: "kort" }),
    wrong: { password: tooShort(15) },
  },
  "password, not the present one": {
    role: "owner",
    page: on("/account?index"),
    fields: () => ({ intent: "password", currentPassword: "wat het was", password: "vier natte paraplus" }),
    wrong: { currentPassword: { key: "account.password.wrong" } },
  },
  "erase, another address": {
    role: "member",
    page: on("/account?index"),
    fields: () => ({ intent: "erase", email: "iemand@anders.be" }),
    wrong: { email: { key: "account.erase.mismatch" } },
    kept: ["iemand@anders.be"],
  },
  "what a person offers": {
    role: "member",
    page: on("/account/words"),
    fields: () => ({
      intent: "save",
      lang: "nl",
      "offers[0].kind": "expertise",
      "offers[0].words": "w".repeat(81),
      "offers[0].weight": "2",
    }),
    wrong: { "offers[0].words": tooLong(80) },
    kept: ["w".repeat(81)],
  },
  comment: { role: "stranger", page: idea("?index"), fields: () => ({ intent: "comment", body: "" }), wrong: { body: REQUIRED } },
  "long comment": {
    role: "stranger",
    page: idea("?index"),
    fields: () => ({ intent: "comment", body: "c".repeat(2_001) }),
    wrong: { body: tooLong(2_000) },
    kept: ["c".repeat(2_001)],
  },
  stage: {
    role: "owner",
    page: idea("?index"),
    fields: () => ({ intent: "stage", stage: "boom", reason: "r".repeat(281) }),
    wrong: { stage: CHOICE, reason: tooLong(280) },
    kept: ["r".repeat(281)],
  },
  "hide an idea": {
    role: "coach",
    page: idea("?index"),
    fields: () => ({ intent: "hide", reason: "ja" }),
    wrong: { reason: tooShort(3) },
    kept: ["ja"],
  },
  "hide a comment": {
    role: "coach",
    page: idea("?index"),
    fields: ({ ideas }) => ({ intent: "hide_comment", id: ideas.campus.comment, reason: "ja" }),
    wrong: { reason: tooShort(3) },
    kept: ["ja"],
  },
  report: {
    role: "coach",
    page: ({ ideas }) => `/report/idea/${ideas.campus.id}`,
    fields: () => ({ reason: "", words: "w".repeat(1_001) }),
    wrong: { reason: REQUIRED, words: tooLong(1_000) },
    kept: ["w".repeat(1_001)],
  },
  "edit an idea": {
    role: "member",
    page: idea("/edit"),
    fields: () => ({ ...GOOD_IDEA, intent: "save", title: "", pitch: "p".repeat(281), "needs[0].words": "lassen", "needs[0].kind": "" }),
    wrong: { title: REQUIRED, pitch: tooLong(280), "needs[0].kind": REQUIRED },
    kept: ["p".repeat(281), "lassen"],
  },
  "thirteen needs": {
    role: "owner",
    page: idea("/edit"),
    fields: () => ({ ...GOOD_IDEA, intent: "save", ...thirteenNeeds() }),
    wrong: { needs: { key: "error.field.too_many", params: { maximum: 12 } } },
    kept: ["nood 0", "nood 11"],
  },
  "invite to a team": { role: "owner", page: idea("/team"), fields: () => ({ intent: "invite", email: "" }), wrong: { email: REQUIRED } },
  "invite to a role": {
    role: "organiser",
    page: on("/campus/noord/people"),
    fields: () => ({ intent: "invite", email: "x@", role: "keizer", locale: "nl" }),
    wrong: { email: EMAIL, role: CHOICE },
    kept: ["x@"],
  },
  "invite twice": {
    role: "organiser",
    page: on("/campus/noord/people"),
    fields: () => ({ intent: "invite", email: emailOf("stranger"), role: "expert", locale: "nl" }),
    wrong: { email: { key: "campus.invite.already" } },
    kept: [emailOf("stranger")],
    status: 409,
  },
  suspend: {
    role: "organiser",
    page: ({ people }) => `/campus/noord/people?person=${people.stranger.personId}`,
    fields: ({ people }) => ({ intent: "suspend", id: people.stranger.personId ?? "", reason: "" }),
    wrong: { reason: REQUIRED },
  },
  closure: {
    role: "organiser",
    page: on("/campus/noord/settings"),
    fields: () => ({
      intent: "closure",
      firstDay: "2027-02-30",
      lastDay: "2027-03-01",
      "reason.nl": "Verlof",
      "reason.fr": "",
      "reason.en": "Leave",
    }),
    wrong: { firstDay: { key: "error.field.invalid" }, "reason.fr": REQUIRED },
    kept: ["2027-02-30", "Verlof"],
  },
  organisation: {
    role: "organiser",
    page: on("/campus/noord/settings"),
    fields: () => ({ intent: "organisation", name: "", website: "javascript:alert(1)" }),
    wrong: { name: REQUIRED, website: { key: "error.field.invalid" } },
    kept: ["javascript:alert(1)"],
  },
  "opening hours": {
    role: "organiser",
    page: on("/campus/noord/settings"),
    fields: () => ({ intent: "hours", ...weekOf("17:00", "08:00") }),
    wrong: { "days[0].parts[0].until": { key: "campus.hours.order" } },
    kept: ["17:00"],
  },
};

function thirteenNeeds(): Record<string, string> {
  const rows = Array.from({ length: 13 }, (_, i) => [
    [`needs[${i}].kind`, "network"],
    [`needs[${i}].words`, `nood ${i}`],
  ]);
  return Object.fromEntries(rows.flat() as [string, string][]);
}

function weekOf(from: string, until: string): Record<string, string> {
  const monday = { "days[0].parts[0].from": from, "days[0].parts[0].until": until };
  return [1, 2, 3, 4, 5, 6].reduce((week, day) => ({ ...week, [`days[${day}].parts[0].from`]: "" }), monday);
}

let app: App;
let world: World;
let snapshot: Buffer;

beforeAll(async () => {
  app = await startApp();
  world = await buildWorld(app);
  snapshot = snapshotOf(app.store);
});

beforeEach(async () => {
  app.moveTo(await storeOf(snapshot));
});

async function clientIn(locale: Locale, role: Role): Promise<Client> {
  const who = world.people[role];
  if (who.personId !== null) await changeLocale(testCtx(app.store, who), locale);
  return app.clientOf(who, { language: locale });
}

const idOf = (name: string): string => name.replace(/[^\w-]+/g, "-");

/** What stands beside a field: the text of its cards, or what its input is described by. */
function besideField(html: string, id: string): string {
  const cards = elements(html, "fieldset").find(({ attributes }) => attributes.id === id);
  const list = elements(html, "section").find(({ attributes }) => attributes.id === id);
  if (cards ?? list) return textOf(elements((cards ?? list)?.inner ?? "", "p")[0]?.inner ?? "");
  const field = ["input", "textarea", "select"].flatMap((tag) => elements(html, tag)).find(({ attributes }) => attributes.id === id);
  if (!field) return `no field has the id ${id}`;
  if (field.attributes["aria-invalid"] !== "true") return `the field ${id} is not marked as wrong`;
  const describedBy = (field.attributes["aria-describedby"] ?? "").split(" ");
  return ["p", "div", "span"]
    .flatMap((tag) => elements(html, tag))
    .filter(({ attributes }) => describedBy.includes(attributes.id ?? ""))
    .map(({ inner }) => textOf(inner))
    .join(" ");
}

function valuesOn(html: string): string[] {
  const inputs = elements(html, "input").map(({ attributes }) => attributes.value ?? "");
  return [...inputs, ...elements(html, "textarea").map(({ inner }) => decoded(inner).replace(/^\n/, ""))];
}

function summaryLinks({ text }: Answer): { href: string; says: string }[] {
  const summary = elements(text, "div").find(({ attributes }) => attributes.role === "alert");
  return elements(summary?.inner ?? "", "a").map(({ attributes, inner }) => ({ href: attributes.href ?? "", says: textOf(inner) }));
}

describe.each(LOCALES)("in %s", (locale) => {
  const t = makeTranslate(locale, CATALOGUES[locale]);

  test.each(Object.entries(CASES))("%s: says what is wrong beside the field and above, and keeps what was typed", async (_name, one) => {
    const client = await clientIn(locale, one.role);
    const fields: Fields = one.fields(world);
    const answer = await client.post(one.page(world), fields);
    expect(answer.status).toBe(one.status ?? 400);
    expect(elements(answer.text, "html")[0]?.attributes.lang).toBe(locale);
    const links = summaryLinks(answer);
    for (const [name, { key, params }] of Object.entries(one.wrong)) {
      const message = t(key, params).replace(/\s+/g, " ");
      const link = links.find(({ href }) => href.endsWith(`-${idOf(name)}`));
      expect(link?.says, `${name} in the summary`).toBe(message);
      expect(besideField(answer.text, link?.href.slice(1) ?? ""), `${name} beside the field`).toContain(message);
    }
    expect(links).toHaveLength(Object.keys(one.wrong).length);
    for (const value of one.kept ?? []) expect(valuesOn(answer.text)).toContain(value);
    for (const [name, value] of Object.entries(fields as Record<string, string>)) {
      if (/password/i.test(name) && value !== "") expect(answer.text, name).not.toContain(value);
    }
  });
});
