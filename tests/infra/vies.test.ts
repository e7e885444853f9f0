import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delay, http, HttpResponse } from "msw";
import { expect, test } from "vitest";
import { server } from "#tests/support/network";
import { afterwards } from "#tests/support/store";
import { parseEnv } from "~/infra/env";
import { createLogger } from "~/infra/logger";
import { createVies } from "~/infra/vies";

const BASE = "https://vies.test/rest-api";
const ASKED = `${BASE}/check-vat-number`;
const VAT = "BE0203201340";
const NAMED = { valid: true, name: "Koperwerk", address: "Dorpsstraat 1\n3600 GENK", requestIdentifier: "", userError: "VALID" };
const envelope = (error: string) => ({ actionSucceed: false, errorWrappers: [{ error }] });

const logged: string[] = [];
const log = createLogger({ level: "info", destination: { write: (line) => void logged.push(line) } });
const viesOf = (settings: Record<string, string> = {}, pace: Parameters<typeof createVies>[1] = {}) =>
  createVies({ env: parseEnv({ VIES_URL: BASE, ...settings }), log }, { timeoutMs: 5_000, restMs: 500, ...pace });
/** VIES answers so; counts how often it was asked, and keeps the last question. */
function plays(answer: () => Response | Promise<Response>) {
  const asked = { times: 0, last: {} as unknown };
  server.use(
    http.post(ASKED, async ({ request }) => {
      asked.times += 1;
      asked.last = await request.json();
      return answer();
    }),
  );
  return asked;
}
const json = (body: object, status = 200) => HttpResponse.json(body, { status });

test("a number that exists comes with the name and address of the country", async () => {
  const asked = plays(() => json(NAMED));
  expect(await viesOf()(VAT)).toEqual({ outcome: "valid", name: "Koperwerk", address: "Dorpsstraat 1\n3600 GENK", consultation: null });
  expect(asked.last).toEqual({ countryCode: "BE", vatNumber: "0203201340" });
});

test("with a number of our own the answer can be proved", async () => {
  const asked = plays(() => json({ ...NAMED, name: "---", requestIdentifier: "WAPIAAAAYzX1" }));
  const answer = await viesOf({ VIES_REQUESTER: "0403.019.261" })(VAT);
  expect(answer).toMatchObject({ outcome: "valid", name: "", consultation: "WAPIAAAAYzX1" });
  expect(asked.last).toMatchObject({ requesterMemberStateCode: "BE", requesterNumber: "0403019261" });
});

test("a number of our own that VIES does not know is left out", async () => {
  let times = 0;
  server.use(http.post(ASKED, () => json((times += 1) === 1 ? envelope("INVALID_REQUESTER_INFO") : NAMED)));
  expect(await viesOf({ VIES_REQUESTER: "BE0403019261" })(VAT)).toMatchObject({ outcome: "valid" });
  expect(times).toBe(2);
});

test.each([
  ["no such number", () => json({ ...NAMED, valid: false, userError: "INVALID", name: "---", address: "---" })],
  ["a number the country cannot read", () => json(envelope("INVALID_INPUT"))],
  ["the same, told as a mistake of ours", () => json(envelope("INVALID_INPUT"), 400)],
])("%s is invalid", async (_what, answer) => {
  plays(answer);
  expect(await viesOf()(VAT)).toEqual({ outcome: "invalid", name: "", address: "", consultation: null });
});

test.each([
  ["MS_UNAVAILABLE", () => json(envelope("MS_UNAVAILABLE"))],
  ["MS_MAX_CONCURRENT_REQ", () => json({ ...NAMED, valid: false, userError: "MS_MAX_CONCURRENT_REQ" })],
  ["TIMEOUT", () => json(envelope("TIMEOUT"))],
  ["SERVICE_UNAVAILABLE", () => json(envelope("SERVICE_UNAVAILABLE"), 500)],
  ["HTTP_500", () => new HttpResponse("<h1>oops</h1>", { status: 500, headers: { "Content-Type": "text/html" } })],
  ["NOT_JSON", () => new HttpResponse("{half", { headers: { "Content-Type": "application/json" } })],
  ["NOT_JSON", () => new HttpResponse("valid", { headers: { "Content-Type": "text/plain" } })],
  ["NOT_UNDERSTOOD", () => json({ valid: "yes" })],
  ["UNKNOWN", () => json({ ...NAMED, userError: "een <b>ander</b> woord" })],
  ["TOO_LARGE", () => json({ ...NAMED, name: "x".repeat(100_000) })],
  ["UNREACHABLE", () => HttpResponse.error()],
])("%s is no answer", async (trouble, answer) => {
  plays(answer);
  expect(await viesOf()(VAT)).toEqual({ outcome: "unavailable", trouble });
});

test("an answer without end is cut off, and one that is too slow is not waited for", async () => {
  const chunk = new TextEncoder().encode(" ".repeat(16_384));
  let sent = 0;
  const endless = () => new ReadableStream<Uint8Array>({ pull: (to) => (sent++ < 1_000 ? to.enqueue(chunk) : to.close()) });
  plays(() => new HttpResponse(endless(), { headers: { "Content-Type": "application/json" } }));
  expect(await viesOf()(VAT)).toEqual({ outcome: "unavailable", trouble: "TOO_LARGE" });
  expect(sent).toBeLessThan(100);
  plays(async () => {
    await delay(1_000);
    return json(NAMED);
  });
  const begun = performance.now();
  expect(await viesOf({}, { timeoutMs: 100 })(VAT)).toEqual({ outcome: "unavailable", trouble: "TOO_SLOW" });
  expect(performance.now() - begun).toBeLessThan(900);
});

test("nobody is sent on: a redirect to this machine or its network is not followed", async () => {
  let reached = 0;
  const inner = createServer((_request, response) => {
    reached += 1;
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(NAMED));
  });
  await new Promise<void>((done) => inner.listen(0, "127.0.0.1", done));
  afterwards(() => void inner.close());
  const { port } = inner.address() as AddressInfo;
  for (const to of [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    "http://169.254.169.254/latest/meta-data/",
    `${BASE}/other`,
  ]) {
    for (const status of [301, 302, 307, 308]) {
      plays(() => new HttpResponse(null, { status, headers: { Location: to } }));
      expect(await viesOf()(VAT), `${status} ${to}`).toEqual({ outcome: "unavailable", trouble: "UNREACHABLE" });
    }
  }
  expect(reached).toBe(0);
});

test("a real server that sends on, stays silent or never stops gets nowhere either", async () => {
  const paths: string[] = [];
  const real = createServer((request, response) => {
    paths.push(request.url ?? "");
    if (request.url?.startsWith("/sends")) response.writeHead(307, { Location: "/inner" }).end();
    if (!request.url?.startsWith("/streams")) return;
    response.writeHead(200, { "Content-Type": "application/json" });
    const pour = (): void => {
      while (!response.destroyed && response.write(" ".repeat(65_536)));
    };
    response.on("drain", pour);
    pour();
  });
  await new Promise<void>((done) => real.listen(0, "127.0.0.1", done));
  afterwards(() => {
    real.closeAllConnections();
    real.close();
  });
  const origin = `http://127.0.0.1:${(real.address() as AddressInfo).port}`;
  for (const [way, trouble] of Object.entries({ sends: "UNREACHABLE", silent: "TOO_SLOW", streams: "TOO_LARGE" }))
    expect(await viesOf({ VIES_URL: `${origin}/${way}` }, { timeoutMs: way === "silent" ? 100 : 5_000 })(VAT), way).toEqual({
      outcome: "unavailable",
      trouble,
    });
  expect(paths).not.toContain("/inner");
});

test("only numbers are asked about, at one address and by no other way", async () => {
  const asked = plays(() => json(NAMED));
  const typed = [
    "BE0203201340/../..",
    "BE0203201340?x=",
    "BE@127.0.0.1",
    "http://127.0.0.1/",
    "BE0203201340\r\nHost: x",
    "be0203201340",
    "",
  ];
  for (const text of typed) expect(await viesOf()(text), text).toEqual({ outcome: "unavailable", trouble: "NOT_ASKED" });
  expect(asked.times).toBe(0);
  for (const url of ["http://vies.test", "ftp://vies.test", "https://vies.test/?to=", "https://user:secret@vies.test/", "vies.test"])
    expect(() => parseEnv({ VIES_URL: url }), url).toThrow(/VIES_URL/);
  expect(parseEnv({}).VIES_URL).toBe("https://ec.europa.eu/taxation_customs/vies/rest-api");
  expect(() => parseEnv({ VIES_REQUESTER: "BE0203201341" })).toThrow(/VIES_REQUESTER/);
  expect(await viesOf({ VIES_URL: "off" })(VAT)).toEqual({ outcome: "unavailable", trouble: "OFF" });
});

test("after a few failures the service is left alone, and asked again after a rest", async () => {
  logged.length = 0;
  const broken = plays(() => json(envelope("SERVICE_UNAVAILABLE"), 503));
  const vies = viesOf();
  const troubles: string[] = [];
  for (let i = 0; i < 6; i += 1) troubles.push(await vies(VAT).then((answer) => ("trouble" in answer ? answer.trouble : "none")));
  expect(troubles.slice(0, 3)).toEqual(["SERVICE_UNAVAILABLE", "SERVICE_UNAVAILABLE", "SERVICE_UNAVAILABLE"]);
  expect(troubles.slice(3)).toEqual(["LEFT_ALONE", "LEFT_ALONE", "LEFT_ALONE"]);
  expect(broken.times).toBe(3);
  const mended = plays(() => json(NAMED));
  await delay(550);
  expect(await vies(VAT)).toMatchObject({ outcome: "valid" });
  expect(await vies(VAT)).toMatchObject({ outcome: "valid" });
  expect(mended.times).toBe(2);
  expect(logged.join("")).toContain("VIES answers again");
  expect(logged.join("")).not.toContain("0203201340");
});

test("one country that does not answer is no reason to leave the service alone", async () => {
  const asked = plays(() => json(envelope("MS_UNAVAILABLE")));
  const vies = viesOf();
  for (let i = 0; i < 6; i += 1) expect(await vies(VAT)).toEqual({ outcome: "unavailable", trouble: "MS_UNAVAILABLE" });
  expect(asked.times).toBe(6);
});
