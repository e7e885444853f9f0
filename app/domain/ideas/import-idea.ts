import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { ideas, ideaVersions, needs } from "#db/schema/ideas";
import { sha256, writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { changeStage } from "./change-stage";
import { prepareContent } from "./content";
import { keepVersion } from "./edit-idea";
import type { IdeaContent, MatchConsent, Stage, Visibility } from "./idea";
import { plantIdea } from "./plant-idea";
import { canEdit } from "./policy";
import type { ProposableTerm } from "./propose-words";
import { proposeWords } from "./propose-words";
import type { IdeaRow } from "./visible";
import { demand, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

export interface ImportInput {
  readonly campusId: string;
  /** Name of the idea at its source; one idea a name on a campus. */
  readonly externalId: string;
  readonly content: IdeaContent;
  /** Left out when the source does not say. */
  readonly stage?: Stage;
  readonly kind?: "idea" | "challenge";
  /** Everything else the source says, kept as it is. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** For an idea that is new; one that is there keeps what its owners chose. */
  readonly visibility: Visibility;
  readonly matchConsent: MatchConsent;
}

/**
 * - `planted`: it is new;
 * - `updated`: what the source changed was taken over, as a new version when it is text;
 * - `kept`: the source changed only what a person has edited since, or the idea is put away; theirs stays;
 * - `unchanged`: the source says what it said before.
 */
export type ImportOutcome = "planted" | "updated" | "kept" | "unchanged";

const CONTENT_FIELDS = [
  "lang",
  "title",
  "pitch",
  "description",
  "domainId",
  "growthMarketId",
  "productionStepId",
  "needs",
  "offers",
] as const satisfies readonly (keyof IdeaContent)[];
type Field = (typeof CONTENT_FIELDS)[number] | "stage" | "fields";
type Digests = Partial<Record<Field, string>>;

/** What the column `source` of an imported idea holds. */
interface Source {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Digests of what the source said last, and of what an import wrote last: who changed a field since shows from both. */
  readonly said: Digests;
  readonly wrote: Digests;
}

/**
 * Takes over an idea from another source, as the actor's. A second import takes over field by field what the source changed and
 * nobody here did. A new idea without needs gets those its text asks for, marked as proposed.
 * Refuses with "not_found" (campus), "forbidden" (not of that campus, or no longer in the team) and "invalid" (with the `field`).
 */
export async function importIdea(
  ctx: Ctx,
  input: ImportInput,
  terms: readonly ProposableTerm[],
): Promise<{ ideaId: string; outcome: ImportOutcome }> {
  requirePerson(ctx);
  if (input.externalId === "") throw new DomainError("invalid", { field: "externalId" });
  const [there] = await ctx.store.db
    .select({ id: ideas.id, stage: ideas.stage })
    .from(ideas)
    .where(and(eq(ideas.homeCampusId, input.campusId), eq(ideas.externalId, input.externalId)));
  if (!there) return plantImported(ctx, input, terms);
  const outcome = await updateImported(ctx, there.id, input);
  return { ideaId: there.id, outcome };
}

async function plantImported(
  ctx: Ctx,
  input: ImportInput,
  terms: readonly ProposableTerm[],
): Promise<{ ideaId: string; outcome: "planted" }> {
  const { content: said } = await prepareContent(ctx.store.db, input.content);
  const text = [said.title, said.pitch, said.description].join("\n");
  const proposed = said.needs.length === 0 ? proposeWords(terms, text, said.lang) : [];
  const content: IdeaContent = proposed.length > 0 ? { ...said, needs: proposed } : said;
  const { campusId, externalId, visibility, matchConsent, fields, kind } = input;
  const stage = input.stage ?? "seed";
  const source: Source = { fields, said: digests(said, input), wrote: { ...digests(content, input), stage: digest(stage) } };
  const { ideaId } = await plantIdea(
    ctx,
    { ...content, campusId, visibility, matchConsent, stage, ...(kind === undefined ? {} : { kind }) },
    { externalId, source: { ...source }, needOrigin: proposed.length > 0 ? "text" : "typed" },
  );
  return { ideaId, outcome: "planted" };
}

async function updateImported(ctx: Ctx, ideaId: string, input: ImportInput): Promise<ImportOutcome> {
  const person = requirePerson(ctx);
  const theirs = (await prepareContent(ctx.store.db, input.content)).content;
  const salt = randomBytes(16).toString("hex");
  const result = await ctx.store.tx(async (tx) => {
    const { idea, facts } = await ideaToActOn(tx, person, ideaId);
    const before = sourceOf(idea);
    const said = digests(theirs, input);
    const changed = new Set<Field>(
      [...CONTENT_FIELDS, "stage" as const, "fields" as const].filter((field) => field in said && said[field] !== before?.said[field]),
    );
    if (changed.size === 0) return { outcome: "unchanged" as const, stage: null };
    if (idea.status !== "active" || !before) return { outcome: "kept" as const, stage: null };
    demand(person, canEdit(person, facts));
    const mine = await presentContent(tx, idea);
    const taken = new Set(CONTENT_FIELDS.filter((field) => changed.has(field) && digest(mine[field]) === before.wrote[field]));
    if (taken.has("needs") && (await isConfirmed(tx, ideaId, before))) taken.delete("needs");
    const stage = changed.has("stage") && digest(idea.stage) === before.wrote.stage ? (input.stage ?? null) : null;
    if (taken.size > 0) {
      const merged = { ...mine, ...Object.fromEntries([...taken].map((field) => [field, theirs[field]])) };
      const prepared = await prepareContent(tx, merged);
      await keepVersion(tx, ctx, { ideaId, no: idea.versionNo + 1, salt, prepared });
      await writeAudience(tx, ideaId);
    }
    const wrote = { ...before.wrote, ...pick(said, [...taken, ...(stage === null ? [] : ["stage" as const])]) };
    await keepSource(tx, ctx, ideaId, { fields: input.fields, said: { ...before.said, ...said }, wrote });
    return { outcome: taken.size > 0 || stage !== null || changed.has("fields") ? ("updated" as const) : ("kept" as const), stage };
  });
  if (result.stage !== null) await changeStage(ctx, ideaId, { stage: result.stage });
  return result.outcome;
}

async function keepSource(tx: Tx, ctx: Ctx, ideaId: string, source: Source): Promise<void> {
  await tx
    .update(ideas)
    .set({ source: { ...source } })
    .where(eq(ideas.id, ideaId));
  await writeAudit(tx, ctx, { action: "idea.source_updated", subjectKind: "idea", subjectId: ideaId, fields: ["source"] });
}

async function presentContent(tx: Tx, idea: IdeaRow): Promise<IdeaContent> {
  const [version] = await tx
    .select({ content: ideaVersions.content })
    .from(ideaVersions)
    .where(and(eq(ideaVersions.ideaId, idea.id), eq(ideaVersions.no, idea.versionNo)));
  return found(version).content;
}

/** Tells whether somebody has confirmed a need that an import had only proposed. */
async function isConfirmed(tx: Tx, ideaId: string, before: Source): Promise<boolean> {
  if (before.said.needs === before.wrote.needs) return false;
  const [confirmed] = await tx
    .select({ id: needs.id })
    .from(needs)
    .where(and(eq(needs.ownerKind, "idea"), eq(needs.ownerId, ideaId), eq(needs.origin, "typed"), isNull(needs.removedAt)))
    .limit(1);
  return confirmed !== undefined;
}

function digests(content: IdeaContent, { fields, stage }: Pick<ImportInput, "fields" | "stage">): Digests {
  const said: Digests = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, digest(content[field])]));
  return { ...said, fields: digest(fields), ...(stage === undefined ? {} : { stage: digest(stage) }) };
}

/** Long enough to tell two texts of one field apart; nobody gains by forging it. */
function digest(value: unknown): string {
  return sha256(JSON.stringify(value)).slice(0, 16);
}

function pick(from: Digests, fields: readonly Field[]): Digests {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}

/** What an import kept of the source; null for an idea that got its external id in another way. */
function sourceOf(idea: Pick<IdeaRow, "source">): Source | null {
  const source = idea.source as Partial<Source> | null;
  return source?.said && source.wrote ? { fields: source.fields ?? {}, said: source.said, wrote: source.wrote } : null;
}
