import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOW } from "#tests/support/ctx";
import { CLIENT, startProvider } from "#tests/support/oidc-provider";
import type { Forged, Known, TestProvider } from "#tests/support/oidc-provider";
import { leaksIn } from "#tests/support/canary";
import { fixedClock } from "~/infra/clock";
import { createLogger } from "~/infra/logger";
import type { Oidc, OidcSecrets } from "~/infra/oidc";
import { createOidc, OIDC_CALLBACK } from "~/infra/oidc";

const ORIGIN = "https://broeikas.test";
const AN: Known = { sub: "an", email: "an@school.test", email_verified: true, name: "An" };

let school: TestProvider;
const logged: string[] = [];
const log = createLogger({ level: "info", destination: { write: (line) => void logged.push(line) } });

beforeAll(async () => {
  school = await startProvider();
  await school.open(ORIGIN + OIDC_CALLBACK);
});
afterAll(() => school.stop());

const oidcOf = (settings: Record<string, string> = {}, clock = fixedClock(NOW)): Oidc => {
  const made = createOidc({ env: { PUBLIC_ORIGIN: ORIGIN, ...school.settings, ...settings }, clock, log });
  if (!made) throw new Error("no service");
  return made;
};

/** Goes there and back; `meddle` changes what is sent there or comes back. */
async function round(oidc: Oidc, meddle: { there?: (url: URL) => void; back?: (url: URL) => void; secrets?: Partial<OidcSecrets> } = {}) {
  const { url, ...secrets } = await oidc.begin();
  const there = new URL(url);
  meddle.there?.(there);
  const back = new URL(await school.walk(there.href));
  expect(back.origin + back.pathname).toBe(ORIGIN + OIDC_CALLBACK);
  meddle.back?.(back);
  return { back, prove: () => oidc.finish(back.search, { ...secrets, ...meddle.secrets }) };
}

const troubleOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "none",
    (thrown: Error & { trouble?: string }) => thrown.trouble ?? String(thrown),
  );

test("without settings there is no such service", () => {
  expect(createOidc({ env: { PUBLIC_ORIGIN: ORIGIN }, clock: fixedClock(NOW), log })).toBeNull();
});

test("asks by code, PKCE, state and nonce, and learns who it is", async () => {
  school.is(AN);
  const { url } = await oidcOf().begin();
  const asked = new URL(url).searchParams;
  expect(asked.get("response_type")).toBe("code");
  expect(asked.get("code_challenge_method")).toBe("S256");
  for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name), name).toMatch(/^[\w-]{43}$/);
  expect(url).not.toContain(CLIENT.secret);
  const proved = await (await round(oidcOf())).prove();
  expect(proved).toEqual({ issuer: school.issuer, subject: "an", email: "an@school.test", emailVerified: true, name: "An", factors: 1 });
});

test("hears of more than one proof, of no address, and of one that nobody checked", async () => {
  const prove = async (person: Known) => {
    school.is(person);
    return (await round(oidcOf())).prove();
  };
  expect((await prove({ ...AN, amr: ["pwd", "mfa"] })).factors).toBe(2);
  expect((await prove({ ...AN, acr: "https://refeds.org/profile/mfa" })).factors).toBe(2);
  expect((await prove({ ...AN, amr: ["pwd"] })).factors).toBe(1);
  expect(await prove({ sub: "bo" })).toMatchObject({ email: "", emailVerified: false, name: "" });
  expect(await prove({ ...AN, email_verified: false })).toMatchObject({ emailVerified: false });
});

describe("trouble", () => {
  test("with an answer that does not hold", async () => {
    school.is(AN);
    const oidc = oidcOf();
    const mixed = await round(oidc, { back: (url) => url.searchParams.set("iss", "https://evil.example") });
    expect(await troubleOf(mixed.prove())).toBe("failed");
    const unsaid = await round(oidc, { back: (url) => url.searchParams.delete("iss") });
    expect(await troubleOf(unsaid.prove())).toBe("failed");
    const nonce = await round(oidc, { there: (url) => url.searchParams.set("nonce", "of-somebody-else") });
    expect(await troubleOf(nonce.prove())).toBe("failed");
    const state = await round(oidc, { secrets: { state: "another" } });
    expect(await troubleOf(state.prove())).toBe("failed");
    const verifier = await round(oidc, { secrets: { verifier: "x".repeat(43) } });
    expect(await troubleOf(verifier.prove())).toBe("failed");
    const wrongSecret = await round(oidcOf({ OIDC_CLIENT_SECRET: "van-iemand-anders" }));
    expect(await troubleOf(wrongSecret.prove())).toBe("failed");
    const twice = await round(oidc);
    expect(await troubleOf(twice.prove())).toBe("none");
    expect(await troubleOf(twice.prove())).toBe("failed");
  });

  const LONG_AGO = Math.floor(NOW.getTime() / 1000) - 100_000;
  test.each<[string, Forged]>([
    ["signed by another key under the same name", { signed: "by another key" }],
    ["signed by nobody", { signed: "by nobody" }],
    ["signed by the secret we share, as if it were the key", { signed: "by the secret of the client" }],
    ["for another client", { claims: { aud: "een-ander" } }],
    ["for us and for another, who asked it", { claims: { aud: [CLIENT.id, "een-ander"], azp: "een-ander" } }],
    ["of another issuer", { claims: { iss: "https://evil.example" } }],
    ["whose time is over", { claims: { iat: LONG_AGO, exp: LONG_AGO + 60 } }],
    ["without an end", { claims: { exp: undefined } }],
    ["without a subject", { claims: { sub: undefined } }],
    ["for another question", { claims: { nonce: "of-somebody-else" } }],
  ])("with an ID token %s", async (_name, how) => {
    school.is(AN);
    school.forge(how);
    const { prove } = await round(oidcOf());
    expect(await troubleOf(prove()).finally(() => school.forge(null))).toBe("failed");
  });

  test("not with the same token, signed anew by the service's own key: the forging is what fails", async () => {
    school.is(AN);
    school.forge({});
    const { prove } = await round(oidcOf());
    expect(await troubleOf(prove()).finally(() => school.forge(null))).toBe("none");
  });

  test("when the person says no", async () => {
    school.is(null);
    expect(await troubleOf((await round(oidcOf())).prove())).toBe("refused");
  });

  test("when nobody answers: known for seconds, then asked again", async () => {
    const gone = await startProvider();
    const clock = fixedClock(NOW);
    const oidc = oidcOf({ OIDC_ISSUER: gone.issuer }, clock);
    expect(await troubleOf(oidc.begin())).toBe("down");
    await gone.open(ORIGIN + OIDC_CALLBACK);
    expect(await troubleOf(oidc.begin())).toBe("down");
    clock.advance(16_000);
    expect(await troubleOf(oidc.begin())).toBe("none");
    await gone.stop();
    // What was learnt about the service is kept.
    expect(await troubleOf(oidc.begin())).toBe("none");
    expect(await troubleOf(oidcOf({ OIDC_ISSUER: gone.issuer }).begin())).toBe("down");
  });
});

test("neither tokens, codes nor the secret stand in the log", async () => {
  school.is(AN);
  const { back, prove } = await round(oidcOf());
  await prove();
  expect(logged.join("")).toContain('"trouble":"failed"');
  expect(school.tokens.length).toBeGreaterThan(4);
  expect(leaksIn(logged.join(""), [CLIENT.secret, back.searchParams.get("code") ?? "-", ...school.tokens])).toEqual([]);
});
