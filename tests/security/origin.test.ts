import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { remixBuild } from "#tests/support/app";
import type { PostOptions } from "#tests/support/app-client";
import { besiege, everyAct } from "./besieged";
import type { Act, Besieged } from "./besieged";

let site: Besieged;
const ACTS = everyAct();
const ONE_A_ROUTE = ACTS.filter(({ route }, at) => ACTS.findIndex((one) => one.route === route) === at);

beforeAll(async () => {
  site = await besiege();
}, 120_000);

beforeEach(() => site.begin());

const OURS = "https://broeikas.test";

/** Where a form may come from that is not ours, as browsers tell it. */
const FROM: Readonly<Record<string, PostOptions>> = {
  "another site": { origin: "https://evil.example" },
  "another site, without fetch metadata": { origin: null, headers: { Origin: "https://evil.example" } },
  "a frame without origin": { origin: "null" },
  "a frame without origin, without fetch metadata": { origin: null, headers: { Origin: "null" } },
  nowhere: { origin: null },
  "a neighbour of the same site": { origin: null, headers: { Origin: "https://shop.broeikas.test", "Sec-Fetch-Site": "same-site" } },
  "an address that was typed": { origin: null, headers: { "Sec-Fetch-Site": "none" } },
  "our name on plain http": { origin: null, headers: { Origin: "http://broeikas.test" } },
  "our name on another port": { origin: null, headers: { Origin: `${OURS}:8443` } },
  "a name that begins like ours": { origin: null, headers: { Origin: `${OURS}.evil.example` } },
  "our name in other letters": { origin: null, headers: { Origin: "https://Broeikas.test" } },
  "two origins at once": { origin: null, headers: { Origin: `${OURS} https://evil.example` } },
  "a host that agrees with the attacker": {
    origin: "https://evil.example",
    headers: { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" },
  },
  "a referrer of ours alone": { origin: null, headers: { Referer: `${OURS}/` } },
};

/** The same act asked for as a page, as data of the page, and in the older way of asking for data. */
function twinsOf({ path, route }: Act): string[] {
  const [page = "", query] = path(site.world).split("?");
  return [
    path(site.world),
    `${page === "/" ? "/_root" : page}.data${query ? `?${query}` : ""}`,
    `${page}?_data=${encodeURIComponent(route)}`,
  ];
}

/** Free of the check on purpose: it proves itself by a token in its path, and its cookies are taken away. */
const FREE = "routes/mail.unsubscribe.$token";

describe("a form from elsewhere changes nothing", () => {
  test.each(Object.keys(FROM))("%s: 403 for every act of every route", { timeout: 60_000 }, async (from) => {
    const troubles: string[] = [];
    for (const [at, act] of ACTS.entries()) {
      const twins = twinsOf(act).filter((path) => act.route !== FREE || path.includes(".data"));
      // Each act meets every sender, and by the shift from one sender to the next also every way of asking.
      const path = twins[(at + Object.keys(FROM).indexOf(from)) % twins.length] ?? "";
      const { answer, changed } = await site.alone(act.role, (client) => client.post(path, act.fields(site.world), FROM[from]));
      if (answer.status !== 403 || changed.length > 0) troubles.push(`${act.name} ${path}: ${answer.status} ${changed.join()}`);
    }
    expect(troubles).toEqual([]);
  });

  test("other methods than POST are refused as well, whoever asks", async () => {
    const troubles: string[] = [];
    for (const act of ONE_A_ROUTE) {
      for (const method of ["PUT", "PATCH", "DELETE"]) {
        const headers = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", Origin: OURS };
        const { answer, changed } = await site.alone(act.role, (client) => client.send(method, act.path(site.world), headers, "a=1"));
        if (answer.status !== 405 || changed.length > 0) troubles.push(`${method} ${act.name}: ${answer.status} ${changed.join()}`);
      }
    }
    expect(troubles).toEqual([]);
  });

  test("asking for a page never acts, whatever its address says", { timeout: 60_000 }, async () => {
    const troubles: string[] = [];
    for (const act of ONE_A_ROUTE) {
      const [page = ""] = act.path(site.world).split("?");
      const query = new URLSearchParams(
        Object.entries(act.fields(site.world)).map(([name, value]): [string, string] => [name, String(value)]),
      );
      const { answer, changed } = await site.alone(act.role, (client) => client.get(`${page}?${query.toString()}`));
      if (changed.length > 0) troubles.push(`${act.name}: ${answer.status} ${changed.join()}`);
    }
    expect(troubles).toEqual([]);
  });
});

test("every route with an action is in this list", async () => {
  const { routes } = await remixBuild();
  const withAction = Object.entries(routes).filter(([, route]) => route?.module.action);
  expect(withAction.map(([id]) => id).filter((id) => !ACTS.some(({ route }) => route === id))).toEqual([]);
  expect(ACTS.length).toBeGreaterThan(180);
});
