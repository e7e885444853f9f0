import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "#db/schema/second-step";
import { sha256 } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import type { Tx } from "../../kernel/store";

export const RECOVERY_CODES = 10;

/** Letters and digits that nobody mistakes for each other. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 16;
const SHAPE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/** Writes new codes in place of all older ones and returns them: the only time they can be read. */
export async function writeRecoveryCodes(tx: Tx, ctx: Pick<Ctx, "now">, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ hash: hashOf(personId, bare(code)), personId, createdAt: ctx.now })));
  return codes;
}

/** Uses a code up; of parallel calls exactly one succeeds. False when it is none of theirs or was used. */
export async function takeRecoveryCode(tx: Tx, ctx: Pick<Ctx, "now">, personId: string, typed: string): Promise<boolean> {
  const code = bare(typed);
  if (!SHAPE.test(code)) return false;
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: ctx.now })
    .where(and(eq(recoveryCodes.hash, hashOf(personId, code)), eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
    .returning({ hash: recoveryCodes.hash });
  return used.length === 1;
}

const bare = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, "");
const hashOf = (personId: string, code: string): string => sha256(`${personId}:${code}`);

/** Nearly 80 random bits in four groups; a byte that would make some letters likelier is thrown again. */
function newCode(): string {
  let code = "";
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      const letter = byte < 256 - (256 % LETTERS.length) ? LETTERS[byte % LETTERS.length] : undefined;
      if (letter !== undefined && code.length < LENGTH) code += letter;
    }
  }
  return (code.match(/.{4}/g) ?? []).join("-");
}
