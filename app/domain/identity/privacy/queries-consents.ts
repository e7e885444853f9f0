import { desc, eq } from "drizzle-orm";
import { consents } from "#db/schema/identity";
import type { Person } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import { isMinor } from "../person";
import { CONSENT_PURPOSES, CONSENT_TEXTS, consentText, isAsked } from "./consents";
import type { ConsentPurpose } from "./consents";

const isPurpose = (purpose: string): purpose is ConsentPurpose => (CONSENT_PURPOSES as readonly string[]).includes(purpose);

/** What somebody is asked, what they said to the present text of it, and every yes and no before, with the text as they read it. */
export async function myConsents(db: Db, { personId, locale, ageBand }: Person) {
  const rows = await db.select().from(consents).where(eq(consents.personId, personId)).orderBy(desc(consents.at), desc(consents.id));
  // Who is under 18 is never named: there is nothing to ask.
  const asked = CONSENT_PURPOSES.filter((purpose) => isAsked(purpose, ageBand));
  return {
    isMinor: isMinor(ageBand),
    asked: asked.map((purpose) => {
      const { version, texts } = consentText(purpose);
      const standing = rows.find((row) => row.purpose === purpose && row.withdrawnAt === null);
      const said = standing?.textVersion === version ? (standing.given ? ("yes" as const) : ("no" as const)) : null;
      return {
        purpose,
        version,
        text: texts[locale],
        said,
        isAnew: said === null && rows.some((row) => row.purpose === purpose && row.given),
      };
    }),
    history: rows.map(({ id, purpose, textVersion, given, at, withdrawnAt }) => {
      const read = isPurpose(purpose) ? CONSENT_TEXTS[purpose].find(({ version }) => version === textVersion) : undefined;
      return { id, text: read?.texts[locale] ?? textVersion, given, at, withdrawnAt };
    }),
  };
}
