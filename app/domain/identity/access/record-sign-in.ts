import { randomBytes } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { signIns, signInSteps } from "#db/schema/access";
import { sha256 } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import type { Db, Tx } from "../../kernel/store";
import { markUsed, personByEmail } from "../accounts";
import { deviceName } from "./device";
import type { SignInMethod } from "./methods";
import { tellOfAccess } from "./tell";

const USER_AGENT_MAX = 300;
/** How far back a place counts as known. */
const PLACES = 200;
const SHOWN = 30;

/** From where somebody comes. */
export interface Whence {
  readonly userAgent: string;
  /** The network it came from; the address itself is not kept. */
  readonly network: string;
}

export interface SignInFacts extends Whence {
  readonly personId: string;
  readonly method: SignInMethod;
  readonly outcome: "in" | "refused";
}

/** Writes down that somebody came in, or was kept out after naming this account. Coming in from a browser and network never seen before is told by mail. */
export async function recordSignIn(ctx: Ctx, facts: SignInFacts): Promise<void> {
  await ctx.store.tx(async (tx) => {
    if (facts.outcome === "in" && (await isNewPlace(tx, facts))) {
      const { personId, network } = facts;
      await tellOfAccess(tx, ctx, { personId, event: "new_place", device: deviceName(facts.userAgent), network });
    }
    if (facts.outcome === "in") await markUsed(tx, ctx, facts.personId);
    await insertSignIn(tx, ctx, facts);
  });
}

/**
 * Writes down that a password was refused for an address. An address without an account costs the same: one row, that nobody reads and
 * the next cleaning takes away.
 */
export async function recordRefusal(ctx: Ctx, { email, ...from }: Whence & { readonly email: string }): Promise<void> {
  const person = await personByEmail(ctx.store.db, email);
  await ctx.store.tx(async (tx) => {
    if (person) return insertSignIn(tx, ctx, { ...from, personId: person.id, method: "password", outcome: "refused" });
    const hash = sha256(randomBytes(32).toString("base64url"));
    const nobody = { kind: "nobody", personId: null, payload: {} };
    await tx.insert(signInSteps).values({ hash, ...nobody, createdAt: ctx.now, expiresAt: ctx.now });
  });
}

async function insertSignIn(tx: Tx, ctx: Ctx, { userAgent, ...facts }: SignInFacts): Promise<void> {
  await tx.insert(signIns).values({ id: ctx.newId(), at: ctx.now, ...facts, userAgent: userAgent.slice(0, USER_AGENT_MAX) });
}

/** Tells whether somebody who came in before never came from this browser on this network. */
async function isNewPlace(tx: Tx, { personId, userAgent, network }: SignInFacts): Promise<boolean> {
  const seen = await tx
    .select({ userAgent: signIns.userAgent, network: signIns.network })
    .from(signIns)
    .where(and(eq(signIns.personId, personId), eq(signIns.outcome, "in")))
    .orderBy(desc(signIns.at))
    .limit(PLACES);
  const device = deviceName(userAgent);
  return seen.length > 0 && !seen.some((one) => one.network === network && deviceName(one.userAgent) === device);
}

/** What a person sees of how their account was used, newest first. */
export async function signInsOf(db: Db, personId: string) {
  return db
    .select({
      id: signIns.id,
      at: signIns.at,
      method: signIns.method,
      outcome: signIns.outcome,
      userAgent: signIns.userAgent,
      network: signIns.network,
    })
    .from(signIns)
    .where(eq(signIns.personId, personId))
    .orderBy(desc(signIns.at), desc(signIns.id))
    .limit(SHOWN);
}
