import { asc, eq } from "drizzle-orm";
import { companyRegistrations } from "#db/schema/companies";
import { people } from "#db/schema/identity";
import { registerPersonData } from "../kernel/person-data";

registerPersonData({
  context: "companies",
  exportPerson: async (db, personId) => ({
    registrations: await db
      .select()
      .from(companyRegistrations)
      .where(eq(companyRegistrations.personId, personId))
      .orderBy(asc(companyRegistrations.createdAt), asc(companyRegistrations.id)),
  }),
  // An organisation that came of one stays, with its number; who asked for it, and what the service said to them, does not.
  erasePerson: async (tx, personId) => {
    await tx.delete(companyRegistrations).where(eq(companyRegistrations.personId, personId));
    const [person] = await tx.select({ emailKey: people.emailKey }).from(people).where(eq(people.id, personId));
    if (person) await tx.delete(companyRegistrations).where(eq(companyRegistrations.emailKey, person.emailKey));
  },
});
