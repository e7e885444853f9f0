import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT, textOf } from "../architecture/sources";

/** Requirements of level 1 and 2 in ASVS 5.0.0, by section: the numbers that count, first to last. */
const SECTIONS =
  "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 " +
  "6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 " +
  "10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 " +
  "13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2";

const NUMBERS = SECTIONS.split(" ").flatMap((section) => {
  const [name = "", last = "0"] = section.split(":");
  return Array.from({ length: Number(last) }, (_, at) => `V${name}.${at + 1}`);
});

interface Line {
  readonly number: string;
  readonly words: string;
  readonly applies: string;
  readonly proof: string;
}

const PAGE = textOf("docs/security.md");
const LINES: readonly Line[] = PAGE.split("\n").flatMap((line) => {
  const [, number = "", words = "", applies = "", proof = ""] = /^\| (V[\d.]+) \| (.+?) \| (.+?) \| (.+) \|$/.exec(line) ?? [];
  return number === "" ? [] : [{ number, words, applies, proof }];
});

/** The tests a proof names: the file and the title. */
const testsIn = (proof: string): { file: string; title: string }[] =>
  [...proof.matchAll(/`(tests\/[\w./-]+\.tsx?)` “([^”]+)”/g)].map(([, file = "", title = ""]) => ({ file, title }));

test("every requirement of level 1 and 2 stands in the table once, in order", () => {
  expect(NUMBERS).toHaveLength(253);
  expect(LINES.map(({ number }) => number)).toEqual(NUMBERS);
});

test("each says whether it applies, and why or how", () => {
  for (const { number, words, applies, proof } of LINES) {
    expect(["yes", "no", "not yet"], number).toContain(applies);
    expect(words.length * proof.length, number).toBeGreaterThan(0);
    if (applies !== "yes") continue;
    expect(/`tests\/|\]\(#[\w-]+\)|\]\(operations\.md\)/.test(proof), `${number} names a test or a page: ${proof}`).toBe(true);
  }
  const count = (applies: string): number => LINES.filter((line) => line.applies === applies).length;
  expect(PAGE).toContain(`${count("yes")} are met, ${count("not yet")} are not met yet, ${count("no")} do not apply`);
});

test("every test that is named is there", () => {
  const missing = LINES.flatMap(({ number, proof }) => {
    const named = testsIn(proof);
    const files = [...proof.matchAll(/`tests\/[\w./-]+`/g)];
    if (named.length !== files.length) return [`${number}: a file without a title`];
    return named
      .filter(({ file, title }) => !existsSync(join(PROJECT, file)) || !hasTitle(file, title))
      .map(({ file, title }) => `${number}: ${file}: ${title}`);
  });
  expect(missing).toEqual([]);
});

/** Whether a test begins with these words: a title may go on after what is named. */
function hasTitle(file: string, title: string): boolean {
  const text = readFileSync(join(PROJECT, file), "utf8").replaceAll('\\"', '"');
  return text.includes(`"${title}`);
}

test("links within the page lead somewhere", () => {
  const headings = [...PAGE.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replace(/ /g, "-"),
  );
  const links = [...PAGE.matchAll(/\]\(#([\w-]+)\)/g)].map(([, target = ""]) => target);
  expect(links.filter((target) => !headings.includes(target))).toEqual([]);
});
