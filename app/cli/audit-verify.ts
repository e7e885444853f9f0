import { readArgs } from "./args";
import type { Command } from "./commands";
import { withStore } from "./place";
import { badInput } from "./refusal";

/** `broeikas audit verify`: whether the trail is as it was written. */
export const auditVerify: Command = {
  usage: {
    command: "audit verify",
    summary: "checks the chain over the audit trail, row by row; ends with 2 when something was changed, removed or put in",
    options: {
      head: { type: "string", value: "HASH", help: "a head that was noted earlier: it has to stand in the chain still" },
      json: { type: "boolean", help: "prints one JSON object" },
    },
  },
  async run(argv, io) {
    const args = readArgs(auditVerify.usage, argv);
    const known = args.text("head");
    if (known !== undefined && !/^[0-9a-f]{64}$/.test(known)) throw badInput(`head: "${known}" is not a hash of 64 hexadecimal digits`);
    const { verifyAudit } = await import("~/domain/kernel/audit-seals");
    const state = await withStore(io, (store) => verifyAudit(store.db, known));
    if (args.flag("json")) io.stdout(`${JSON.stringify(state)}\n`);
    else {
      const { sealed, waiting, head, problems } = state;
      io.stdout(`${sealed} rows sealed, ${waiting} waiting to be; head ${head ?? "none"}\n`);
      for (const problem of problems) io.stdout(`${problem}\n`);
    }
    return state.problems.length === 0 ? 0 : 2;
  },
};
