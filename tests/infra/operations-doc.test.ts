import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { SETTINGS } from "~/infra/env";

const DOC = existsSync("docs/operations.md") ? "docs/operations.md" : "docs/operations/README.md";

it("docs/operations lists every setting", () => {
  const text = readFileSync(DOC, "utf8");
  expect(SETTINGS.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
