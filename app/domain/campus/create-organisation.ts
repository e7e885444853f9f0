import { organisations } from "#db/schema/campus";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import type { Labels } from "./campus";
import { SLUG } from "./campus";
import { requireRunCampus } from "./guard";

export interface OrganisationInput {
  readonly campusId: string;
  readonly slug: string;
  readonly name: string;
  readonly description: Labels;
  readonly website?: string | null;
  /** As the EU's service knows it, checked by who gives it. */
  readonly vatNumber?: string | null;
}

/** Makes an organisation of a campus, without members. Refuses with "not_found", "forbidden", "invalid", or "already_done" when the slug is taken. */
export async function createOrganisation(ctx: Ctx, input: OrganisationInput): Promise<{ organisationId: string }> {
  return ctx.store.tx((tx) => writeOrganisation(tx, ctx, input));
}

/** As `createOrganisation`, in the transaction of what it belongs to; "already_done" too when the campus has its VAT number. */
export async function writeOrganisation(tx: Tx, ctx: Ctx, input: OrganisationInput): Promise<{ organisationId: string }> {
  const { campusId, slug, name, description, website = null, vatNumber = null } = input;
  if (!SLUG.test(slug)) throw new DomainError("invalid", { field: "slug" });
  const organisationId = ctx.newId();
  await requireRunCampus(tx, ctx, campusId);
  const [made] = await tx
    .insert(organisations)
    .values({ id: organisationId, slug, name, campusId, description: { ...description }, website, vatNumber, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  if (!made) throw new DomainError("already_done");
  await touchPages(tx, [`campus:${campusId}`]);
  await writeAudit(tx, ctx, { action: "organisation.created", subjectKind: "organisation", subjectId: organisationId });
  return { organisationId };
}
