import { createHmac, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration, Provider } from "oidc-provider";

/** Somebody with an account at the service. */
export interface Known {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly amr?: readonly string[];
  readonly acr?: string;
}

/** How an ID token is told otherwise: other claims under the true signature, or a signature that is none of the service's. */
export interface Forged {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signed?: "by another key" | "by nobody" | "by the secret of the client";
}

export const CLIENT = { id: "broeikas", secret: "geheim-van-de-school" };

export interface TestProvider {
  readonly issuer: string;
  /** Settings of a Broeikas that uses this service. */
  readonly settings: Readonly<Record<string, string>>;
  /** Every token the service gave, to look for where none should be. */
  readonly tokens: readonly string[];
  /** From here on the service knows clients that come back to this address. */
  open(redirectUri: string): Promise<void>;
  /** Whoever comes is this person; null stands for somebody who says no. */
  is(person: Known | null): void;
  /** From here on an ID token leaves with these claims, signed in this way; null lets them be. */
  forge(how: Forged | null): void;
  /** Goes from an address at the service, as a browser that comes there for the first time, until it leads away. */
  walk(url: string): Promise<string>;
  stop(): Promise<void>;
}

/** A real OpenID provider on a free port of this machine, without a page: it knows at once who comes. */
export async function startProvider(): Promise<TestProvider> {
  let handle: ((req: IncomingMessage, res: ServerResponse) => unknown) | null = null;
  let person: Known | null = null;
  let forged: Forged | null = null;
  const tokens: string[] = [];
  const { privateKey } = newKey();
  const server = createServer((req, res) => void (handle ? handle(req, res) : res.writeHead(503).end()));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: "Testschool" },
    tokens,
    is: (next) => void (person = next),
    forge: (how) => void (forged = how),
    open: async (redirectUri) => {
      const provider = await quietly(async () => {
        const { Provider: Made } = await import("oidc-provider");
        return new Made(
          issuer,
          configurationFor(redirectUri, privateKey, () => person),
        );
      });
      const answer = provider.callback();
      handle = (req, res) => {
        if (req.url?.startsWith("/interaction/")) return interact(provider, req, res, person);
        if (req.url?.startsWith("/token")) watch(res, tokens, (token) => (forged ? otherToken(token, privateKey, forged) : token));
        return answer(req, res);
      };
    },
    walk: (url) => walk(issuer, url),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const newKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The same token with other claims, or with another signature under the name of the same key. */
function otherToken(token: string, trueKey: KeyObject, { claims = {}, signed }: Forged): string {
  const [head = "", body = ""] = token.split(".").map((part) => Buffer.from(part, "base64url").toString("utf8"));
  const text = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const alg = signed === "by nobody" ? "none" : signed === "by the secret of the client" ? "HS256" : "RS256";
  const told = `${text({ ...(JSON.parse(head) as object), alg })}.${text({ ...(JSON.parse(body) as object), ...claims })}`;
  if (alg === "none") return `${told}.`;
  if (alg === "HS256") return `${told}.${createHmac("sha256", CLIENT.secret).update(told).digest("base64url")}`;
  const key = signed === "by another key" ? newKey().privateKey : trueKey;
  return `${told}.${sign("sha256", Buffer.from(told), key).toString("base64url")}`;
}

function configurationFor(redirectUri: string, privateKey: KeyObject, person: () => Known | null): Configuration {
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    cookies: { keys: [randomBytes(16).toString("hex")] },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", kid: "one", alg: "RS256" } as never] },
    claims: { openid: ["sub", "acr", "amr"], email: ["email", "email_verified"], profile: ["name"] },
    acrValues: ["https://refeds.org/profile/mfa"],
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => {
        const { sub, email, email_verified, name } = person() ?? { sub: id };
        return Promise.resolve({ sub, email, email_verified, name });
      },
    }),
    // Nobody is asked what we may know.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
}

async function interact(provider: Provider, req: IncomingMessage, res: ServerResponse, person: Known | null): Promise<void> {
  if (!person) return provider.interactionFinished(req, res, { error: "access_denied" });
  const { sub, acr, amr } = person;
  await provider.interactionFinished(req, res, { login: { accountId: sub, acr, amr: amr as string[] | undefined, remember: false } });
}

/** Keeps the tokens of an answer that goes by, and changes its ID token. */
function watch(res: ServerResponse, tokens: string[], change: (token: string) => string): void {
  const end = res.end.bind(res) as (chunk?: unknown, ...rest: never[]) => ServerResponse;
  res.end = ((chunk?: unknown, ...rest: never[]) => {
    const said = String(chunk ?? "").replace(/(?<="id_token":")[^"]+/, (token) => change(token));
    for (const [, token] of said.matchAll(/"(?:access_token|id_token)":"([^"]+)"/g)) tokens.push(token ?? "");
    if (!res.headersSent) res.setHeader("Content-Length", Buffer.byteLength(said));
    return end(said, ...rest);
  }) as typeof res.end;
}

async function walk(issuer: string, first: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = first;
  for (let i = 0; i < 10; i += 1) {
    if (!url.startsWith(issuer)) return url;
    const headers = { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const answer = await fetch(url, { redirect: "manual", headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const to = answer.headers.get("Location");
    if (to === null) throw new Error(`the service stays at ${url}: ${answer.status} ${await answer.text()}`);
    url = new URL(to, url).href;
  }
  throw new Error("the service leads in circles");
}

/** The package says at its import that it wants a later Node; it works on this one. */
async function quietly<T>(act: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return await act();
  } finally {
    Object.assign(console, { warn, info });
  }
}
