import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { elements, textOf } from "#tests/support/app-html";
import { findForms } from "#tests/support/app-pages";
import type { FoundForm } from "#tests/support/app-pages";
import { changedSince, digestOf, KEPT_BY_LOOKING, snapshotOf, storeOf } from "#tests/support/app-snapshot";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import nl from "~/locales/nl";

let app: App;
let world: World;
let forms: FoundForm[];
let snapshot: Buffer;
let untouched: Record<string, string>;
const cookies = new Map<Role, string>();
let used = true;

beforeAll(async () => {
  app = await startApp();
  world = await buildWorld(app);
  for (const role of ROLES) {
    const secret = await (await app.clientOf(world.people[role])).cookie("__Host-broeikas");
    if (secret) cookies.set(role, `__Host-broeikas=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`);
  }
  snapshot = snapshotOf(app.store);
  untouched = digestOf(app.store);
  forms = await findForms(world, clientOf);
});

beforeEach(() => {
  used = true;
});

async function clientOf(role: Role): Promise<Client> {
  const client = app.client();
  const cookie = cookies.get(role);
  if (cookie) await client.keepCookie(cookie);
  return client;
}

/** Sends one request of a role to a store nobody touched, and tells what changed. */
async function alone(role: Role, send: (client: Client) => Promise<Answer>): Promise<{ answer: Answer; changed: string[] }> {
  if (used) app.moveTo(await storeOf(snapshot));
  const answer = await send(await clientOf(role));
  const changed = changedSince(app.store, untouched);
  used = changed.length > 0;
  return { answer, changed: changed.filter((table) => !KEPT_BY_LOOKING.includes(table)) };
}

type Pairs = (readonly [string, string])[];

/** What a person sends who changes nothing on the page: the first button, what is chosen, what is filled in. */
function asShown({ fields }: FoundForm): Pairs {
  const single = fields.filter(({ type }) => type !== "button" && type !== "radio" && type !== "checkbox");
  const radios = new Map(fields.filter(({ type }) => type === "radio").map(({ name, value }) => [name, value]));
  const button = fields.find(({ type }) => type === "button");
  const pairs = [...single.map(({ name, value }): [string, string] => [name, value]), ...radios];
  return button ? [...pairs, [button.name, button.value]] : pairs;
}

const isTyped = (type: string): boolean => ["text", "email", "url", "password", "textarea", "date", "time", "hidden"].includes(type);

const fill = (form: FoundForm, value: string, also: (name: string) => boolean = () => true): Pairs =>
  asShown(form).map(([name, shown]): [string, string] => {
    const field = form.fields.find((one) => one.name === name);
    const leave = name === "intent" || field === undefined || !isTyped(field.type) || !also(name);
    return [name, leave ? shown : value];
  });

const encoded = (pairs: Pairs): string => new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();

/** Bodies that no browser of a well-meaning person sends. */
const ODD: Readonly<Record<string, (form: FoundForm) => string>> = {
  "an empty body": () => "",
  "no field but the intent": (form) => encoded(asShown(form).filter(([name]) => name === "intent")),
  "every field empty": (form) => encoded(fill(form, "")),
  "every field twice": (form) => encoded([...asShown(form), ...asShown(form)]),
  "10,000 characters in each field": (form) => encoded(fill(form, "w".repeat(10_000), (name) => !/\[1\]/.test(name))),
  "10,000 accents in each typed field": (form) =>
    encoded(fill(form, "é".repeat(2_500), (name) => form.fields.find((f) => f.name === name)?.type !== "hidden")),
  "NUL and control characters": (form) => encoded(fill(form, "a\0b\u0001\u202Ec\r\nd")),
  "half a surrogate and broken UTF-8": (form) =>
    asShown(form)
      .map(([name, value]) => `${encodeURIComponent(name)}=${name === "intent" ? encodeURIComponent(value) : "a%ED%A0%80%FF%C0%80"}`)
      .join("&"),
  "objects where texts belong": (form) => encoded(asShown(form).map(([name, value]) => [name === "intent" ? name : `${name}.x`, value])),
  "lists where texts belong": (form) => encoded(asShown(form).map(([name, value]) => [name === "intent" ? name : `${name}[3]`, value])),
  "texts where lists belong": (form) => encoded([...asShown(form), ["needs", "x"], ["offers.x", "y"], ["days", "z"], ["hours", "1"]]),
  "names that mean something to JavaScript": (form) =>
    encoded([...asShown(form), ["toString", "x"], ["hasOwnProperty", "y"], ["a.length", "9"], ["[]", "z"], ["", "n"]]),
  "markup and queries": (form) => encoded(fill(form, `"><script>alert(1)</script>' or 1=1 --`)),
};

function troublesIn({ answer, changed }: { answer: Answer; changed: readonly string[] }, form: FoundForm): string[] {
  const { status, headers, text } = answer;
  const troubles: string[] = [];
  // What is typed on the three screens is kept, right or wrong.
  const kept = form.action.startsWith("/plant") ? changed.filter((table) => table !== "idea_drafts") : changed;
  if (status >= 400 && kept.length > 0) troubles.push(`answered ${status} and changed ${kept.join()}`);
  if (!String(headers["content-type"]).startsWith("text/html") || text === "") return troubles;
  const read = textOf(text);
  troubles.push(...rawKeysIn(read).map((key) => `shows the key ${key}`));
  troubles.push(...(read.match(/\{(minimum|maximum|count|max|minutes|seconds|no|name|field)\}/g) ?? []).map((hole) => `shows ${hole}`));
  if (text.includes("<script>alert(1)")) troubles.push("shows markup as it came");
  if (elements(text, "h1").length !== 1) troubles.push(`has ${elements(text, "h1").length} h1`);
  return troubles;
}

function rawKeysIn(text: string): string[] {
  const words = text.match(/\b[a-z]+(\.[a-z_]+)+\b/g) ?? [];
  return words.filter((word) => word in nl || `${word}_other` in nl);
}

test("the forms of the pages are found", () => {
  expect(forms.length).toBeGreaterThan(45);
});

describe("odd input", () => {
  test.each(Object.keys(ODD))("%s: never a 500, never a message that shows its seams", { timeout: 60_000 }, async (what) => {
    const troubles: string[] = [];
    for (const form of forms) {
      const body = ODD[what]?.(form) ?? "";
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      const outcome = await alone(form.role, (client) => client.postBody(form.action, body, { headers })).catch(
        (error: Error) => error.message,
      );
      troubles.push(...(typeof outcome === "string" ? [outcome] : troublesIn(outcome, form)).map((trouble) => `${form.name}: ${trouble}`));
    }
    expect(troubles).toEqual([]);
  });

  test.each(["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])("as %s a form says the same", async (type) => {
    const body = type.startsWith("multipart") ? (pairs: Pairs) => multipart(pairs) : encoded;
    const statuses: string[] = [];
    for (const form of forms.filter(({ action }) => !/sign-in|reset|invite/.test(action))) {
      const { answer } = await alone(form.role, (client) =>
        client.postBody(form.action, body(fill(form, "")), { headers: { "Content-Type": type } }),
      );
      statuses.push(`${form.name} ${answer.status}`);
    }
    expect(statuses.filter((line) => !/ (200|303|302|400|404|409)$/.test(line))).toEqual([]);
  });
});

function multipart(pairs: Pairs): string {
  return `${pairs.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--x--\r\n`;
}

/** What a body is refused for before any page reads it. */
const BROKEN: readonly { what: string; status: number; type: string; body: string }[] = [
  { what: "JSON", status: 415, type: "application/json", body: "{}" },
  { what: "plain text", status: 415, type: "text/plain", body: "intent=comment&body=hallo" },
  { what: "no type at all", status: 415, type: "", body: "intent=comment" },
  { what: "multipart without a boundary", status: 400, type: "multipart/form-data", body: "--x--" },
  {
    what: "multipart that is cut off",
    status: 400,
    type: "multipart/form-data; boundary=x",
    body: '--x\r\nContent-Disposition: form-data; name="intent"\r\n\r\ncomm',
  },
  { what: "a list of a million", status: 400, type: "application/x-www-form-urlencoded", body: "needs[9999999].words=a" },
  { what: "the prototype of everything", status: 400, type: "application/x-www-form-urlencoded", body: "__proto__.isAdmin=1" },
  { what: "too much", status: 413, type: "application/x-www-form-urlencoded", body: `body=${"w".repeat(600_000)}` },
  { what: "too many fields", status: 400, type: "application/x-www-form-urlencoded", body: "a=1&".repeat(1_500) },
];

describe("bodies that are no form of ours", () => {
  test.each(BROKEN)("$what: $status, and nothing changed", async ({ status, type, body }) => {
    for (const form of forms) {
      const { answer, changed } = await alone(form.role, (client) =>
        client.postBody(form.action, body, { headers: { "Content-Type": type === "" ? undefined : type } }),
      );
      expect(`${form.name}: ${answer.status} ${changed.join()}`).toBe(`${form.name}: ${status} `);
      expect(elements(answer.text, "h1"), form.name).toHaveLength(1);
    }
  });
});

describe("forms from elsewhere", () => {
  const FROM: readonly { from: string; options: { origin: string | null; headers?: Record<string, string> } }[] = [
    { from: "another site", options: { origin: "https://evil.example" } },
    { from: "a site that begins like ours", options: { origin: "https://broeikas.test.evil.example" } },
    { from: "our site without https", options: { origin: "http://broeikas.test" } },
    { from: "a frame without origin", options: { origin: "null" } },
    { from: "nowhere", options: { origin: null } },
    { from: "a neighbour of the same site", options: { origin: null, headers: { "Sec-Fetch-Site": "same-site" } } },
  ];

  test.each(FROM)("$from: 403, and nothing changed", { timeout: 60_000 }, async ({ options }) => {
    for (const form of forms) {
      const [path = "", query = ""] = form.action.split("?");
      const twins = [form.action, `${path}.data${query ? `?${query}` : ""}`, `${path}?_data=root`];
      for (const action of twins) {
        const { answer, changed } = await alone(form.role, (client) => client.post(action, asShown(form), options));
        expect(`${form.name} ${action === form.action}: ${answer.status} ${changed.join()}`).toBe(
          `${form.name} ${action === form.action}: 403 `,
        );
      }
    }
  });
});

test("while nothing can be kept, every form says so in the reader's words and gives back what was typed", { timeout: 60_000 }, async () => {
  const healthy = await storeOf(snapshot);
  const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  app.moveTo({ ...healthy, db: healthy.db, tx: () => Promise.reject(full) });
  const typed = "Woorden die niemand graag nog eens typt";
  const troubles: string[] = [];
  const said: string[] = [];
  for (const form of forms) {
    const texts = form.fields.filter(({ type }) => type === "textarea").map(({ name }) => name);
    const body = encoded(fill(form, typed, (name) => texts.includes(name)));
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const { status, text } = await (await clientOf(form.role)).postBody(form.action, body, { headers, inTrouble: true });
    if (status === 507) {
      said.push(form.name);
      const read = textOf(text);
      // What counts tries before it shows its form cannot show it; a button has no words to lose.
      const bare = texts.length === 0 && [nl["error.page.not_kept"], nl["error.page.busy"]].some((message) => read.includes(message));
      if (!bare && !read.includes(nl["error.cannot_store"])) troubles.push(`${form.name}: does not say so`);
      if (texts.length > 0 && !read.includes(typed)) troubles.push(`${form.name}: loses the words`);
    } else if ((status < 400 || status >= 500) && !form.action.startsWith("/language")) troubles.push(`${form.name}: ${status}`);
  }
  app.moveTo(await storeOf(snapshot));
  expect(troubles).toEqual([]);
  expect(said.length).toBeGreaterThan(30);
});
