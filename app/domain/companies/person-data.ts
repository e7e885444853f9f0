import { asc } from "drizzle-orm";
import { companyRegistrations } from "#db/schema/companies";
import { registerPersonData } from "../kernel/person-data";
import { ofPerson } from "./rows";

registerPersonData({
  context: "companies",
  exportPerson: async (db, personId) => ({
    registrations: await db
      .select()
      .from(companyRegistrations)
      .where(await ofPerson(db, personId))
      .orderBy(asc(companyRegistrations.createdAt), asc(companyRegistrations.id)),
  }),
  // An organisation that came of one stays, with its number; who asked for it, and what the service said to them, does not.
  erasePerson: async (tx, personId) => void (await tx.delete(companyRegistrations).where(await ofPerson(tx, personId))),
});
