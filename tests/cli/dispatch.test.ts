import { describe, expect, test } from "vitest";
import type { Usage } from "../../app/cli/args";
import { readArgs } from "../../app/cli/args";
import type { Command } from "../../app/cli/commands";
import { commands as real } from "../../app/cli/commands";
import { main } from "../../app/cli/index";
import { progress } from "../../app/cli/io";
import { badInput, infeasible } from "../../app/cli/refusal";
import { DomainError } from "../../app/domain/kernel/errors";
import { fakeIo } from "./fake-io";

const usage: Usage = {
  command: "count words",
  summary: "Counts the words of a text.",
  arguments: [
    { name: "TEXT", help: "the text" },
    { name: "LANGUAGE", help: "its language", optional: true },
  ],
  options: {
    least: { type: "string", value: "N", help: "the shortest word that counts", default: "1" },
    campus: { type: "string", value: "SLUG", help: "whose words", required: true },
    loud: { type: "boolean", short: "l", help: "in capitals" },
  },
};
const counting: Command = {
  usage,
  async run(argv, io) {
    const args = readArgs(usage, argv);
    const words = args.required("TEXT").split(" ");
    const answer = `${args.required("campus")}: ${words.filter((word) => word.length >= (args.count("least", 1) ?? 1)).length}\n`;
    io.stdout(args.flag("loud") ? answer.toUpperCase() : answer);
    return 0;
  },
};
const throwing = (thrown: unknown): Command => ({ usage: { command: "throw", summary: "Throws." }, run: () => Promise.reject(thrown) });
let loads = 0;
const commands = {
  "count words": async () => {
    loads += 1;
    return counting;
  },
  bad: async () => throwing(badInput("no title", { file: "ideas.jsonl", line: 12 })),
  full: async () => throwing(infeasible("no room")),
  refused: async () => throwing(new DomainError("too_many")),
  broken: async () => throwing(new TypeError("a bug")),
};

async function call(...argv: string[]) {
  const io = fakeIo();
  const code = await main(argv, io, commands);
  return { code, out: io.out, err: io.err };
}

describe("the dispatcher", () => {
  test("hands a command its words and keeps stdout for the result", async () => {
    const called = await call("count", "words", "an idea grows", "--campus", "t2", "--least", "3", "-l");
    expect(called).toEqual({ code: 0, out: "T2: 2\n", err: "" });
  });

  test("an unknown command ends with 1 and the list, and loads nothing", async () => {
    const before = loads;
    const { code, out, err } = await call("count", "letters");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain('no command "count letters"');
    for (const name of Object.keys(commands)) expect(err).toContain(`  ${name}\n`);
    expect(loads).toBe(before);
  });

  test("names of an object's own machinery are no commands", async () => {
    expect((await call("constructor")).code).toBe(1);
    expect((await call("__proto__")).code).toBe(1);
  });

  test("help goes to stdout when asked for, to stderr with code 1 when nothing was said", async () => {
    const asked = await call("--help");
    expect(asked.code).toBe(0);
    expect(asked.out).toContain("count words  Counts the words of a text.");
    const silent = await call();
    expect([silent.code, silent.out]).toEqual([1, ""]);
    expect(silent.err).toBe(asked.out);
  });

  test("every command explains itself", async () => {
    const { code, out, err } = await call("count", "words", "--help");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("usage: broeikas count words TEXT [LANGUAGE] [--least N] --campus SLUG [--loud]\n");
    expect(out).toContain("--least     the shortest word that counts (default: 1)");
    expect(out).toContain("-l, --loud  in capitals");
  });

  test("exit codes: 1 names the line, 2 cannot be done, a rule that refuses is 2, a bug is 1 with its trace", async () => {
    expect(await call("bad")).toEqual({ code: 1, out: "", err: "ideas.jsonl line 12: no title\n" });
    expect(await call("full")).toEqual({ code: 2, out: "", err: "no room\n" });
    expect(await call("refused")).toEqual({ code: 2, out: "", err: "refused: too_many\n" });
    const broken = await call("broken");
    expect([broken.code, broken.out]).toEqual([1, ""]);
    expect(broken.err).toMatch(/TypeError: a bug\n\s+at /);
  });
});

describe("the words of a command", () => {
  test.each([
    [["--campus", "t2"], "TEXT is missing"],
    [["a text"], "--campus is missing"],
    [["a text", "nl", "more", "--campus", "t2"], '"more" is one word too many'],
    [["a text", "--campus", "t2", "--least", "0"], 'least: "0" is not a whole number of at least 1'],
    [["a text", "--campus", "t2", "--least", "3e1"], "is not a whole number"],
    [["a text", "--nope"], "--nope"],
    [["a text", "--campus"], "campus"],
  ])("%j is refused", async (words, message) => {
    const { code, out, err } = await call("count", "words", ...words);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(message);
  });

  test("words after -- are taken as they are", async () => {
    expect((await call("count", "words", "--campus", "t2", "--", "--help")).out).toBe("t2: 1\n");
  });
});

test("every real command is called what the table says and explains itself", async () => {
  for (const [name, load] of Object.entries(real)) {
    const command = await load();
    expect(command.usage.command).toBe(name);
    const io = fakeIo();
    expect(await main([...name.split(" "), "--help"], io)).toBe(0);
    expect(io.out).toContain(command.usage.summary);
    expect(io.err).toBe("");
  }
});

test("progress stays off stdout and does not chatter", () => {
  const io = fakeIo();
  let now = 0;
  const line = progress(io, "ideas", 30, () => now);
  for (let count = 1; count <= 30; count += 1) {
    now += 500;
    line.at(count);
  }
  line.done(30);
  expect(io.out).toBe("");
  expect(io.err).toBe("ideas: 10 of 30\nideas: 20 of 30\nideas: 30 of 30\nideas: 30 of 30 in 15.0 s\n");
});
