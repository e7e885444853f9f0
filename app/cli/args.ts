import { parseArgs } from "node:util";
import { badInput } from "./refusal";

export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly help: string;
  /** How the value is shown in the help, such as FILE. */
  readonly value?: string;
  readonly short?: string;
  readonly required?: boolean;
  readonly default?: string;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly help: string;
  readonly optional?: boolean;
}

/** How a command is called; its help is written from this. */
export interface Usage {
  /** As typed after `broeikas`: "db migrate". */
  readonly command: string;
  /** One line: what it does. */
  readonly summary: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: Readonly<Record<string, OptionSpec>>;
}

export interface Args {
  /** The value of a named argument or option; undefined when it was not given. */
  text(name: string): string | undefined;
  /** The value of an argument or option that must be there. */
  required(name: string): string;
  /** A whole number of at least `least`, or undefined. Refuses anything else. */
  count(name: string, least?: number): number | undefined;
  /** True when the boolean option was given. */
  flag(name: string): boolean;
}

function parsed(usage: Usage, argv: readonly string[]) {
  const specs = Object.entries(usage.options ?? {});
  const options = Object.fromEntries(specs.map(([name, { type, short }]) => [name, short ? { type, short } : { type }]));
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw badInput(`${error instanceof Error ? error.message : String(error)}\n${howTo(usage)}`);
  }
}

/** Reads the words after a command's name. Refuses with exit code 1 what its usage does not name or what is missing. */
export function readArgs(usage: Usage, argv: readonly string[]): Args {
  const { values, positionals } = parsed(usage, argv);
  const named = usage.arguments ?? [];
  const given = new Map<string, string | boolean>();
  for (const [name, spec] of Object.entries(usage.options ?? {})) {
    const value = (values as Record<string, string | boolean | undefined>)[name] ?? spec.default;
    if (value === undefined && spec.required) throw badInput(`--${name} is missing\n${howTo(usage)}`);
    if (value !== undefined) given.set(name, value);
  }
  named.forEach((spec, at) => {
    const value = positionals[at];
    if (value === undefined && !spec.optional) throw badInput(`${spec.name} is missing\n${howTo(usage)}`);
    if (value !== undefined) given.set(spec.name, value);
  });
  const extra = positionals[named.length];
  if (extra !== undefined) throw badInput(`"${extra}" is one word too many\n${howTo(usage)}`);
  return access(usage, given);
}

function access(usage: Usage, given: ReadonlyMap<string, string | boolean>): Args {
  const text = (name: string): string | undefined => {
    const value = given.get(name);
    return typeof value === "string" ? value : undefined;
  };
  return {
    text,
    flag: (name) => given.get(name) === true,
    required(name) {
      const value = text(name);
      if (value === undefined) throw badInput(`${name} is missing\n${howTo(usage)}`);
      return value;
    },
    count(name, least = 0) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least) {
        throw badInput(`${name}: "${value}" is not a whole number of at least ${least}`);
      }
      return number;
    },
  };
}

/** The line that shows how a command is called. */
export function howTo(usage: Usage): string {
  const words = (usage.arguments ?? []).map(({ name, optional }) => (optional ? `[${name}]` : name));
  const options = Object.entries(usage.options ?? {}).map(([name, spec]) => {
    const shown = spec.type === "string" ? `--${name} ${spec.value ?? "TEXT"}` : `--${name}`;
    return spec.required ? shown : `[${shown}]`;
  });
  return ["usage: broeikas", usage.command, ...words, ...options].join(" ");
}

/** The full help of a command. */
export function helpOf(usage: Usage): string {
  const rows = [
    ...(usage.arguments ?? []).map(({ name, help }) => [name, help] as const),
    ...Object.entries(usage.options ?? {}).map(([name, { short, help, default: standard }]) => {
      return [`${short ? `-${short}, ` : ""}--${name}`, standard === undefined ? help : `${help} (default: ${standard})`] as const;
    }),
    ["--help", "shows this"] as const,
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [usage.summary, "", howTo(usage), "", ...rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`), ""].join("\n");
}
