import { defineConfig } from "drizzle-kit";

const dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "") ? "postgresql" : "sqlite";

/** Migrations are generated for each engine: `npm run db:generate`. */
export default defineConfig({
  dialect,
  schema: "./db/schema/*.ts",
  out: dialect === "sqlite" ? "./db/migrations/sqlite" : "./db/migrations/postgres",
});
