import type { Usage } from "./args";
import type { Io } from "./io";

/** A command: how it is called, and what it does. Returns its exit code: 0 done, 1 bad input, 2 cannot be done. */
export interface Command {
  readonly usage: Usage;
  run(argv: readonly string[], io: Io): Promise<number>;
}

/** Every command by the words that call it, one file each, loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  affinity: async () => (await import("./affinity")).affinity,
  "audit verify": async () => (await import("./audit-verify")).auditVerify,
  "db copy": async () => (await import("./db-copy")).copy,
  "db migrate": async () => (await import("./db")).migrate,
  "db check": async () => (await import("./db")).check,
  "db backup": async () => (await import("./db-backup")).backup,
  "db restore": async () => (await import("./db-backup")).restore,
  "files copy": async () => (await import("./files-copy")).filesCopy,
  "import esco": async () => (await import("./import-esco")).importEsco,
  "import ideas": async () => (await import("./import-ideas")).importIdeas,
  "import terms": async () => (await import("./import-terms")).importTermsCommand,
  "jury assign": async () => (await import("./jury-assign")).juryAssign,
  "jury rank": async () => (await import("./jury-rank")).juryRank,
  match: async () => (await import("./match")).match,
  rounds: async () => (await import("./rounds")).roundsCommand,
  sbom: async () => (await import("./sbom")).sbom,
  "seed demo": async () => (await import("./seed")).seedDemoCommand,
  "user create": async () => (await import("./user")).createUser,
  "user reset-second-step": async () => (await import("./user-second-step")).resetSecondStepOf,
};
