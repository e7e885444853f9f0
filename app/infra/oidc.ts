import * as client from "openid-client";
import type { Proved } from "~/domain/identity/oidc/proved";
import { hours, seconds } from "~/domain/kernel/time";
import type { Clock } from "./clock";
import type { Env } from "./env";
import type { Log } from "./logger";

/** Why signing in at the other service came to nothing: it gives no answer, it or the person said no, or its answer does not hold. */
export type OidcTrouble = "down" | "refused" | "failed";

/** Thrown for every trouble with the service; carries nothing it said. */
export class OidcError extends Error {
  readonly trouble: OidcTrouble;

  constructor(trouble: OidcTrouble) {
    super(`the other service: ${trouble}`);
    this.name = "OidcError";
    this.trouble = trouble;
  }
}

/** What must come back unchanged, or fit what comes back. */
export interface OidcSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Another service where people sign in, such as a school's. */
export interface Oidc {
  /** What people call it. */
  readonly name: string;
  readonly issuer: string;
  /** Where to send the person, with what the answer must fit. Throws OidcError. */
  begin(): Promise<OidcSecrets & { readonly url: string }>;
  /** Checks the answer the person came back with, and asks the service who they are. Throws OidcError. */
  finish(search: string, secrets: OidcSecrets): Promise<Proved>;
}

/** Path of ours to which the service sends people back. */
export const OIDC_CALLBACK = "/sign-in/oidc/callback";

const TIMEOUT_SECONDS = 5;
const KEPT = hours(6);
/** A service that gives no answer is not asked again by everybody at once. */
const TROUBLE_KEPT = seconds(15);

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Ways of naming a sign-in with more than one proof, as `acr`; `amr` says `mfa`. */
const STRONG_ACR = new Set([
  "mfa",
  "https://refeds.org/profile/mfa",
  "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
  "http://schemas.microsoft.com/claims/multipleauthn",
]);

type OidcEnv = Pick<Env, "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME" | "PUBLIC_ORIGIN">;

/** Makes the way to the service of the settings; null when they name none. Nothing is asked of it before somebody signs in. */
export function createOidc({ env, clock, log }: { env: OidcEnv; clock: Clock; log: Log }): Oidc | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = env;
  if (issuer === undefined || clientId === undefined) return null;
  const redirect = env.PUBLIC_ORIGIN + OIDC_CALLBACK;
  const configuration = remembered(() => discover(issuer, clientId, env.OIDC_CLIENT_SECRET), clock);
  const trying = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (thrown) {
      const trouble = troubleOf(thrown);
      // Only the kind of trouble: what the service said may hold tokens.
      if (trouble !== "refused") log.warn({ trouble, kind: kindOf(thrown) }, "signing in by the other service failed");
      throw new OidcError(trouble);
    }
  };
  return {
    name: env.OIDC_NAME ?? new URL(issuer).hostname,
    issuer,
    begin: () =>
      trying(async () => {
        const secrets = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirect,
          scope: "openid email profile",
          state: secrets.state,
          nonce: secrets.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
          code_challenge_method: "S256",
        });
        return { ...secrets, url: url.href };
      }),
    finish: (search, secrets) => trying(async () => prove(await configuration(), new URL(redirect + search), secrets)),
  };
}

async function discover(issuer: string, clientId: string, secret: string | undefined): Promise<client.Configuration> {
  const execute = [client.enableNonRepudiationChecks];
  if (LOOPBACK.test(new URL(issuer).hostname)) execute.push(client.allowInsecureRequests);
  return client.discovery(new URL(issuer), clientId, undefined, authentication(secret), { execute, timeout: TIMEOUT_SECONDS });
}

/** The service says how it wants to be shown the secret; when it says nothing, the standard's own way. */
function authentication(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}

async function prove(configuration: client.Configuration, answer: URL, { state, nonce, verifier }: OidcSecrets): Promise<Proved> {
  const tokens = await client.authorizationCodeGrant(configuration, answer, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new OidcError("failed");
  const { userinfo_endpoint: asks } = configuration.serverMetadata();
  // Many services tell the address only here.
  const told = claims.email === undefined && asks ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: textOf(told.email),
    emailVerified: told.email_verified === true,
    name: textOf(told.name ?? claims.name).trim(),
    factors: isStrong(claims) ? 2 : 1,
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function isStrong({ amr, acr }: Readonly<Record<string, unknown>>): boolean {
  return (Array.isArray(amr) && amr.includes("mfa")) || (typeof acr === "string" && STRONG_ACR.has(acr));
}

/** Remembers what was found for hours, and trouble for seconds; who comes meanwhile waits for the same answer. */
function remembered<T>(find: () => Promise<T>, clock: Clock): () => Promise<T> {
  let kept: { readonly found: Promise<T>; until: number } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (kept && now < kept.until) return kept.found;
    const mine = { found: find(), until: now + KEPT };
    mine.found.catch(() => (mine.until = clock.now().getTime() + TROUBLE_KEPT));
    kept = mine;
    return mine.found;
  };
}

const DOWN = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_CONFORM", "OAUTH_RESPONSE_IS_NOT_JSON", "OAUTH_PARSE_ERROR"]);
const BUSY = new Set(["temporarily_unavailable", "server_error"]);
const DENIED = new Set(["access_denied", "login_required", "consent_required", "interaction_required", "account_selection_required"]);

function troubleOf(thrown: unknown): OidcTrouble {
  if (thrown instanceof OidcError) return thrown.trouble;
  if (thrown instanceof client.AuthorizationResponseError)
    return DENIED.has(thrown.error) ? "refused" : BUSY.has(thrown.error) ? "down" : "failed";
  if (thrown instanceof client.ResponseBodyError) return thrown.status >= 500 ? "down" : "failed";
  const code = kindOf(thrown);
  // fetch says that nobody answers by a TypeError with a cause; without one it is our own mistake.
  const unreachable = thrown instanceof TypeError && thrown.cause !== undefined;
  return unreachable || DOWN.has(code) ? "down" : "failed";
}

function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "unknown";
  return "code" in thrown && typeof thrown.code === "string" ? thrown.code : thrown.name;
}
