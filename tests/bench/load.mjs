import autocannon from "autocannon";
import { cpuMs } from "./processes.mjs";

const CONNECTIONS = 10;

/** One burst at a target: requests a second and CPU milliseconds a request. Anything but 200 makes the figure void. */
export async function burst({ url, pid, headers }, seconds) {
  const before = cpuMs(pid);
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers: { "accept-encoding": "gzip", ...headers } });
  const cpu = cpuMs(pid) - before;
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  const requests = result.requests.total;
  return { rate: requests / result.duration, cpu: cpu / requests, p99: result.latency.p99 };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Bursts at every target in turn, several rounds; medians over the rounds. */
export async function interleaved(targets, { rounds, seconds }, say) {
  for (const target of targets) await burst(target, 1);
  const seen = new Map(targets.map((target) => [target.name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const target of targets) seen.get(target.name).push(await burst(target, seconds));
    say(`round ${round} of ${rounds}`);
  }
  return new Map(
    [...seen].map(([name, bursts]) => [
      name,
      { rate: median(bursts.map((b) => b.rate)), cpu: median(bursts.map((b) => b.cpu)), p99: median(bursts.map((b) => b.p99)), bursts },
    ]),
  );
}
