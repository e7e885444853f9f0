import { Agent, request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { strFromU8, unzipSync } from "fflate";
import { CookieJar } from "tough-cookie";
import { afterwards } from "./store";

/** Where a client sends its requests, and the log that tells what went wrong there. */
export interface Server {
  readonly port: number;
  readonly origin: string;
  readonly logged: readonly Record<string, unknown>[];
  /** Connections of its own; without it all clients of the file share a few. */
  readonly agent?: Agent;
}

export interface ClientOptions {
  /** As a browser sends it; Dutch when absent. */
  readonly language?: string;
  readonly userAgent?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Path and search that were asked for, after redirects that were followed. */
  readonly path: string;
  /** Where a redirect leads; our own origin is left out. */
  readonly location: string | null;
}

/** Fields of a form: several values of a name stand in a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>> | readonly (readonly [string, string])[];

export interface AskOptions {
  readonly follow?: boolean;
  /** Takes an answer of 5xx as well: the server is in trouble on purpose. */
  readonly inTrouble?: boolean;
  /** Headers over those of a browser; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}
export interface PostOptions extends AskOptions {
  /** Another site, or null for a sender that names none. */
  readonly origin?: string | null;
}

const FORM = "application/x-www-form-urlencoded";
const MOST_REDIRECTS = 8;
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

let agent: Agent | undefined;

/** One line of connections for a file of tests: opening one for each request costs more than most pages. */
function connections(): Agent {
  if (!agent) {
    agent = new Agent({ keepAlive: true, maxSockets: 8 });
    afterwards(() => {
      agent?.destroy();
      agent = undefined;
    });
  }
  return agent;
}

/** A browser without a screen: keeps cookies by the browser's rules, says where a form came from, follows redirects only when asked. */
export class Client {
  readonly userAgent: string;
  readonly #server: Server;
  readonly #language: string;
  readonly #jar = new CookieJar(undefined, { prefixSecurity: "strict" });

  constructor(server: Server, { language = "nl", userAgent = CHROME }: ClientOptions = {}) {
    this.#server = server;
    this.#language = language;
    this.userAgent = userAgent;
  }

  /** Keeps a cookie as an answer would set it; refuses what a browser refuses. */
  async keepCookie(header: string, path = "/"): Promise<void> {
    await this.#jar.setCookie(header, this.#server.origin + path);
  }

  /** Value of a cookie, or null. */
  async cookie(name: string): Promise<string | null> {
    const all = await this.#jar.getCookies(this.#server.origin);
    return all.find(({ key }) => key === name)?.value ?? null;
  }

  /** Asks for a page. */
  get(path: string, options: AskOptions = {}): Promise<Answer> {
    return this.send("GET", path, { "Sec-Fetch-Site": "same-origin", ...options.headers }, undefined, options);
  }

  /** Sends a form as our own page does, or from somewhere else. */
  post(path: string, fields: Fields, options: PostOptions = {}): Promise<Answer> {
    return this.postBody(path, formBody(fields), { ...options, headers: { "Content-Type": FORM, ...options.headers } });
  }

  /** Sends any body as our own page would. */
  postBody(path: string, body: string | Buffer, options: PostOptions = {}): Promise<Answer> {
    return this.send("POST", path, { ...this.#fromWhere(options.origin), ...options.headers }, body, options);
  }

  /** Sends a request with exactly these headers, besides cookies, language and name. @throws on a 5xx answer: but in trouble nothing may end in one. */
  async send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string | undefined>>,
    body?: string | Buffer,
    { follow = false, inTrouble = false }: AskOptions = {},
  ): Promise<Answer> {
    const answer = await this.#ask(method, path, headers, body);
    if (answer.status >= 500 && !inTrouble) throw new Error(`${method} ${path} answered ${answer.status}\n${this.#lastTrouble()}`);
    if (!follow || answer.location === null) return answer;
    return this.#follow(answer);
  }

  async #follow(first: Answer): Promise<Answer> {
    let answer = first;
    for (let i = 0; answer.location !== null; i += 1) {
      if (i >= MOST_REDIRECTS) throw new Error(`too many redirects: ${answer.location}`);
      answer = await this.get(answer.location);
    }
    return answer;
  }

  #fromWhere(origin: string | null | undefined): Record<string, string> {
    if (origin === null) return {};
    if (origin === undefined) return { Origin: this.#server.origin, "Sec-Fetch-Site": "same-origin" };
    return { Origin: origin, "Sec-Fetch-Site": "cross-site" };
  }

  async #ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string | undefined>>,
    body: string | Buffer | undefined,
  ): Promise<Answer> {
    const url = this.#server.origin + path;
    const cookie = await this.#jar.getCookieString(url);
    const outgoing: OutgoingHttpHeaders = {
      Accept: "text/html,application/xhtml+xml,*/*;q=0.8",
      "Accept-Language": this.#language,
      "User-Agent": this.userAgent,
      ...(cookie === "" ? {} : { Cookie: cookie }),
      ...(body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
      ...headers,
    };
    const { status, headers: incoming, text } = await exchange(this.#server, method, path, defined(outgoing), body);
    for (const one of incoming["set-cookie"] ?? []) await this.keepCookie(one, path.replace(/\?.*/, ""));
    const to = status >= 300 && status < 400 ? (incoming.location ?? null) : null;
    return { status, headers: incoming, text, path, location: to?.replace(this.#server.origin, "") ?? null };
  }

  #lastTrouble(): string {
    const errors = this.#server.logged.filter((line) => Number(line.level) >= 50);
    // The line of the request comes last and says only that it failed; the one before says why.
    const last = errors.findLast((line) => !("res" in line)) ?? errors.at(-1);
    return JSON.stringify(last ?? {}, null, 2).replaceAll("\\n", "\n");
  }
}

function exchange(
  { port, agent = connections() }: Server,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders,
  body: string | Buffer | undefined,
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((done, fail) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port, path, method, headers, agent }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("error", fail);
      incoming.on("end", () =>
        done({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: textOf(Buffer.concat(parts), incoming.headers) }),
      );
    });
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

/** What an answer says; of an archive the names and the texts of everything in it. */
function textOf(body: Buffer, headers: IncomingHttpHeaders): string {
  if (headers["content-type"] !== "application/zip") return body.toString("utf8");
  return Object.entries(unzipSync(body))
    .map(([path, bytes]) => `${path}\n${strFromU8(bytes, true)}${strFromU8(bytes)}`)
    .join("\n");
}

function formBody(fields: Fields): string {
  const pairs = Array.isArray(fields)
    ? (fields as readonly (readonly [string, string])[])
    : pairsOf(fields as Exclude<Fields, readonly unknown[]>);
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
}

function pairsOf(fields: Readonly<Record<string, string | readonly string[]>>): (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one): [string, string] => [name, one]),
  );
}

function defined(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}
