import { expect, test } from "vitest";
import { initialsOf } from "~/ui/kit/Face";

test("initials are the first letters of the first and the last name", () => {
  expect(["Lena Verraad", "Zoë", "Jan de la Cruz", "ülkü İpek", "  ", "🙂 Bo", "An (coach)"].map(initialsOf)).toEqual([
    "LV",
    "Z",
    "JC",
    "Üİ",
    "",
    "B",
    "A",
  ]);
});
