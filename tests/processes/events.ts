import { request } from "node:http";
import type { ClientRequest } from "node:http";
import { afterwards } from "#tests/support/store";
import type { OwnProcess } from "./start-server";

/** One event of a stream. */
export interface Heard {
  readonly name: string;
  readonly data: unknown;
  /** When it came, on the clock of `performance`. */
  readonly at: number;
}

/** A page that listens at one server, and at the next when its line is cut, as EventSource does behind a proxy. */
export interface Listening {
  readonly heard: readonly Heard[];
  /** How often the line was cut. */
  cuts(): number;
  /** Waits for an event that pleases. @throws after 30 s. */
  hear(pleases: (event: Heard) => boolean, what: string): Promise<Heard>;
}

const COMES_BACK_MS = 100;
const PATIENCE_MS = 30_000;

/** Opens a stream of server-sent events; it ends with the test or file. `cookie` as a browser sends it. */
export function listenAt(servers: readonly OwnProcess[], path: string, cookie: string): Listening {
  const heard: Heard[] = [];
  let [at, cut, ended] = [0, 0, false];
  let outgoing: ClientRequest | undefined;
  const open = (): void => {
    if (ended) return;
    const { port, origin } = servers[at]!;
    let over = false;
    const again = (): void => {
      if (over || ended) return;
      over = true;
      cut += 1;
      at = (at + 1) % servers.length;
      setTimeout(open, COMES_BACK_MS);
    };
    const headers = { Cookie: cookie, Accept: "text/event-stream", Host: new URL(origin).host };
    outgoing = request({ host: "127.0.0.1", port, path, agent: false, headers }, (incoming) => {
      let begun = "";
      incoming.on("data", (part: Buffer) => {
        const blocks = (begun + part.toString("utf8")).split("\n\n");
        begun = blocks.pop() ?? "";
        for (const block of blocks) {
          const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
          if (name && data) heard.push({ name, data: JSON.parse(data) as unknown, at: performance.now() });
          // A page that is told so does not come back.
          ended ||= name === "end";
        }
      });
      incoming.on("error", again).on("end", again).on("close", again);
    });
    outgoing.on("error", again);
    outgoing.end();
  };
  open();
  afterwards(() => {
    ended = true;
    outgoing?.destroy();
  });
  return { heard, cuts: () => cut, hear: (pleases, what) => until(() => heard.find(pleases), what) };
}

/** What an event tells of: which version its channel has. */
export const versionOf = ({ data }: Heard): number => (data as { n: number }).n;

/** The newest version a page heard of; 0 before the first. */
export const newestOf = ({ heard }: Listening): number => Math.max(0, ...heard.filter(({ name }) => name === "changed").map(versionOf));

/** Waits for a version after `n`, and tells after how many milliseconds since `since` it came. */
export async function hearsOf(listening: Listening, n: number, since: number): Promise<number> {
  const newer = (event: Heard): boolean => event.name === "changed" && event.at > since && versionOf(event) > n;
  return (await listening.hear(newer, `a version after ${n}`)).at - since;
}

/** Waits until there is something to be found. @throws after a while. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>, what: string, patienceMs = PATIENCE_MS): Promise<T> {
  for (const end = performance.now() + patienceMs; ;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > end) throw new Error(`it did not come: ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
