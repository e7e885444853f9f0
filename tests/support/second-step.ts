import type { Store } from "~/domain/kernel/store";
import type { Person } from "~/domain/kernel/actor";
import type { GivenProof } from "~/domain/identity/access/prove";
import { beginSecondStep, confirmSecondStep } from "~/domain/identity/second-step/set-up-second-step";
import { pendingSecondStep } from "~/domain/identity/second-step/queries";
import { totpCode } from "~/domain/identity/second-step/totp";
import { after, minutes } from "~/domain/kernel/time";
import { NOW, testCtx } from "./ctx";
import { testVault } from "./vault";

/** What somebody with a second step has in their hands. */
export interface Phone {
  readonly secret: string;
  readonly codes: readonly string[];
  /** What the app shows at a moment. */
  at(moment: Date): string;
}

/** Turns the second step of a person on, an hour before `now`, so that the code of now is still unused. */
export async function withSecondStep(store: Store, person: Person, proof: GivenProof = {}, now: Date = NOW): Promise<Phone> {
  const ctx = testCtx(store, person, after(now, -minutes(60)));
  await beginSecondStep(ctx, testVault, proof);
  const secret = (await pendingSecondStep(store.db, testVault, person.personId))?.secret ?? "";
  const codes = await confirmSecondStep(ctx, testVault, totpCode(secret, ctx.now));
  return { secret, codes, at: (moment) => totpCode(secret, moment) };
}
