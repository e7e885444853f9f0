import { campuses } from "#db/schema/campus";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { isZone, SLUG } from "./campus";
import { canRunInstance } from "./policy";

export interface CampusInput {
  readonly slug: string;
  readonly name: string;
  readonly place: string;
  /** IANA time zone, such as Europe/Brussels. */
  readonly zone: string;
  readonly languages: readonly Locale[];
  /** Order in lists; small first. */
  readonly position?: number;
}

/** Makes a campus: by an admin, or from the command line. Refuses with "forbidden", "invalid", or "already_done" when the slug is taken. */
export async function createCampus(ctx: Ctx, input: CampusInput): Promise<{ campusId: string }> {
  if (ctx.via === "web" && !canRunInstance(ctx.actor)) throw new DomainError("forbidden");
  if (!isZone(input.zone)) throw new DomainError("invalid", { field: "zone" });
  if (!SLUG.test(input.slug)) throw new DomainError("invalid", { field: "slug" });
  const campusId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const [made] = await tx
      .insert(campuses)
      .values({ id: campusId, ...input, languages: [...input.languages], position: input.position ?? 0 })
      .onConflictDoNothing()
      .returning({ id: campuses.id });
    if (!made) throw new DomainError("already_done");
    await touchPages(tx, ["campuses"]);
    await writeAudit(tx, ctx, { action: "campus.created", subjectKind: "campus", subjectId: campusId });
  });
  return { campusId };
}
