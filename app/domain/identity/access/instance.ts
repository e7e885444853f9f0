import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Db } from "../../kernel/store";
import { isAdmin } from "../policy";
import { readSetting, writeSetting } from "./settings";

/** What an admin sets for everybody. */
export interface Instance {
  readonly signUpOpen: boolean;
  /** Addresses that everybody may read; empty when there is none. */
  readonly contact: string;
  readonly privacyContact: string;
}

/** How the instance is set. Pages that show it rest on the tag "settings". */
export async function instanceOf(db: Db): Promise<Instance> {
  return {
    signUpOpen: await readSetting(db, "sign_up.open"),
    contact: await readSetting(db, "contact.general"),
    privacyContact: await readSetting(db, "contact.privacy"),
  };
}

/** Sets what differs from before. Refuses with "not_found" for who is no admin. */
export async function setInstance(ctx: Ctx, input: Instance): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const before = await instanceOf(tx);
    if (before.signUpOpen !== input.signUpOpen) await writeSetting(tx, ctx, "sign_up.open", input.signUpOpen);
    if (before.contact !== input.contact) await writeSetting(tx, ctx, "contact.general", input.contact);
    if (before.privacyContact !== input.privacyContact) await writeSetting(tx, ctx, "contact.privacy", input.privacyContact);
    await touchPages(tx, ["settings"]);
  });
}

/** Refuses with "sign_up_closed" where only who was invited may make an account. */
export async function demandOpenSignUp(db: Db): Promise<void> {
  if (!(await readSetting(db, "sign_up.open"))) throw new DomainError("sign_up_closed");
}
