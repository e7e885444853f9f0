import { sql } from "drizzle-orm";
import type { Router } from "express";
import express from "express";

import { pageVersions } from "#db/schema/across";
import type { Store } from "~/domain/kernel/store";

/** Whether this process takes new work; set once when it begins to stop. */
export interface ServerState {
  draining: boolean;
}

const PATIENCE_MS = 2000;

/** `/healthz`: the process answers. `/readyz`: it may get requests, so the database answers and it is not stopping. */
export function healthRoutes({ store, state }: { store: Store; state: ServerState }): Router {
  const router = express.Router();
  router.use((_req, res, next) => {
    res.setHeader("Cache-Control", "no-store");
    next();
  });
  router.get("/healthz", (_req, res) => {
    res.type("text/plain").end("ok\n");
  });
  router.get("/readyz", (_req, res) => {
    const answer = (status: 200 | 503, text: string): void => {
      res.status(status).type("text/plain").end(`${text}\n`);
    };
    if (state.draining) return answer(503, "stopping");
    answersInTime(store).then(
      () => answer(200, "ready"),
      () => answer(503, "the database does not answer"),
    );
  });
  return router;
}

async function answersInTime(store: Store): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("late")), PATIENCE_MS);
  });
  try {
    await Promise.race([
      store.db
        .select({ one: sql`1` })
        .from(pageVersions)
        .limit(1),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
