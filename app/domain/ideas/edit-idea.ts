import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { ideaDrafts, ideas, ideaVersions } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { notifyAll } from "../notifications/notify";
import { applyVisibility } from "./change-visibility";
import type { PreparedContent } from "./content";
import { canonicalText, prepareContent } from "./content";
import type { IdeaContent, MatchConsent, Visibility } from "./idea";
import { followersOf } from "./followers";
import { indexIdea } from "./index-idea";
import { ideaColumns } from "./plant-idea";
import { canEdit } from "./policy";
import { standingContent } from "./standing-content";
import { syncWords } from "./sync-words";
import { insertVersion } from "./versions";
import { demand, demandActive, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

export interface EditInput {
  /** The version the writer started from. */
  readonly baseVersion: number;
  readonly content: IdeaContent;
  readonly visibility?: Visibility;
  readonly matchConsent?: MatchConsent;
}
export interface EditResult {
  readonly no: number;
  readonly changed: boolean;
}

/**
 * Keeps a new numbered version when the content differs from the present one; the same content makes none.
 * Refuses with "stale" (param `current`) when somebody saved a version after `baseVersion`: nothing is written, and the
 * writer's text is still in the form and in their draft. Whoever may edit but not open the idea cannot change its rung ("forbidden").
 */
export async function editIdea(ctx: Ctx, ideaId: string, input: EditInput): Promise<EditResult> {
  const person = requirePerson(ctx);
  const prepared = await prepareContent(ctx.store.db, input.content);
  const salt = randomBytes(16).toString("hex");

  return ctx.store.tx(async (tx) => {
    const acted = await ideaToActOn(tx, person, ideaId);
    demandActive(acted.idea);
    demand(person, canEdit(person, acted.facts));
    const { versionNo } = acted.idea;
    const [present] = await tx
      .select({ canonical: ideaVersions.canonical, content: ideaVersions.content })
      .from(ideaVersions)
      .where(and(eq(ideaVersions.ideaId, ideaId), eq(ideaVersions.no, versionNo)));
    const changed = present?.canonical !== prepared.canonical && !(await saysTheSame(tx, present?.content, prepared.content));
    if (changed && versionNo !== input.baseVersion) throw new DomainError("stale", { current: versionNo });
    const no = changed ? versionNo + 1 : versionNo;
    if (changed) await keepVersion(tx, ctx, { ideaId, no, salt, prepared });
    if (changed) await tellFollowers(tx, ctx, ideaId);
    const opened = await applyVisibility(
      tx,
      ctx,
      acted,
      input.visibility ?? acted.idea.visibility,
      input.matchConsent ?? acted.idea.matchConsent,
    );
    if (changed || opened) await writeAudience(tx, ideaId);
    await tx.delete(ideaDrafts).where(and(eq(ideaDrafts.personId, person.personId), eq(ideaDrafts.ideaId, ideaId)));
    return { no, changed };
  });
}

/** Tells whether two texts differ in nothing but a term that was merged into the other's. */
async function saysTheSame(tx: Tx, before: IdeaContent | undefined, after: IdeaContent): Promise<boolean> {
  if (!before || before.title !== after.title || before.description !== after.description) return false;
  return canonicalText(await standingContent(tx, before)) === canonicalText(await standingContent(tx, after));
}

/** At most one notice a day: whoever edits ten times tells once. */
async function tellFollowers(tx: Tx, ctx: Ctx, ideaId: string): Promise<void> {
  const dedupeKey = `${ideaId}:${ctx.now.toISOString().slice(0, 10)}`;
  await notifyAll(tx, ctx, await followersOf(tx, ideaId), { kind: "idea_edited", subjectKind: "idea", subjectId: ideaId, dedupeKey });
}

/** Writes the next version of an idea and everything that repeats it; the caller checks who may, and rewrites the audience. Refuses with "stale". */
export async function keepVersion(
  tx: Tx,
  ctx: Ctx,
  version: { ideaId: string; no: number; salt: string; prepared: PreparedContent },
): Promise<void> {
  const { ideaId, no, prepared } = version;
  const { content } = prepared;
  const [moved] = await tx
    .update(ideas)
    .set({ ...(await ideaColumns(tx, content)), versionNo: no, activeAt: ctx.now })
    .where(and(eq(ideas.id, ideaId), eq(ideas.versionNo, no - 1)))
    .returning({ id: ideas.id });
  if (!moved) throw new DomainError("stale", { current: no });
  await insertVersion(tx, ctx, { id: ctx.newId(), ...version });
  await syncWords(tx, ctx, { ownerKind: "idea", ownerId: ideaId, lang: content.lang }, content);
  await indexIdea(tx, ideaId, prepared.stems);
  await writeAudit(tx, ctx, { action: "idea.edited", subjectKind: "idea", subjectId: ideaId, fields: ["content"] });
}
