import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { campuses, organisations } from "#db/schema/campus";
import { follows, ideaDrafts, ideaMembers, ideas, stageChanges } from "#db/schema/ideas";
import { standIns } from "../campus/terms/stand-ins";
import type { Person } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import type { PreparedContent } from "./content";
import { prepareContent } from "./content";
import type { IdeaContent, IdeaKind, MatchConsent, Stage, Visibility, WordOrigin } from "./idea";
import { linkFork } from "./graft/link";
import { indexIdea } from "./index-idea";
import { canPlant } from "./policy";
import { syncWords } from "./sync-words";
import { insertVersion } from "./versions";
import { isId } from "./visible";
import { writeAudience } from "./write-audience";

export interface PlantInput extends IdeaContent {
  readonly campusId: string;
  readonly visibility: Visibility;
  readonly matchConsent: MatchConsent;
  readonly stage?: Stage;
  /** For imports; what is planted for an organisation is a challenge. */
  readonly kind?: IdeaKind;
  /** The organisation whose challenge it is; the actor is a member of it. */
  readonly organisationId?: string | null;
}
export interface PlantOptions {
  /** The actor's own draft it grew from; it is used up. Planting the same draft twice gives the same idea. */
  readonly draftId?: string;
  /** For imports: the id at the source (unique on the campus), what else the source said, and whether its needs are only proposed. */
  readonly externalId?: string;
  readonly source?: Record<string, unknown>;
  readonly needOrigin?: WordOrigin;
  /** The idea that inspired it, which the actor must be able to see ("not_found"): both tell it from then on. */
  readonly forkOf?: string;
}

/**
 * Plants an idea: version 1, its owner, needs and offers, who may find it, its first stage.
 * Refuses with "not_found" (campus), "forbidden" (not of that campus, or not a member of the organisation whose challenge it is to be),
 * "invalid" (content, organisation of another campus), "conflict" (external id taken).
 */
export async function plantIdea(ctx: Ctx, input: PlantInput, options: PlantOptions = {}): Promise<{ ideaId: string }> {
  const person = requirePerson(ctx);
  if (!isId(input.campusId)) throw new DomainError("not_found");
  const [campus] = await ctx.store.db.select({ id: campuses.id }).from(campuses).where(eq(campuses.id, input.campusId));
  found(campus);
  if (!canPlant(person, input.campusId)) throw new DomainError("forbidden");
  await demandOrganisation(ctx, person, input);
  const prepared = await prepareContent(ctx.store.db, input);
  const newId = ctx.newId();
  const salt = randomBytes(16).toString("hex");

  return ctx.store.tx(async (tx) => {
    const grown = await useDraft(tx, person, options.draftId);
    if (grown.planted) return { ideaId: grown.id };
    const ideaId = grown.id ?? newId;
    await insertIdea(tx, ctx, ideaId, input, prepared, options);
    await insertVersion(tx, ctx, { id: ctx.newId(), ideaId, no: 1, salt, prepared });
    await tx.insert(ideaMembers).values({ id: ctx.newId(), ideaId, personId: person.personId, role: "owner", from: ctx.now });
    await tx
      .insert(stageChanges)
      .values({ id: ctx.newId(), ideaId, fromStage: null, toStage: input.stage ?? "seed", byPersonId: person.personId, at: ctx.now });
    await tx.insert(follows).values({ ideaId, personId: person.personId, at: ctx.now });
    await syncWords(tx, ctx, { ownerKind: "idea", ownerId: ideaId, lang: prepared.content.lang }, prepared.content, options.needOrigin);
    await indexIdea(tx, ideaId, prepared.stems);
    await writeAudience(tx, ideaId);
    if (options.forkOf !== undefined) await linkFork(tx, ctx, ideaId, options.forkOf);
    await writeAudit(tx, ctx, {
      action: "idea.planted",
      subjectKind: "idea",
      subjectId: ideaId,
      fields: ["content", "visibility", "match_consent", "stage"],
    });
    return { ideaId };
  });
}

/** Members post challenges of their organisation, on its campus. */
async function demandOrganisation(ctx: Ctx, person: Person, { organisationId, campusId }: PlantInput): Promise<void> {
  if (organisationId === undefined || organisationId === null) return;
  if (!person.organisationIds.includes(organisationId)) throw new DomainError("forbidden");
  const [row] = await ctx.store.db
    .select({ campusId: organisations.campusId })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (row?.campusId !== campusId) throw new DomainError("invalid", { field: "organisationId" });
}

/** The idea takes the id of the draft it grew from, so that a form sent twice plants once. */
async function useDraft(
  tx: Tx,
  person: Person,
  draftId: string | undefined,
): Promise<{ planted: true; id: string } | { planted: false; id: string | null }> {
  if (draftId === undefined || !isId(draftId)) return { planted: false, id: null };
  const [draft] = await tx
    .delete(ideaDrafts)
    .where(and(eq(ideaDrafts.id, draftId), eq(ideaDrafts.personId, person.personId), isNull(ideaDrafts.ideaId)))
    .returning({ id: ideaDrafts.id });
  if (draft) return { planted: false, id: draft.id };
  const [earlier] = await tx
    .select({ id: ideaMembers.ideaId })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, draftId), eq(ideaMembers.personId, person.personId), isNull(ideaMembers.until)));
  return earlier ? { planted: true, id: earlier.id } : { planted: false, id: null };
}

async function insertIdea(
  tx: Tx,
  ctx: Ctx,
  ideaId: string,
  input: PlantInput,
  { content }: PreparedContent,
  options: PlantOptions,
): Promise<void> {
  const [row] = await tx
    .insert(ideas)
    .values({
      id: ideaId,
      kind: input.organisationId ? "challenge" : (input.kind ?? "idea"),
      organisationId: input.organisationId ?? null,
      homeCampusId: input.campusId,
      ...(await ideaColumns(tx, content)),
      stage: input.stage ?? "seed",
      visibility: input.visibility,
      matchConsent: input.matchConsent,
      versionNo: 1,
      plantedAt: ctx.now,
      activeAt: ctx.now,
      source: options.source ?? null,
      externalId: options.externalId ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: ideas.id });
  if (!row) throw new DomainError("conflict");
}

/** The columns of an idea that repeat what its present version says; of a merged term, what stands for it now. */
export async function ideaColumns(
  tx: Tx,
  content: IdeaContent,
): Promise<Pick<typeof ideas.$inferInsert, "lang" | "title" | "pitch" | "domainId" | "growthMarketId" | "productionStepId">> {
  const { lang, title, pitch, domainId, growthMarketId, productionStepId } = content;
  const now = await standIns(tx, [domainId, growthMarketId, productionStepId]);
  return { lang, title, pitch, domainId: now(domainId), growthMarketId: now(growthMarketId), productionStepId: now(productionStepId) };
}
