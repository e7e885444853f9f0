import { and, eq, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { allCampuses } from "../campus/queries";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { tellOfAccess } from "./access/tell";
import { newPasswordField } from "./forms";
import { hashPassword, passwordLength, verifyPassword } from "./password";
import { PASSWORD_MAX, PASSWORD_MIN, PASSWORD_MIN_WITH_STEP } from "./person";
import { hasSecondStep } from "./second-step/queries";
import { deleteSessionsOf } from "./session-rows";
import { endTokens } from "./tokens";

/**
 * Sets or changes the password of the person who acts. All other sessions end (all of them without `keepSession`,
 * a public id), and mailed links die; the route gives the session that stays a new secret.
 * Refuses with "wrong_password" when `current` is not the password there is, "invalid" when `next` is too easy.
 */
export async function setPassword(
  ctx: Ctx,
  input: { readonly current?: string; readonly next: string; readonly keepSession?: string | null },
): Promise<void> {
  const { personId } = requirePerson(ctx);
  const [person] = await ctx.store.db.select().from(people).where(eq(people.id, personId));
  const { name, email, emailKey, passwordHash: kept } = found(person);
  if (kept !== null && !(await verifyPassword(kept, input.current ?? ""))) throw new DomainError("wrong_password");
  refuseEasy(input.next, await ownWords(ctx.store.db, { name, email }), await passwordMinimum(ctx.store.db, personId));
  const passwordHash = await hashPassword(input.next);
  const passwordShort = isShort(input.next);
  await ctx.store.tx(async (tx) => {
    if (passwordShort && !(await hasSecondStep(tx, personId))) throw new DomainError("stale");
    const unchanged = kept === null ? isNull(people.passwordHash) : eq(people.passwordHash, kept);
    const [changed] = await tx
      .update(people)
      .set({ passwordHash, passwordShort })
      .where(and(eq(people.id, personId), unchanged))
      .returning({ id: people.id });
    if (!changed) throw new DomainError("stale");
    await deleteSessionsOf(tx, personId, input.keepSession);
    await endTokens(tx, ctx, emailKey, ["sign_in", "reset"]);
    await tellOfAccess(tx, ctx, { personId, event: "password_changed" });
    await writeAudit(tx, ctx, { action: "person.password_set", subjectKind: "person", subjectId: personId, fields: ["password"] });
  });
}

/** What a password of this person may not be made of: their name and address, and the names of the campuses. */
export async function ownWords(db: Db, person: { readonly name: string; readonly email: string }): Promise<string[]> {
  const names = await allCampuses(db);
  return [person.name, person.email.split("@")[0] ?? "", ...names.flatMap((campus) => [campus.name, campus.place])];
}

/** Characters a password of this person must have: fewer where a second step stands behind it. */
export async function passwordMinimum(db: Db, personId: string): Promise<number> {
  return (await hasSecondStep(db, personId)) ? PASSWORD_MIN_WITH_STEP : PASSWORD_MIN;
}

/** Tells whether a password is long enough only with a second step behind it. */
export const isShort = (password: string): boolean => passwordLength(password) < PASSWORD_MIN;

/** Refuses with "invalid" a password of a wrong length or one that is easy to guess. */
export function refuseEasy(password: string, words: readonly string[], least: number = PASSWORD_MIN): void {
  const result = newPasswordField(words, least).safeParse(password);
  if (result.success) return;
  throw new DomainError("invalid", {
    field: "password",
    message: result.error.issues[0]?.message ?? "",
    minimum: least,
    maximum: PASSWORD_MAX,
  });
}
