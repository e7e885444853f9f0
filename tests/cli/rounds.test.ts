import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../app/cli/index";
import { planRounds } from "../../app/domain/matching/rounds/plan-rounds";
import { newTempDir } from "#tests/support/temp";
import { fakeIo } from "./fake-io";

const session = {
  people: [
    { id: 1, languages: ["nl"], group: "a" },
    { id: 2, languages: ["nl", "fr"], group: "a" },
    { id: "x", languages: ["fr", "nl"] },
    { id: 4, languages: ["nl"] },
  ],
  affinity: [
    [1, "x", 0.5],
    [1, 4, 0.25],
    [2, 4, 1],
    ["x", 2, 0.75],
  ],
  forbidden: [["x", 4]],
};
const odd = {
  people: [1, 2, 3, 4, 5].map((id) => ({ id, languages: ["nl"], rover: id === 5 })),
  affinity: [
    [1, 2, 1],
    [3, 4, 1],
  ],
};

async function run(content: unknown, ...argv: string[]) {
  const path = join(newTempDir(), "session.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  const io = fakeIo();
  const code = await main(["rounds", path, ...argv], io);
  return { code, out: io.out, err: io.err };
}

const two = ["--rounds", "2", "--table-size", "2"];

describe("broeikas rounds", () => {
  test("prints one JSON object with the ids as they were given, and the numbers of the app", async () => {
    const { code, out, err } = await run(session, ...two, "--json");
    expect(code).toBe(0);
    expect(err).toMatch(/^rounds: moves tried: \d+ in /);
    const { seconds, ...printed } = JSON.parse(out) as Record<string, unknown>;
    expect(seconds).toBeGreaterThanOrEqual(0);
    const { ok: _, ...plan } = planRounds({
      people: session.people,
      affinity: session.affinity as [string | number, string | number, number][],
      forbidden: [["x", 4]],
      rounds: 2,
      tableSize: 2,
    }) as Extract<ReturnType<typeof planRounds>, { ok: true }>;
    expect(printed).toEqual(plan);
    expect(printed).toMatchObject({ total: 2.5, bound: 2.5, worst: 0.75, optimal: true });
    const met = (printed.rounds as unknown[][][]).flat().map((table) => table.map(String).sort().join("-"));
    expect(met.sort()).toEqual(["1-4", "1-x", "2-4", "2-x"]);
  });

  test("without --json it is read by people, coaches and pauses included", async () => {
    const { code, out } = await run(odd, "--rounds", "1", "--table-size", "2", "--give-up", "0", "--seed", "a", "--odd", "pause");
    expect(code).toBe(0);
    expect(out).toContain("round 1\n");
    expect(out).toContain("  1 - 2  (coach: 5)\n");
    expect(out).toContain("total 2 (the most there is), worst-off 1\n");
  });

  test("plans anew from the rounds that were played", async () => {
    const kept = [
      [
        [1, 4],
        [2, "x"],
      ],
    ];
    const { code, out } = await run({ ...session, kept, absent: ["x"] }, ...two, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rounds: [kept[0], [[2, 4]]], pauses: [[], [1]], total: 2 });
  });

  test("bad input ends with 1, is named, and leaves stdout empty", async () => {
    const wrong: [unknown, string[], RegExp][] = [
      ["{", two, /is not JSON/],
      [{ people: [{ id: 1 }] }, two, /people\.0\.languages/],
      [{ ...session, affinity: [[1, 9, 1]] }, two, /affinity row 1: there is no person 9/],
      [session, ["--rounds", "0", "--table-size", "2"], /rounds: "0"/],
      [session, ["--rounds", "2", "--table-size", "1"], /table-size: "1"/],
      [session, ["--rounds", "2"], /--table-size is missing/],
      [session, [...two, "--odd", "four"], /odd: "four"/],
      [session, [...two, "--give-up", "much"], /give-up: "much"/],
    ];
    for (const [content, argv, message] of wrong) {
      const { code, out, err } = await run(content, ...argv);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(message);
    }
    const io = fakeIo();
    expect(await main(["rounds", "nowhere.json", ...two], io)).toBe(1);
    expect(io.err).toContain("there is no file nowhere.json");
  });

  test("when nobody can meet anybody it ends with 2 and says why", async () => {
    const people = [
      { id: 1, languages: ["nl"] },
      { id: 2, languages: ["fr"] },
    ];
    const apart = await run({ people }, ...two, "--json");
    expect([apart.code, apart.out]).toEqual([2, ""]);
    expect(apart.err).toContain("nobody can meet anybody: of the pairs of 2 people 1 without a shared language");
    const alone = await run({ people: people.slice(1) }, ...two);
    expect(alone).toMatchObject({ code: 2, out: "" });
    expect(alone.err).toContain("only one person is there");
  });
});
