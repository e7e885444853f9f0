import { importTerms } from "~/domain/campus/import-terms";
import type { Store } from "~/domain/kernel/store";
import { testCtx } from "./ctx";

/** Some terms to change and merge. */
export async function buildTerms(store: Store): Promise<void> {
  const skill = { kind: "skill", needKind: "expertise" } as const;
  await importTerms(testCtx(store, { via: "cli" }), [
    { ...skill, code: "welding", nl: "lassen", fr: "soudage", en: "welding" },
    { ...skill, code: "mig-welding", parent: "welding", nl: "MIG-lassen", fr: "soudage MIG", en: "MIG welding" },
  ]);
}
