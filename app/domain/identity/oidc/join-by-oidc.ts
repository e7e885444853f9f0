import { campusById } from "../../campus/queries";
import type { Locale } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import { demandOpenSignUp } from "../access/instance";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { takeStep } from "../access/steps";
import { writeAccount } from "../accounts";
import type { AgeBand } from "../person";
import { waitingOf } from "./link-oidc";
import { writeOidcAccount } from "./rows";

export interface OidcJoin {
  readonly secret: string;
  readonly name: string;
  readonly ageBand: AgeBand;
  readonly campusId: string;
  readonly locale: Locale;
}

/**
 * Makes the account of somebody whom a service knows and we do not, with the address the service made sure of. Refuses with
 * "token_invalid" (nothing waits any more), "already_done" (the address or the account at the service has got an account), "sign_up_closed" or "invalid".
 */
export async function joinByOidc(ctx: Ctx, join: OidcJoin): Promise<{ personId: string; factors: 1 | 2; to: string }> {
  const { secret, name, ageBand, campusId, locale } = join;
  await demandOpenSignUp(ctx.store.db);
  if (!(await campusById(ctx.store.db, campusId))) throw new DomainError("invalid", { field: "campusId" });
  return ctx.store.tx(async (tx) => {
    const waiting = waitingOf(await takeStep(tx, ctx, secret, "oidc_proved"));
    if (waiting.personId !== null) throw new DomainError("token_invalid");
    const { issuer, subject, email, factors, to } = waiting;
    const personId = await writeAccount(tx, ctx, { name, email, ageBand, locale, homeCampusId: campusId });
    await writeOidcAccount(tx, ctx, { personId, issuer, subject, email });
    await writeAudit(tx, ctx, { action: "person.signed_in", subjectKind: "person", subjectId: personId, fields: ["oidc"] });
    return { personId, factors, to };
  });
}
