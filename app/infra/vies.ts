import CircuitBreaker from "opossum";
import { z } from "zod";
import type { AskVat, VatAnswer } from "~/domain/companies/company";
import { CHECKS_OFF } from "~/domain/companies/company";
import { parseVat } from "~/domain/companies/vat-number";
import { clean } from "~/domain/kernel/text";
import { minutes, seconds } from "~/domain/kernel/time";
import type { Env } from "./env";
import type { Log } from "./logger";

/** What can be set otherwise in a test. */
interface Pace {
  /** Milliseconds an answer may take, its body included. */
  readonly timeoutMs?: number;
  /** Milliseconds during which a service that fails is left alone. */
  readonly restMs?: number;
}

const TIMEOUT = seconds(10);
const REST = minutes(1);
/** Failures are remembered for this long, and from so many questions on they count. */
const WINDOW = minutes(5);
const LEAST_QUESTIONS = 3;
/** An answer has a few hundred bytes. */
const MOST_BYTES = 64 * 1_024;
const NAME_MAX = 300;
const ADDRESS_MAX = 500;

/** The service, or the way to it, fails: a reason to leave it alone. The code is its own word, or ours for what came instead. */
class ViesTrouble extends Error {
  readonly trouble: string;

  constructor(trouble: string) {
    super(`VIES: ${trouble}`);
    this.name = "ViesTrouble";
    this.trouble = trouble;
  }
}

/** Words of the service for trouble of its own; every other word is about one country or one number and says nothing of the next. */
const WHOLE_SERVICE = new Set(["SERVICE_UNAVAILABLE", "GLOBAL_MAX_CONCURRENT_REQ", "GLOBAL_MAX_CONCURRENT_REQ_TIME", "IP_BLOCKED"]);

const said = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => {
      const words = clean(text ?? "").slice(0, max);
      // So a country says that it tells no names.
      return words === "---" ? "" : words;
    });

// What `POST check-vat-number` gives, as the Commission publishes it and public clients of it read it: an answer, or its word for what
// is wrong, in an envelope with status 200, 400 or 500 alike.
const answered = z.object({
  valid: z.boolean(),
  userError: z.string().max(60).nullish(),
  name: said(NAME_MAX),
  address: said(ADDRESS_MAX),
  requestIdentifier: said(60),
});
const refused = z.object({ errorWrappers: z.array(z.object({ error: z.string().regex(/^[A-Z_]{1,60}$/) })).min(1) });

/**
 * Makes the way to VIES, the EU's service for VAT numbers. One host, that of the setting; a number travels in the body and only
 * after its form was checked; redirects are not followed; an answer is JSON, small and in time, or none. After a few failures
 * the service is left alone for a while. Never throws: what is wrong is an answer as well.
 */
export function createVies(deps: { env: Pick<Env, "VIES_URL" | "VIES_REQUESTER">; log: Log }, pace: Pace = {}): AskVat {
  const { env, log } = deps;
  if (env.VIES_URL === "off") return () => Promise.resolve({ outcome: "unavailable", trouble: CHECKS_OFF });
  const { timeoutMs = TIMEOUT, restMs = REST } = pace;
  const url = `${env.VIES_URL.endsWith("/") ? env.VIES_URL.slice(0, -1) : env.VIES_URL}/check-vat-number`;
  const send = async (vat: string, requester: string | undefined): Promise<unknown> => sendTo(url, questionOf(vat, requester), timeoutMs);
  const breaker = new CircuitBreaker(
    async (vat: string): Promise<VatAnswer> => {
      const answer = read(await send(vat, env.VIES_REQUESTER));
      if (answer !== "INVALID_REQUESTER_INFO") return answer;
      log.warn("VIES does not know the number in VIES_REQUESTER: it is asked without");
      const again = read(await send(vat, undefined));
      if (typeof again === "string") throw new ViesTrouble(again);
      return again;
    },
    // The time-out is that of the request, which ends with it; the breaker's own would leave it running.
    {
      timeout: false,
      resetTimeout: restMs,
      rollingCountTimeout: WINDOW,
      volumeThreshold: LEAST_QUESTIONS,
      errorThresholdPercentage: 50,
      enableSnapshots: false,
    },
  );
  breaker.on("open", () => log.warn({ restMs }, "VIES fails: it is left alone"));
  breaker.on("close", () => log.info("VIES answers again"));
  return async (vat) => {
    const parsed = parseVat(vat);
    if (!parsed.ok || parsed.vat !== vat) return { outcome: "unavailable", trouble: "NOT_ASKED" };
    try {
      return await breaker.fire(vat);
    } catch (thrown) {
      const trouble = breaker.opened && !(thrown instanceof ViesTrouble) ? "LEFT_ALONE" : troubleOf(thrown);
      // Never the number: the log is not the place for it.
      log.warn({ trouble }, "VIES gave no answer");
      return { outcome: "unavailable", trouble };
    }
  };
}

/** The question as VIES takes it; with a number of our own it gives a consultation number, which proves that it was asked. */
function questionOf(vat: string, requester: string | undefined): Readonly<Record<string, string>> {
  const question = { countryCode: vat.slice(0, 2), vatNumber: vat.slice(2) };
  if (requester === undefined) return question;
  return { ...question, requesterMemberStateCode: requester.slice(0, 2), requesterNumber: requester.slice(2) };
}

async function sendTo(url: string, question: Readonly<Record<string, string>>, timeoutMs: number): Promise<unknown> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new ViesTrouble("TOO_SLOW")), timeoutMs);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(question),
      redirect: "error",
      credentials: "omit",
      signal: over.signal,
    });
    return await jsonOf(response);
  } finally {
    clearTimeout(timer);
    // Whatever is still to come of a body that is not read to its end.
    over.abort();
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const { ok, status, headers } = response;
  const notJson = (): ViesTrouble => new ViesTrouble(ok ? "NOT_JSON" : `HTTP_${status}`);
  if (!/^application\/json\b/i.test(headers.get("Content-Type") ?? "")) throw notJson();
  if (Number(headers.get("Content-Length") ?? 0) > MOST_BYTES) throw new ViesTrouble("TOO_LARGE");
  const text = await textOf(response);
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

/** The body, counted as it comes: not every answer says how long it is. */
async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MOST_BYTES) throw new ViesTrouble("TOO_LARGE");
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** What an answer comes to. VIES says `valid: false` for what it could not find out as well, so its word beside that counts. */
function read(json: unknown): VatAnswer | "INVALID_REQUESTER_INFO" {
  const refusal = refused.safeParse(json);
  const answer = answered.safeParse(json);
  const word = refusal.data?.errorWrappers[0]?.error ?? answer.data?.userError ?? "";
  if (word === "INVALID_REQUESTER_INFO") return word;
  if (word === "INVALID_INPUT") return { outcome: "invalid", name: "", address: "", consultation: null };
  if (word !== "" && word !== "VALID" && word !== "INVALID") {
    const trouble = /^[A-Z_]{1,60}$/.test(word) ? word : "UNKNOWN";
    if (WHOLE_SERVICE.has(trouble)) throw new ViesTrouble(trouble);
    return { outcome: "unavailable", trouble };
  }
  if (!answer.success) throw new ViesTrouble("NOT_UNDERSTOOD");
  const { valid, name, address, requestIdentifier } = answer.data;
  return { outcome: valid ? "valid" : "invalid", name, address, consultation: requestIdentifier === "" ? null : requestIdentifier };
}

function troubleOf(thrown: unknown): string {
  return thrown instanceof ViesTrouble ? thrown.trouble : "UNREACHABLE";
}
