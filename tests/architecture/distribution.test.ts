import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { distributionBy } from "./distribution";

/** What does not fit is printed as it has to stand there. */
test("docs/operations.md tells how the tables would be spread over campuses, as they are now", () => {
  const text = readFileSync("docs/operations.md", "utf8");
  const [, told] = /<!-- by campus_id -->\n\n?([\s\S]*?)\n?\n<!-- end -->/.exec(text) ?? [];
  expect(told).toBe(distributionBy("campus_id"));
});
