import { suspendForm } from "~/domain/identity/forms";
import { personByEmail } from "~/domain/identity/queries";
import { resetSecondStep } from "~/domain/identity/second-step/reset-second-step";
import { isDomainError } from "~/domain/kernel/errors";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { operatorCtx, withStore } from "./place";
import { badInput, infeasible } from "./refusal";

/** `broeikas user reset-second-step`: for an admin without another admin, who lost phone and codes. */
export const resetSecondStepOf: Command = {
  usage: {
    command: "user reset-second-step",
    summary: "takes the second step away from somebody who lost phone and codes; their sessions and password end, a mail brings a link",
    arguments: [{ name: "ADDRESS", help: "the address of their account" }],
    options: { reason: { type: "string", value: "TEXT", help: "why, for the trail", required: true } },
  },
  async run(argv, io) {
    const args = readArgs(resetSecondStepOf.usage, argv);
    const email = args.required("ADDRESS");
    const reason = suspendForm.safeParse({ reason: args.required("reason") });
    if (!reason.success) throw badInput("reason: say in one line why");
    const personId = await withStore(io, async (store) => {
      const person = await personByEmail(store.db, email);
      if (!person) throw badInput(`nobody signs in with "${email}"`);
      await resetSecondStep(operatorCtx(store, new Date()), { personId: person.id, reason: reason.data.reason }).catch(
        (thrown: unknown) => {
          throw isDomainError(thrown) && thrown.code === "already_done" ? infeasible(`${email} has no second step`) : thrown;
        },
      );
      return person.id;
    });
    io.stdout(`${personId}\n`);
    return 0;
  },
};
