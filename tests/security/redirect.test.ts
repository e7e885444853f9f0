import fc from "#tests/support/fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { safeRedirect } from "~/web/redirect";
import { besiege } from "./besieged";
import type { Besieged } from "./besieged";
import { HOSTILE } from "./hostile";

const OURS = "https://broeikas.test";
const EVIL = "evil.example";

/** Ways to write another site so that a careless check takes it for a path of ours. */
const LURES: readonly string[] = [
  `https://${EVIL}`,
  `//${EVIL}`,
  `///${EVIL}`,
  `////${EVIL}/`,
  `/\\${EVIL}`,
  `\\\\${EVIL}`,
  `/\t/${EVIL}`,
  `/\n/${EVIL}`,
  `/\r\n/${EVIL}`,
  `\t//${EVIL}`,
  ` //${EVIL}`,
  `/%09/${EVIL}`,
  `/%2F${EVIL}`,
  `/%5C${EVIL}`,
  `/.//${EVIL}`,
  `/..//${EVIL}`,
  `/a/..//${EVIL}`,
  `/./\\${EVIL}`,
  `/a/../\\/${EVIL}`,
  `/;@${EVIL}`,
  `//broeikas.test@${EVIL}`,
  `${OURS}@${EVIL}`,
  `${OURS}.${EVIL}`,
  `https:${EVIL}`,
  `https:/${EVIL}`,
  `http:///${EVIL}`,
  `//${EVIL}\\@broeikas.test`,
  `//${EVIL}#@broeikas.test`,
  `/\u3002/${EVIL}`,
  `/\uFF0F${EVIL}`,
  `／／${EVIL}`,
  `//еvil.example`,
  `//[::1]/`,
  `//127.0.0.1:22`,
  `//0x7f000001`,
  "javascript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//broeikas.invalid/x",
  "http://broeikas.invalid//" + EVIL,
  `/\0/${EVIL}`,
  `/\u2028/${EVIL}`,
];

/** Where a browser on our page goes for this address. */
const reached = (to: string): URL => new URL(to, `${OURS}/sign-in`);

function expectOurs(to: string, lure: string): void {
  const url = reached(to);
  expect(`${JSON.stringify(lure)} → ${url.origin}`).toBe(`${JSON.stringify(lure)} → ${OURS}`);
  expect(/\p{Cc}/u.test(to), `${JSON.stringify(lure)}: control characters`).toBe(false);
}

test("no way to write another site leads there", () => {
  const ways = LURES.flatMap((lure) => [lure, `/${lure}`, `/a${lure}`, `${lure}/`, lure.toUpperCase(), encodeURI(lure)]);
  for (const to of ways) expectOurs(safeRedirect(to), to);
});

test("nothing that anybody can type leads elsewhere, and a path of ours stays what it was", () => {
  const sign = fc.constantFrom("/", "\\", ".", ":", "@", "\t", "\n", "?", "#", "%2f", "evil.example", "https", "[", "]", "\u3002", " ");
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(sign, { maxLength: 12 }).map((parts) => parts.join("")),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(typed, (text) => {
      for (const to of [text, `/${text}`]) expectOurs(safeRedirect(to), to);
    }),
    { seed: 7, numRuns: 3_000 },
  );
  for (const own of ["/ideas?q=a%20b&x=1#deel", "/awards/t2/entry/1", "/"]) expect(safeRedirect(own)).toBe(own);
  for (const odd of [null, undefined, 7, {}, ["//x"], "", "ideas"]) expect(safeRedirect(odd, "/thuis")).toBe("/thuis");
});

let site: Besieged;
beforeAll(async () => {
  site = await besiege();
}, 120_000);
beforeEach(() => site.begin());

describe("every page that sends people on", () => {
  test("stays on our own site, whatever `to` says", { timeout: 60_000 }, async () => {
    const answers: [string, string | null][] = [];
    for (const lure of LURES.filter((text) => !text.includes("\0"))) {
      const query = `to=${encodeURIComponent(lure)}`;
      for (const page of ["/sign-in", "/sign-up"]) {
        answers.push([lure, (await site.alone("member", (client) => client.get(`${page}?${query}`))).answer.location]);
      }
      answers.push([lure, (await site.alone("visitor", (client) => client.post("/language", { locale: "fr", to: lure }))).answer.location]);
    }
    expect(answers.length).toBe((LURES.length - 1) * 3);
    for (const [lure, location] of answers) expectOurs(location ?? "https://nowhere.example", lure);
  });

  test("stays on our own site after signing in by a mailed link that carries a `to`", async () => {
    for (const lure of [`//${EVIL}`, `/\t/${EVIL}`, `/a/..//${EVIL}`]) {
      const { answer } = await site.alone("visitor", (client) =>
        client.post("/sign-in?index", { intent: "password", email: "owner@broeikas.test", password: "zeven groene gieters", to: lure }),
      );
      expect(answer.status).toBe(303);
      expectOurs(answer.location ?? "https://nowhere.example", lure);
    }
  });

  test("keeps no foreign address in a link or a form of the page", async () => {
    for (const lure of [...LURES, ...HOSTILE].filter((text) => !/[\0«]/.test(text) && text.length < 200)) {
      const { answer } = await site.alone("visitor", (client) => client.get(`/sign-in?to=${encodeURIComponent(lure)}`));
      const { text } = answer;
      expect(text, lure).not.toMatch(/(href|action|value)="(https?:)?\/\/evil/i);
      expect(text, lure).not.toContain("<script>alert(1)");
    }
  });
});
