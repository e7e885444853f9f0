import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { request as plainRequest } from "node:http";
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from "node:http";
import { join } from "node:path";
import { freePort } from "#tests/support/postgres";
import { afterwards } from "#tests/support/store";
import { newTempDir } from "#tests/support/temp";

const PLACES = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];
const START_MS = 30_000;
const UPSTREAM = "server 127.0.0.1:3000 max_fails=1 fail_timeout=5s;";

/** The program, or undefined where it is not installed. */
export const nginxProgram = (): string | undefined => PLACES.find((path) => existsSync(path));

/** The name under which people know the site. */
export const SITE = "broeikas.test";

/** nginx with the configuration of docs/deploy, on ports of this machine. */
export interface Proxy {
  readonly port: number;
  readonly plainPort: number;
  readonly certificate: string;
}

/** The configuration as it is handed out, with the names, ports and files of this test in it. @throws when a place that is changed is not there. */
function configured(changes: readonly (readonly [string, string])[]): string {
  let text = readFileSync("docs/deploy/nginx.conf", "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`docs/deploy/nginx.conf has no "${from}"`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** Starts nginx in front of servers that listen on these ports; it ends with the test or file. */
export async function startNginx(program: string, ...upstreams: readonly number[]): Promise<Proxy> {
  const dir = newTempDir("broeikas-nginx-");
  afterwards(() => rmSync(dir, { recursive: true, force: true }));
  const [key, cert] = [join(dir, "key.pem"), join(dir, "cert.pem")];
  const subject = ["-subj", `/CN=${SITE}`, "-addext", `subjectAltName=DNS:${SITE}`];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject], {
    stdio: "ignore",
  });
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = configured([
    ["listen 443 ssl", `listen 127.0.0.1:${port} ssl`],
    ["listen 80", `listen 127.0.0.1:${plainPort}`],
    [UPSTREAM, upstreams.map((upstream) => UPSTREAM.replace("3000", String(upstream))).join("\n")],
    ["/etc/letsencrypt/live/broeikas.example/fullchain.pem", cert],
    ["/etc/letsencrypt/live/broeikas.example/privkey.pem", key],
    ["broeikas.example", SITE],
  ]);
  mkdirSync(join(dir, "temp"));
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${join(dir, "temp", name)};`);
  const around = `daemon off; master_process off; pid ${join(dir, "pid")}; error_log ${join(dir, "error.log")} warn; events {}
    http { access_log off; ${temp.join(" ")} include ${join(dir, "site.conf")}; }`;
  writeFileSync(join(dir, "site.conf"), site);
  writeFileSync(join(dir, "nginx.conf"), around);
  const child = spawn(program, ["-p", dir, "-c", join(dir, "nginx.conf"), "-e", join(dir, "error.log")], { stdio: "ignore" });
  afterwards(() => void child.kill("SIGKILL"));
  const proxy = { port, plainPort, certificate: readFileSync(cert, "utf8") };
  for (const end = Date.now() + START_MS; ;) {
    const answer = await ask(proxy, "/healthz").catch(() => null);
    if (answer?.status === 200) return proxy;
    if (Date.now() > end || child.exitCode !== null)
      throw new Error(`nginx did not start:\n${readFileSync(join(dir, "error.log"), "utf8")}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** The address of this machine it is asked from. */
  readonly from?: string;
  /** Without TLS. */
  readonly plain?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function begin(
  { port, plainPort, certificate }: Proxy,
  path: string,
  asked: Asked,
  answer: (incoming: IncomingMessage) => void,
): ClientRequest {
  const { method = "GET", headers = {}, from: localAddress, plain } = asked;
  const common = {
    host: "127.0.0.1",
    path,
    method,
    agent: false as const,
    headers: { Host: SITE, ...headers },
    ...(localAddress && { localAddress }),
  };
  // The certificate is checked: it is its own authority, and has to be for this name.
  return plain
    ? plainRequest({ ...common, port: plainPort }, answer)
    : request({ ...common, port, servername: SITE, ca: certificate }, answer);
}

/** One request by way of nginx, over a connection of its own. */
export function ask(proxy: Proxy, path: string, asked: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = begin(proxy, path, asked, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(parts).toString("utf8") }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(asked.body);
  });
}

/** Opens a stream and tells of each piece as it comes; `end` closes it. */
export function listen(proxy: Proxy, path: string, asked: Asked, onPiece: (text: string) => void): { end(): void } {
  const outgoing = begin(proxy, path, asked, (incoming) =>
    incoming.on("data", (part: Buffer) => onPiece(part.toString("utf8"))).on("error", () => undefined),
  );
  outgoing.on("error", () => undefined);
  outgoing.end();
  return { end: () => outgoing.destroy() };
}
