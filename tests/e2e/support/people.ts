import type { BrowserContext } from "@playwright/test";
import { demoEmail } from "../../../db/seed/demo";
import type { PersonSlug } from "../../../db/seed/demo/types";
import { DEMO_PASSWORD } from "../../../db/seed/logins";

export { demoEmail, DEMO_PASSWORD };
export type { PersonSlug };

interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** Sessions by server and person: a password is asked once a worker, which keeps clear of the limit on tries. */
const sessions = new Map<string, Promise<Cookie>>();

/** The address of the server under test. */
export function origin(): string {
  const found = process.env.E2E_ORIGIN;
  if (!found) throw new Error("no server was lent to this worker");
  return found;
}

/** Sends a form as a browser does and does not follow the answer. */
export async function postForm(path: string, fields: Readonly<Record<string, string>>, cookie?: Cookie): Promise<Response> {
  return fetch(origin() + path, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin(), "Accept-Language": "nl", ...(cookie && { Cookie: `${cookie.name}=${cookie.value}` }) },
    body: new URLSearchParams(fields),
  });
}

async function enter(email: string): Promise<Cookie> {
  const answer = await postForm("/sign-in?index", { intent: "password", email, password: DEMO_PASSWORD });
  for (const line of answer.headers.getSetCookie()) {
    const [name, value] = (line.split(";")[0] ?? "").split("=");
    if (name && value && /broeikas$/.test(name)) return { name, value };
  }
  throw new Error(`${email} could not sign in: ${answer.status}`);
}

/** The session of a demo person. */
export function sessionOf(who: PersonSlug): Promise<Cookie> {
  const key = `${origin()} ${who}`;
  const known = sessions.get(key) ?? enter(demoEmail(who));
  sessions.set(key, known);
  return known;
}

/** Gives a browser the session of a demo person. */
export async function signIn(context: BrowserContext, who: PersonSlug): Promise<void> {
  const { name, value } = await sessionOf(who);
  await context.addCookies([
    { name, value, domain: new URL(origin()).hostname, path: "/", secure: name.startsWith("__Host-"), httpOnly: true },
  ]);
}

export interface QuickIdea {
  readonly title: string;
  readonly pitch: string;
  readonly visibility?: "private" | "team" | "coaches" | "campus" | "companies" | "public";
  readonly matchConsent?: "not" | "by_coach" | "veiled" | "open";
  readonly need?: string;
  readonly offer?: string;
}

/** Plants an idea for a demo person by the same three forms as the pages; returns its id. For tests about what comes after. */
export async function plantFor(who: PersonSlug, idea: QuickIdea): Promise<string> {
  const cookie = await sessionOf(who);
  const page = await fetch(`${origin()}/plant`, { headers: { Cookie: `${cookie.name}=${cookie.value}` } });
  const campusId = /name="campusId" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const { title, pitch, visibility = "campus", matchConsent = "veiled", need = "", offer = "" } = idea;
  const first = await postForm("/plant", { intent: "next", step: "1", title, pitch, lang: "nl", campusId }, cookie);
  const draftId = new URL(first.headers.get("Location") ?? "/", origin()).searchParams.get("draft") ?? "";
  const words = { "needs[0].words": need, "needs[0].kind": "expertise", "offers[0].words": offer, "offers[0].kind": "expertise" };
  await postForm("/plant", { intent: "next", step: "2", draftId, ...words }, cookie);
  const last = await postForm("/plant", { intent: "next", step: "3", draftId, visibility, matchConsent }, cookie);
  const ideaId = /^\/ideas\/([\w-]+)$/.exec(last.headers.get("Location") ?? "")?.[1];
  if (!ideaId) throw new Error(`"${title}" was not planted: ${last.status}, ${await last.text()}`);
  return ideaId;
}

/** Words that no other test uses, so that tests do not meet each other's ideas. */
export function unique(): string {
  return Math.random()
    .toString(36)
    .replace(/[^a-z]/g, "")
    .padEnd(8, "x")
    .slice(0, 8);
}
