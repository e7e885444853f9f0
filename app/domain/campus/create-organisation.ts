import { organisations } from "#db/schema/campus";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Labels } from "./campus";
import { SLUG } from "./campus";
import { requireRunCampus } from "./guard";

export interface OrganisationInput {
  readonly campusId: string;
  readonly slug: string;
  readonly name: string;
  readonly description: Labels;
  readonly website?: string | null;
}

/** Makes an organisation of a campus, without members. Refuses with "not_found", "forbidden", "invalid", or "already_done" when the slug is taken. */
export async function createOrganisation(ctx: Ctx, input: OrganisationInput): Promise<{ organisationId: string }> {
  const { campusId, slug, name, description, website = null } = input;
  if (!SLUG.test(slug)) throw new DomainError("invalid", { field: "slug" });
  const organisationId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    await requireRunCampus(tx, ctx, campusId);
    const [made] = await tx
      .insert(organisations)
      .values({ id: organisationId, slug, name, campusId, description: { ...description }, website, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: organisations.id });
    if (!made) throw new DomainError("already_done");
    await touchPages(tx, [`campus:${campusId}`]);
    await writeAudit(tx, ctx, { action: "organisation.created", subjectKind: "organisation", subjectId: organisationId });
  });
  return { organisationId };
}
