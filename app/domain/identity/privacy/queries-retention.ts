import { desc } from "drizzle-orm";
import { destructions } from "#db/schema/privacy";
import type { Actor } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { isAdmin } from "../policy";
import { latestErasures } from "./erasure";
import { heldSubjects, holdsForAdmin } from "./holds";
import { RETENTION_RULES } from "./rules";

const MOST = 50;

/** Rules, holds, the log of destruction and the statements of erasure, for admins; "not_found" for everybody else. */
export async function retentionView(db: Db, actor: Actor, now: Date) {
  if (!isAdmin(actor)) throw new DomainError("not_found");
  const held = await heldSubjects(db, now);
  return {
    rules: RETENTION_RULES.map((rule) => ({ ...rule, isHeld: held.rules.has(rule.code) })),
    holds: await holdsForAdmin(db, now, MOST),
    log: await db.select().from(destructions).orderBy(desc(destructions.at), desc(destructions.id)).limit(MOST),
    erasures: await latestErasures(db, MOST),
  };
}
