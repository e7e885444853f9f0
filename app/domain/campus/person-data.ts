import { and, asc, eq, isNull } from "drizzle-orm";
import { organisationMembers, organisations } from "#db/schema/campus";
import { registerPersonData } from "../kernel/person-data";

registerPersonData({
  context: "campus",
  exportPerson: async (db, personId) => ({
    memberships: await db
      .select({ organisation: organisations.name, from: organisationMembers.from, until: organisationMembers.until })
      .from(organisationMembers)
      .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
      .where(eq(organisationMembers.personId, personId))
      .orderBy(asc(organisationMembers.from)),
  }),
  erasePerson: async (tx, personId, now) => {
    // The row stays as history of the organisation; the person it leads to has no name any more.
    await tx
      .update(organisationMembers)
      .set({ until: now })
      .where(and(eq(organisationMembers.personId, personId), isNull(organisationMembers.until)));
  },
});
