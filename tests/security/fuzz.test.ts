import fc from "#tests/support/fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { people } from "#db/schema/identity";
import type { Role } from "#tests/support/app-world";
import { filesBelow, textOf } from "../architecture/sources";
import { everyPage } from "./every-page";
import { besiege, everyAct, pairsOf } from "./besieged";
import type { Act, Besieged } from "./besieged";
import { bodyOf, hostileValue, stepOf, twisted, twists } from "./hostile";
import type { Twist } from "./hostile";

/** The same on every run; raise the runs to look longer. */
const SEED = 20_261_121;
const RUNS = Number(process.env.FUZZ_RUNS ?? 2);
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const ID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

let site: Besieged;
const ACTS = everyAct();

beforeAll(async () => {
  site = await besiege();
}, 120_000);

beforeEach(() => site.begin());

/** What one run says against us; null when there is nothing. */
async function troubleOf(act: Act, list: readonly Twist[]): Promise<string | null> {
  const pairs = list.reduce<readonly (readonly [string, string])[]>(twisted, pairsOf(act.fields(site.world)));
  const body = bodyOf(pairs);
  const asked = (): string => `${act.name} as ${act.role}: ${body.slice(0, 400)}`;
  try {
    const path = act.path(site.world);
    const { answer, changed } = await site.alone(act.role, (client) => client.postBody(path, body, { headers: FORM }));
    // What is typed on the three screens is kept, right or wrong.
    const kept = path.startsWith("/plant") ? changed.filter((table) => table !== "idea_drafts") : changed;
    if (answer.status >= 400 && kept.length > 0) return `${asked()}: ${answer.status}, but changed ${kept.join()}`;
    return answer.text.includes("<script>alert(1)") ? `${asked()}: shows markup as it came` : null;
  } catch (error) {
    return `${asked()}: ${String(error).slice(0, 1_500)}`;
  }
}

/** The runs of one subject, the same each time. */
const drawn = <T>(arbitrary: fc.Arbitrary<T>, at: number, runs = RUNS): T[] => fc.sample(arbitrary, { seed: SEED + at, numRuns: runs });

test("no form ends in a 500, and what is refused changes no row", { timeout: 300_000 }, async () => {
  const troubles: string[] = [];
  for (const [at, act] of ACTS.entries()) {
    for (const list of drawn(twists, at)) troubles.push((await troubleOf(act, list)) ?? "");
  }
  expect(troubles.filter(Boolean)).toEqual([]);
});

/** Every name that some page reads from its address. */
function knownParams(): string[] {
  const texts = filesBelow("app", ["ts", "tsx"]).map(textOf);
  const found = texts.flatMap((text) => [...text.matchAll(/(?:searchParams|params|query|search)\.(?:get|getAll|has)\("(\w+)"/g)]);
  return [...new Set(found.map(([, name = ""]) => name))].sort();
}

/** Pages answer as data where they can: the loader is the same, and drawing the page costs more than all else. */
const asData = (page: string): string => (page === "/" ? "/_root.data" : /\.\w+$/.test(page) ? page : `${page}.data`);

async function refusedBy(role: Role, path: string): Promise<string> {
  try {
    const { answer, changed } = await site.alone(role, (client) => client.get(path));
    return changed.length === 0 ? "" : `GET ${path}: ${answer.status}, and changed ${changed.join()}`;
  } catch (error) {
    return `${role} ${String(error).slice(0, 1_500)}`;
  }
}

test("no address ends in a 500, whatever its parameters say", { timeout: 300_000 }, async () => {
  const params = knownParams();
  expect(params.length).toBeGreaterThan(20);
  const troubles: string[] = [];
  for (const [at, { role, path }] of everyPage(site.world, (codes) => codes.indexOf("ok")).entries()) {
    const [page = ""] = path.split("?");
    for (const values of drawn(fc.array(hostileValue, { minLength: params.length, maxLength: params.length }), at, 2)) {
      // No longer than the address may be.
      const pairs = params.map((name, index): [string, string] => [name, (values[index] ?? "").slice(0, 24)]);
      troubles.push(
        await refusedBy(
          role,
          `${asData(page)}?${bodyOf(pairs)
            .slice(0, 3_900)
            .replace(/%[^&]?$/, "")
            .replaceAll("%00", "")}`,
        ),
      );
    }
  }
  expect(troubles.filter(Boolean)).toEqual([]);
});

test("no address ends in a 500, whatever stands where an id belongs", { timeout: 300_000 }, async () => {
  const troubles: string[] = [];
  for (const [at, { route, role, path }] of everyPage(site.world, (codes) => codes.indexOf("ok")).entries()) {
    const [page = ""] = path.split("?");
    const names = page.match(ID) ?? (route.includes("$") ? page.split("/").slice(-1) : []);
    if (names.length === 0) continue;
    for (const value of drawn(hostileValue, at)) {
      const step = stepOf(value) || "%20";
      troubles.push(await refusedBy(role, asData(names.reduce((swapped, name) => swapped.replace(name, step), page))));
    }
  }
  expect(troubles.filter(Boolean)).toEqual([]);
});

test("a field that no form has changes nothing", async () => {
  const { world, app } = site;
  const more = {
    id: world.people.admin.personId ?? "",
    role: "admin",
    isAdmin: "true",
    email: "evil@broeikas.test",
    verifiedAt: "0",
    ageBand: "46+",
  };
  const fields = { intent: "profile", name: "Naam member", locale: "nl", languages: "nl", visibility: "campus", ...more };
  await site.alone("visitor", (client) => client.get("/about"));
  const before = await app.store.db.select().from(people);
  const { answer, changed } = await site.alone("member", (client) => client.post("/account?index", fields));
  expect(answer.status).toBe(303);
  expect(changed).not.toContain("role_grants");
  expect(await app.store.db.select().from(people)).toEqual(before);
});
