import { randomBytes } from "node:crypto";
import { count, eq } from "drizzle-orm";
import { voteCodes } from "#db/schema/awards-vote";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { codeDigest, voteToRun } from "./rows";
import { CODE_ALPHABET, CODE_LENGTH, CODES_AT_ONCE_MAX, CODES_MAX, plainCode, voteState } from "./vote";

/** Rows one statement takes. */
const BATCH = 200;

function drawCode(): string {
  // 32 signs: five bits of each byte, so that every sign is as likely.
  return [...randomBytes(CODE_LENGTH)].map((byte) => CODE_ALPHABET[byte & 31]).join("");
}

export interface CodesInput {
  readonly editionSlug: string;
  readonly voteId: string;
  readonly count: number;
  /** Draws one code; by the system's own chance when absent. */
  readonly draw?: () => string;
}

/**
 * Makes codes to print, one a seat. They are told this once: what is kept is their digests, so that nobody can print them again, read
 * them in a backup, or see which was used. Refuses with "not_found", "forbidden", "vote_closed" (revealed), "conflict" (accounts vote),
 * or "invalid" and the `field`.
 */
export async function makeCodes(ctx: Ctx, input: CodesInput): Promise<{ codes: readonly string[] }> {
  const { count: wanted, draw = drawCode } = input;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > CODES_AT_ONCE_MAX) throw new DomainError("invalid", { field: "count" });
  const codes = new Set<string>();
  while (codes.size < wanted) codes.add(draw());
  if ([...codes].some((code) => plainCode(code) !== code)) throw new RangeError("no code of ours");
  await ctx.store.tx(async (tx) => {
    const { vote } = await voteToRun(tx, ctx, input.editionSlug, input.voteId);
    if (vote.electorate !== "codes") throw new DomainError("conflict");
    if (voteState(vote, ctx.now) === "revealed") throw new DomainError("vote_closed");
    const [had] = await tx.select({ n: count() }).from(voteCodes).where(eq(voteCodes.voteId, vote.id));
    if ((had?.n ?? 0) + wanted > CODES_MAX) throw new DomainError("invalid", { field: "count" });
    const rows = [...codes].map((code) => ({ digest: codeDigest(code), voteId: vote.id })).sort((a, b) => (a.digest < b.digest ? -1 : 1));
    for (let at = 0; at < rows.length; at += BATCH) await tx.insert(voteCodes).values(rows.slice(at, at + BATCH));
    await writeAudit(tx, ctx, { action: "vote.codes_made", subjectKind: "vote", subjectId: vote.id, fields: [`codes:${wanted}`] });
  });
  return { codes: [...codes] };
}

/**
 * Makes all codes of a vote worthless, before anybody saw it: a sheet was lost or copied. Refuses with "not_found", "forbidden" or
 * "vote_begun".
 */
export async function dropCodes(ctx: Ctx, input: { readonly editionSlug: string; readonly voteId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { vote } = await voteToRun(tx, ctx, input.editionSlug, input.voteId);
    if (voteState(vote, ctx.now) !== "draft") throw new DomainError("vote_begun");
    await tx.delete(voteCodes).where(eq(voteCodes.voteId, vote.id));
    await writeAudit(tx, ctx, { action: "vote.codes_dropped", subjectKind: "vote", subjectId: vote.id });
  });
}
