import { helpOf } from "./args";
import type { Command } from "./commands";
import { commands as allCommands } from "./commands";
import type { Io } from "./io";
import { processIo } from "./io";
import { Refusal } from "./refusal";

type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** Finds the command that the first one or two words name, and the words left for it. */
function find(argv: readonly string[], commands: Commands): { load: () => Promise<Command>; rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(" ");
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load && argv.length >= length) return { load, rest: argv.slice(length) };
  }
  return undefined;
}

async function overview(commands: Commands): Promise<string> {
  const names = Object.keys(commands).sort();
  const width = Math.max(0, ...names.map((name) => name.length));
  const rows: string[] = [];
  for (const name of names) {
    const command = await commands[name]?.();
    rows.push(`  ${name.padEnd(width)}  ${command?.usage.summary ?? ""}`);
  }
  return ["usage: broeikas COMMAND …", "", ...rows, "", "broeikas COMMAND --help tells more about one command.", ""].join("\n");
}

const asksHelp = (argv: readonly string[]): boolean => {
  const end = argv.indexOf("--");
  return argv.slice(0, end === -1 ? undefined : end).some((word) => word === "--help" || word === "-h");
};

/** What is said of something thrown, and the code it ends with. A rule of the domain that refuses is infeasible, not bad input. */
function endedBy(thrown: unknown, io: Io): number {
  if (thrown instanceof Refusal) {
    io.stderr(`${thrown.message}\n`);
    return thrown.exitCode;
  }
  if (thrown instanceof Error && thrown.name === "DomainError") {
    io.stderr(`refused: ${thrown.message}\n`);
    return 2;
  }
  io.stderr(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
  return 1;
}

/** Runs the command that the words name and returns its exit code: 0 done, 1 bad input, 2 cannot be done. */
export async function main(argv: readonly string[], io: Io = processIo(), commands: Commands = allCommands): Promise<number> {
  try {
    const first = argv[0];
    if (first === undefined || first === "help" || first === "--help" || first === "-h") {
      const text = await overview(commands);
      if (first === undefined) io.stderr(text);
      else io.stdout(text);
      return first === undefined ? 1 : 0;
    }
    const found = find(argv, commands);
    if (!found) {
      const names = Object.keys(commands).sort();
      const list = names.length === 0 ? "" : `\nThe commands are:\n${names.map((name) => `  ${name}`).join("\n")}`;
      io.stderr(`broeikas knows no command "${argv.slice(0, 2).join(" ")}".${list}\n`);
      return 1;
    }
    const command = await found.load();
    if (asksHelp(found.rest)) {
      io.stdout(helpOf(command.usage));
      return 0;
    }
    return await command.run(found.rest, io);
  } catch (thrown) {
    return endedBy(thrown, io);
  }
}
