import { describe, expect, test } from "vitest";
import { slugOf } from "~/domain/campus/campus";
import { weekForm } from "~/routes/campus.$campusSlug.settings/shapes.server";
import { deviceOf } from "~/domain/identity/access/device";
import { parseForm } from "~/web/forms";

/** The week as a browser sends it: every field is there, most of them empty. */
function week(filled: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (let day = 0; day < 7; day++) {
    for (let part = 0; part < 2; part++) {
      for (const end of ["from", "until"]) {
        const name = `days[${day}].parts[${part}].${end}`;
        form.set(name, filled[name] ?? "");
      }
    }
  }
  return form;
}
const hours = (filled: Readonly<Record<string, string>>) => {
  const parsed = parseForm(week(filled), weekForm);
  return parsed.ok
    ? parsed.value
    : Object.fromEntries(Object.entries(parsed.reply.fields).map(([name, [message]]) => [name, message?.key]));
};

describe("the form of the opening hours", () => {
  test("an empty week is a closed one", () => {
    expect(hours({})).toEqual([]);
  });

  test("a day may have a break and may end at midnight", () => {
    const monday = {
      "days[0].parts[0].from": "08:00",
      "days[0].parts[0].until": "12:30",
      "days[0].parts[1].from": "13:00",
      "days[0].parts[1].until": "00:00",
    };
    expect(hours(monday)).toEqual([
      { weekday: 1, fromMinute: 480, untilMinute: 750 },
      { weekday: 1, fromMinute: 780, untilMinute: 1440 },
    ]);
  });

  test.each([
    ["half a stretch", { "days[0].parts[0].from": "08:00" }, { "days[0].parts[0].until": "error.field.required" }],
    [
      "an end before the beginning",
      { "days[1].parts[0].from": "12:00", "days[1].parts[0].until": "09:00" },
      { "days[1].parts[0].until": "campus.hours.order" },
    ],
    ["no time at all", { "days[2].parts[0].from": "9u" }, { "days[2].parts[0].from": "campus.hours.time" }],
    [
      "parts that overlap",
      {
        "days[6].parts[0].from": "08:00",
        "days[6].parts[0].until": "12:00",
        "days[6].parts[1].from": "11:00",
        "days[6].parts[1].until": "14:00",
      },
      { "days[6].parts[1].from": "campus.hours.overlap" },
    ],
  ])("%s is said beside its field", (_, filled, wrong) => {
    expect(hours(filled)).toMatchObject(wrong);
  });
});

test.each([
  ["Bakkerij De Gouden Korst", "bakkerij-de-gouden-korst"],
  ["  Électro & Cie. ", "electro-cie"],
  ["東京", "organisation"],
])("the address of %s is %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
  // One that is cut off behind a word ends without a hyphen.
  expect(slugOf(name, 9)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test.each([
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iPhone",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
    "Edge",
    "Windows",
  ],
  ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36", "Chrome", "Android"],
  ["curl/8.0", null, null],
])("a device is told by what it says: %s", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});
