/** Where a command reads its surroundings and writes its words. stdout carries only the result; everything else goes to stderr. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Everything on standard input, as text. */
  readonly stdin: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** True when stderr is a terminal, where a progress line may rewrite itself. */
  readonly interactive: boolean;
}

/** The surroundings of this process. A reader that closes stdout early, such as `head`, ends the command quietly. */
export function processIo(): Io {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: readAll,
    env: process.env,
    cwd: process.cwd(),
    interactive: process.stderr.isTTY === true,
  };
}

async function readAll(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Tells on stderr how far a long piece of work is. */
export interface Progress {
  /** Says how many are done. Costs little: it writes at most a few times a second. */
  at(count: number): void;
  /** Says that it is done, and how long it took. */
  done(count: number): void;
}

const EVERY_MS = { interactive: 200, log: 5_000 };

/** Starts a progress line: "ideas: 1200 of 2206". The clock is in milliseconds. */
export function progress(io: Io, label: string, total?: number, clock: () => number = Date.now): Progress {
  const since = clock();
  const pace = io.interactive ? EVERY_MS.interactive : EVERY_MS.log;
  let last = since;
  const of = total === undefined ? "" : ` of ${total}`;
  const clear = io.interactive ? "\r\u001b[K" : "";
  return {
    at(count) {
      if (clock() - last < pace) return;
      last = clock();
      io.stderr(`${clear}${label}: ${count}${of}${io.interactive ? "" : "\n"}`);
    },
    done(count) {
      io.stderr(`${clear}${label}: ${count}${of} in ${((clock() - since) / 1_000).toFixed(1)} s\n`);
    },
  };
}
