import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** One request; rejects when the line is cut or refused. */
function ask(agent, origin, path, { cookie, form }) {
  const body = form && new URLSearchParams(form).toString();
  const headers = {
    "accept-encoding": "gzip",
    ...(cookie && { cookie }),
    ...(body && { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), origin }),
  };
  return new Promise((done, fail) => {
    const outgoing = request(origin + path, { agent, method: body ? "POST" : "GET", headers }, (incoming) => {
      incoming.on("error", fail).on("end", () => done(incoming.statusCode));
      incoming.resume();
    });
    outgoing.on("error", fail).end(body);
  });
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/**
 * People who ask one after the other, spread over the servers. "visitor" reads the list as anybody, "reading" the list and ideas as
 * somebody signed in, "mixed" does the same and comments every fourth time. What a server does not answer another is asked, but for
 * a comment that may have arrived.
 */
export function crowdOf({ cookies, ideas, people }) {
  const written = [];
  const acknowledged = [];

  const cookieOf = (who) => cookies[who % cookies.length];
  const steps = {
    visitor: () => ({ path: "/ideas" }),
    reading: (who, turn) => ({ path: turn % 2 === 0 ? "/ideas" : ideas[(who + turn) % ideas.length], cookie: cookieOf(who) }),
    mixed: (who, turn) => {
      if (turn % 4 !== 3) return steps.reading(who, turn);
      const form = { intent: "comment", body: `Regel ${written.length} van ${who}` };
      written.push(form.body);
      return { path: ideas[who % ideas.length], cookie: cookieOf(who), form };
    },
  };

  async function person(who, mix, origins, end, seen) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let server = who % origins.length;
    let lostAt;
    for (let turn = 0; performance.now() < end; turn += 1) {
      const step = steps[mix](who, turn);
      for (let tries = 0; tries <= origins.length; tries += 1) {
        const since = performance.now();
        try {
          const status = await ask(agent, origins[server], step.path, step);
          const now = performance.now();
          seen.times.push(now - since);
          if (status >= 400) seen.refused += 1;
          else if (step.form) acknowledged.push(step.form.body);
          if (lostAt !== undefined) seen.waits.push(now - lostAt);
          lostAt = undefined;
          break;
        } catch (error) {
          lostAt ??= performance.now();
          server = (server + 1) % origins.length;
          const arrived = step.form && error.code !== "ECONNREFUSED";
          seen[arrived ? "cutWrites" : "cutReads"] += 1;
          if (arrived) break;
        }
      }
    }
    agent.destroy();
  }

  return {
    written,
    acknowledged,
    /** Everybody asks for so many seconds; times are in milliseconds. */
    async use(mix, origins, seconds) {
      const seen = { times: [], refused: 0, cutReads: 0, cutWrites: 0, waits: [] };
      const begun = performance.now();
      await Promise.all(Array.from({ length: people }, (_, who) => person(who, mix, origins, begun + seconds * 1000, seen)));
      const sorted = seen.times.sort((a, b) => a - b);
      return { ...seen, answers: sorted.length, seconds: (performance.now() - begun) / 1000, p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
    },
  };
}
