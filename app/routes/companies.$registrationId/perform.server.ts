import { approveRegistration, checkVatAgain, refuseRegistration } from "~/domain/companies/decide-registration";
import { approvalForm, refusalForm, registrationForm } from "~/domain/companies/forms";
import { sendRegistration } from "~/domain/companies/register-company";
import { withdrawRegistration } from "~/domain/companies/withdraw-registration";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import { said } from "~/web/admin";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import { registrationView } from "./load.server";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

/** Sending and correcting ask the service about another number, and so does asking again. */
const RATE = { name: "company-check", limit: 20, ipLimit: 120, windowMs: hours(1) };

/** Runs what the person of a registration, or who decides it, asked. */
export async function perform({ ctx, form, intent, params }: Args) {
  const { id, name } = await registrationView(ctx, params.registrationId);
  const page = `/companies/${id}`;
  switch (intent) {
    case "send": {
      const parsed = parseForm(form, registrationForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await limitRate(ctx, RATE, ctx.actor.personId);
      await sendRegistration(ctx, { ...parsed.value, registrationId: id });
      return said(ctx, page, { key: "companies.sent" });
    }
    case "withdraw":
      await withdrawRegistration(ctx, id);
      return said(ctx, "/companies/register", { key: "companies.withdrawn" });
    case "approve": {
      const parsed = parseForm(form, approvalForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await approveRegistration(ctx, id, parsed.value);
      return said(ctx, page, { key: "companies.approved", params: { name } });
    }
    case "refuse": {
      const parsed = parseForm(form, refusalForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await refuseRegistration(ctx, id, parsed.value);
      return said(ctx, page, { key: "companies.refused" });
    }
    case "check":
      await limitRate(ctx, RATE, ctx.actor.personId);
      await checkVatAgain(ctx, id);
      return said(ctx, page, { key: "companies.vat.asked" });
    default:
      throw new DomainError("invalid");
  }
}
