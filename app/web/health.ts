import type { MachineHealth } from "~/infra/health";
import { machineHealth } from "~/infra/health";
import type { AdminCtx } from "./admin";

/** The state of this server and its database, and whether it sends mails to anybody. */
export async function machineOf(ctx: AdminCtx): Promise<MachineHealth & { readonly sendsMail: boolean }> {
  return { ...(await machineHealth(ctx.store)), sendsMail: ctx.web.env.SMTP_URL !== undefined };
}
