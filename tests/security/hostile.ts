import fc from "#tests/support/fast-check";

/** Texts that have broken programs before. A part that stands between « and » is sent as it is, percent signs and all. */
export const HOSTILE: readonly string[] = [
  "",
  " ",
  "\0",
  "a\0b",
  "\u0001\u0002\u001B[31m",
  "«%ED%A0%80»",
  "«%FF%FE%C0%80»",
  "«%»",
  "«%u0041%zz»",
  "\u202E\u2066gro",
  "e\u0301".repeat(600),
  "👩‍👩‍👧‍👦".repeat(40),
  "İıſß",
  "\r\nSet-Cookie: a=b\r\n\r\n<script>",
  "\u2028\u2029\u0085",
  "NaN",
  "Infinity",
  "-Infinity",
  "1e309",
  "1e-400",
  "-0",
  "-1",
  "0x10",
  "0b11",
  "1_000",
  "1,5",
  "٣",
  "2147483648",
  "9007199254740993",
  "999999999999999999999999999999",
  "1".repeat(400),
  "true",
  "null",
  "undefined",
  "[object Object]",
  "{}",
  '{"$gt":""}',
  "[]",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "' OR 1=1 --",
  "'; DROP TABLE people; --",
  '"><script>alert(1)</script>',
  "${7*7}{{7*7}}<%= 7*7 %>",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "http://169.254.169.254/latest/meta-data/",
  "../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "=cmd|' /C calc'!A0",
  "(objectClass=*)",
  "NEAR(a b) AND secret:x*",
  "%s%n%x",
  "2026-02-30",
  "2026-13-45T25:61",
  "2026-03-29T02:30",
  "+275760-09-13T00:00:00Z",
  "-271821-04-19",
  "0000-00-00",
  "24:00",
  "99:99",
  "P1Y",
  "01a1fe31-0000-7000-8000-000000000000",
  "a@b@c",
  '"a b"@[127.0.0.1]',
  "a@b.c\r\nBcc: everyone@broeikas.test",
  "w".repeat(12_000),
  "a ".repeat(6_000),
];

/** One value somebody hostile sends: one of the list, or anything at all. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: -1_000, max: 1_000 }).map(String) },
);

/** What somebody hostile does to one field of a form. */
export interface Twist {
  readonly how: "replace" | "twice" | "list" | "object" | "far" | "drop" | "stray";
  /** Which field, counted around. */
  readonly at: number;
  readonly value: string;
}

export const twists: fc.Arbitrary<readonly Twist[]> = fc.array(
  fc.record({
    how: fc.constantFrom("replace", "replace", "replace", "replace", "twice", "list", "object", "far", "drop", "stray"),
    at: fc.nat(40),
    value: hostileValue,
  }),
  { minLength: 1, maxLength: 4 },
);

const STRAY = ["id", "personId", "role", "visibility", "ownerId", "isAdmin", "campusId", "a.b.c.d[0].e", "x[0][1][2]", "[]", "", "length"];

type Pairs = readonly (readonly [string, string])[];

/** The form after a twist. The intent stays, so that the act itself meets what is hostile. */
export function twisted(pairs: Pairs, { how, at, value }: Twist): Pairs {
  const open = pairs.flatMap(([name], index) => (name === "intent" ? [] : [index]));
  const hit = open[at % Math.max(1, open.length)];
  const name = hit === undefined ? "body" : (pairs[hit]?.[0] ?? "body");
  const rest = pairs.filter((_pair, index) => index !== hit);
  switch (how) {
    case "drop":
      return rest;
    case "twice":
      return [...pairs, [name, value]];
    case "list":
      return [...rest, [`${name}[0]`, value], [`${name}[2]`, value]];
    case "object":
      return [...rest, [`${name}.toString`, value], [`${name}.x`, value]];
    case "far":
      return [...rest, [`${name}[999]`, value]];
    case "stray":
      return [...pairs, [STRAY[at % STRAY.length] ?? "", value]];
    default:
      return hit === undefined ? [...pairs, [name, value]] : pairs.map((pair, index) => (index === hit ? [name, value] : pair));
  }
}

const encoded = (text: string): string =>
  text
    .split(/[«»]/)
    .map((part, index) => (index % 2 === 1 ? part : new URLSearchParams([["", part]]).toString().slice(1)))
    .join("");

/** The body as it goes over the line. */
export const bodyOf = (pairs: Pairs): string => pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");

/** A value as a step of a path. */
export const stepOf = (value: string): string =>
  value
    .slice(0, 900)
    .split(/[«»]/)
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\uFFFD")))
    .join("");
