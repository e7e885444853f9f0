import type { Campus } from "~/domain/campus/queries";
import { canRunCampus } from "~/domain/campus/policy";
import { campusBySlug } from "~/domain/campus/queries";
import { openReports } from "~/domain/community/queries";
import { canModerate } from "~/domain/ideas/policy";
import { hiddenIdeas } from "~/domain/ideas/queries-team";
import type { Person } from "~/domain/kernel/actor";
import { DomainError, found } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";

/** The campus of the address, for its organisers and coaches; for others there is no such page. */
export async function campusToModerate(ctx: WebCtx, slug: string | undefined): Promise<Campus> {
  const campus = found(await campusBySlug(ctx.store.db, slug ?? ""));
  if (!canModerate(ctx.actor, campus.id)) throw new DomainError("not_found");
  return campus;
}

/** Reports that wait (organisers only) and what is hidden, of one campus. */
export async function reportsView(ctx: WebCtx & { readonly actor: Person }, campus: Campus) {
  const view = { db: ctx.store.db, actor: ctx.actor };
  const organises = canRunCampus(ctx.actor, campus.id);
  const reports = organises ? await openReports(view, ctx.now, campus.id) : [];
  const hidden = await hiddenIdeas(view, campus.id);
  return {
    campus: { slug: campus.slug, name: campus.name, zone: campus.zone },
    organises,
    reports: reports.map(({ id, path, subjectKind, subjectId, ideaId, excerpt, reason, words, createdAt, dueAt, overdue }) => ({
      id,
      path,
      subjectKind,
      subjectId,
      ideaId,
      excerpt,
      reason,
      words,
      createdAt,
      dueAt,
      overdue,
    })),
    hidden: hidden.map(({ id, title, hiddenAt, hiddenByName }) => ({ id, title, hiddenAt, hiddenBy: hiddenByName })),
  };
}

export type ReportsView = Awaited<ReturnType<typeof reportsView>>;
