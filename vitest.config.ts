import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const OWN_PROJECT = ["tests/domain/**", "tests/routes/**", "tests/security/**", "tests/processes/**"];
/** Not for vitest: Playwright and the bench run these. */
const ELSEWHERE = ["tests/e2e/**", "tests/bench/**", "node_modules/**"];
/** Models without a store: they run once, with the tests on SQLite. */
const WITHOUT_STORE = [
  "tests/domain/assignment/**",
  "tests/domain/judging/**",
  "tests/domain/matching/{lists-model,model,planted,words}.test.ts",
];
/** nginx before one server: which engine is behind it changes nothing. */
const PROXY = "tests/processes/proxy.test.ts";
/** What one server and its own disk, clock and connections may meet. */
const ALONE = "tests/processes/alone/**/*.test.ts";
/** Whole servers share the processor with the tests that ask them. */
const SERVERS_MS = 120_000;
/** Only the scheme counts here: the dialect is picked at load. The cluster's own address comes from its global setup. */
const ANY_POSTGRES = "postgres://chosen-by-global-setup";

/** Remix's vite plugin stays out on purpose: it expects a running build. */
export default defineConfig({
  resolve: { alias: { "~": folder("./app"), "#db": folder("./db"), "#tests": folder("./tests") } },
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    // A machine that does other work beside takes several times as long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    teardownTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    setupFiles: ["./tests/support/setup.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...OWN_PROJECT, ...ELSEWHERE],
          env: { DATABASE_URL: "" },
          globalSetup: ["./tests/support/global-sqlite.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "sqlite",
          include: ["tests/domain/**/*.test.ts"],
          env: { DATABASE_URL: "" },
          globalSetup: ["./tests/support/global-sqlite.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: ["tests/domain/**/*.test.ts"],
          exclude: [...WITHOUT_STORE, ...ELSEWHERE],
          env: { DATABASE_URL: ANY_POSTGRES },
          globalSetup: ["./tests/support/global-postgres.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "routes",
          include: ["tests/routes/**/*.test.{ts,tsx}"],
          env: { DATABASE_URL: "" },
          globalSetup: ["./tests/support/global-sqlite.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "security",
          include: ["tests/security/**/*.test.ts"],
          env: { DATABASE_URL: "" },
          globalSetup: ["./tests/support/global-sqlite.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "one-server",
          testTimeout: SERVERS_MS,
          include: ["tests/processes/parallel.test.ts", "tests/processes/nightly.test.ts", PROXY, ALONE],
          env: { DATABASE_URL: "" },
          globalSetup: ["./tests/support/global-sqlite.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "two-servers",
          testTimeout: SERVERS_MS,
          include: ["tests/processes/*.test.ts"],
          exclude: [PROXY, ...ELSEWHERE],
          env: { DATABASE_URL: ANY_POSTGRES },
          globalSetup: ["./tests/support/global-postgres.ts"],
        },
      },
    ],
  },
});
