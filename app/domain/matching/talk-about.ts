import { and, eq, or } from "drizzle-orm";
import { suggestions } from "#db/schema/matching";
import { talkAboutNeeds } from "../ideas/mark-need";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import type { InterestRow } from "./interest";
import type { Loaded } from "./load-sides";
import { countsOpenly, loadIdeas, sideOf } from "./load-sides";
import type { Reason } from "./match";
import { compareIdeas } from "./model";
import { turned } from "./reasons";
import { taxonomyOf } from "./taxonomy";

/** What both sides said yes to is being talked about: the needs that carry the reasons of their match, unless only guessed, of either idea. */
export async function talkAboutReasons(
  tx: Tx,
  ctx: Ctx,
  { fromIdeaId, toKind, toId }: Pick<InterestRow, "fromIdeaId" | "toKind" | "toId">,
): Promise<void> {
  const reasons =
    (await keptReasons(tx, fromIdeaId, toKind, toId)) ?? (toKind === "idea" ? await freshReasons(tx, ctx, fromIdeaId, toId) : []);
  const needIds = (direction: "ours" | "theirs"): string[] =>
    reasons.flatMap((reason) => (reason.type === "meeting" && reason.direction === direction && !reason.guessed ? [reason.needId] : []));
  await talkAboutNeeds(tx, ctx, fromIdeaId, needIds("ours"));
  if (toKind === "idea") await talkAboutNeeds(tx, ctx, toId, needIds("theirs"));
}

/** Why they were suggested to each other, from the asking side; null when they were not. */
async function keptReasons(tx: Tx, fromIdeaId: string, toKind: InterestRow["toKind"], toId: string): Promise<readonly Reason[] | null> {
  const pair = (a: string, kind: InterestRow["toKind"], b: string) =>
    and(eq(suggestions.ideaId, a), eq(suggestions.subjectKind, kind), eq(suggestions.subjectId, b));
  const rows = await tx
    .select({ ideaId: suggestions.ideaId, reasons: suggestions.reasons })
    .from(suggestions)
    .where(toKind === "idea" ? or(pair(fromIdeaId, "idea", toId), pair(toId, "idea", fromIdeaId)) : pair(fromIdeaId, toKind, toId));
  const ours = rows.find(({ ideaId }) => ideaId === fromIdeaId);
  const [other] = rows;
  return ours ? ours.reasons : other ? turned(other.reasons) : null;
}

/** For two that met at a table before anybody suggested them. */
async function freshReasons(tx: Tx, ctx: Ctx, a: string, b: string): Promise<readonly Reason[]> {
  const loaded = await loadIdeas(tx, [a, b]);
  const taxonomy = await taxonomyOf(tx, ctx.now);
  const [one, other] = [loaded.get(a), loaded.get(b)];
  if (!one || !other) return [];
  const side = (loadedIdea: Loaded) => sideOf(loadedIdea, taxonomy, countsOpenly(loadedIdea.idea.matchConsent), ctx.now);
  return compareIdeas(side(one), side(other), taxonomy.lexicon.parents)?.reasons ?? [];
}
