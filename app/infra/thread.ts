import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ErrorCode } from "~/domain/kernel/errors";
import { DomainError } from "~/domain/kernel/errors";

/** What a thread answers: a result, a refusal of the domain, or what broke. */
export type Answer = { readonly result: unknown } | { readonly refused: ErrorCode } | { readonly broken: string };

/** The threads there are: `NAME-thread.ts` does the work, and `NAME-source.mjs` begins it from the source. */
export type ThreadName = "optimum" | "inspect" | "backup";

/** Where the thread's file is: beside this one in the source, in its own folder in the build. */
function threadFile(name: ThreadName): URL {
  const places = [`./${name}-source.mjs`, `./workers/${name}.js`, `../workers/${name}.js`];
  const place = places.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)));
  if (!place) throw new Error(`none of ${places.join(", ")} is there`);
  return place;
}

/** Runs a task in a thread of its own, so that this one keeps answering; the thread ends with the task, or when `signal` aborts. */
export function inThread<T>(name: ThreadName, task: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  // Options of this process are not for it, and what a solver might print stays out of stdout, which carries results.
  const worker = new Worker(threadFile(name), { workerData: task, execArgv: [], stdout: true });
  return new Promise<T>((done, fail) => {
    signal?.addEventListener("abort", () => fail(signal.reason as Error), { once: true });
    worker.once("message", (answer: Answer) => {
      if ("result" in answer) done(answer.result as T);
      else fail("refused" in answer ? new DomainError(answer.refused) : new Error(answer.broken));
    });
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`the thread ended with code ${code} before it answered`)));
  }).finally(() => void worker.terminate());
}
