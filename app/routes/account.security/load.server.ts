import { deviceName } from "~/domain/identity/access/device";
import { signInsOf } from "~/domain/identity/access/record-sign-in";
import { readSetting } from "~/domain/identity/access/settings";
import { isStaff, myAccount } from "~/domain/identity/queries";
import { isPasswordShort, pendingSecondStep, secondStepOf } from "~/domain/identity/second-step/queries";
import type { Person } from "~/domain/kernel/actor";
import { found } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { qrOf } from "~/web/qr";

/** Everything the page of one's own security shows. */
export async function securityView(ctx: WebCtx & { readonly actor: Person }) {
  const { db } = ctx.store;
  const { personId } = ctx.actor;
  const { vault } = ctx.web;
  const account = found(await myAccount(db, personId));
  const step = await secondStepOf(db, personId);
  const pending = step ? null : await pendingSecondStep(db, vault, personId);
  return {
    email: account.email,
    hasPassword: account.hasPassword,
    isShort: await isPasswordShort(db, personId),
    canKeep: vault.isOpen,
    /** Whether a role of this person asks for a second step here, or would anywhere but in the demo. */
    asked: (await isStaff(db, personId, ctx.now))
      ? { required: await readSetting(db, "second_step.required"), demo: ctx.web.env.DEMO }
      : null,
    rolesWait: ctx.rolesWait,
    signIns: (await signInsOf(db, personId)).map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) })),
    slidingDays: ctx.web.env.SESSION_DAYS,
    longestDays: ctx.web.env.SESSION_MAX_DAYS,
    step,
    pending: pending && { key: (pending.secret.match(/.{1,4}/g) ?? []).join(" "), address: pending.address, qr: qrOf(pending.address) },
  };
}

export type SecurityView = Awaited<ReturnType<typeof securityView>>;
