import { expect, test } from "vitest";
import { importTerms } from "~/domain/campus/import-terms";
import { taxonomyOf } from "~/domain/matching/taxonomy";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { someTerms } from "./world";

const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

test("the lexicon is made anew when a term changed, and else kept, for requests that came in earlier too", async () => {
  const store = await freshStore();
  await someTerms(store);
  const { db } = store;
  const first = await taxonomyOf(db, NOW);
  expect(await taxonomyOf(db, later(-1))).toBe(first);
  expect(await taxonomyOf(db, later(90))).toBe(first);
  await importTerms(testCtx(store, { via: "cli" }), [{ code: "welding", kind: "skill", nl: "vlamlassen", fr: "soudage", en: "welding" }]);
  expect(await taxonomyOf(db, later(100))).toBe(first);
  const changed = await taxonomyOf(db, later(200));
  expect(changed).not.toBe(first);
  expect(changed.labels.get("welding")?.nl).toBe("vlamlassen");
});
