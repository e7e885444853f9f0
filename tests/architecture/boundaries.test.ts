import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Fixture } from "./fixture";
import { plantFixture } from "./fixture";

const DEPENDENCIES = "boundaries/dependencies";
let fixture: Fixture;
beforeAll(() => void (fixture = plantFixture()));
afterAll(() => fixture.remove());

const importing = (from: string, name = "thing") => `import { ${name} } from "${from}";\nexport const used = ${name};\n`;
const importingType = (from: string) => `import type { Ctx } from "${from}";\nexport type Used = Ctx;\n`;

describe("one direction", () => {
  const allowed: [string, string][] = [
    ["app/routes/ideas/route.tsx", "~/web/guards"],
    ["app/routes/ideas/route.tsx", "~/ui/Shell"],
    ["app/routes/ideas/route.tsx", "~/domain/ideas/idea"],
    ["app/routes/home/form.tsx", "./greeting"],
    ["app/server/index.ts", "~/web/guards"],
    ["app/server/index.ts", "~/infra/mailer"],
    ["app/server/index.ts", "#db/store"],
    ["app/web/respond.ts", "~/infra/mailer"],
    ["app/web/respond.ts", "~/ui/Shell"],
    ["app/infra/jobs.ts", "#db/store"],
    ["app/infra/jobs.ts", "~/emails/render"],
    ["app/emails/invite.tsx", "~/ui/Shell"],
    ["app/emails/invite.tsx", "~/locales/keys"],
    ["app/ui/Card.tsx", "~/locales/keys"],
    ["app/cli/seed.ts", "#db/seed/demo"],
    ["app/cli/seed.ts", "~/infra/mailer"],
    ["db/seed/more.ts", "~/domain/ideas/idea"],
    ["db/schema/lab.ts", "../dialect"],
    ["app/domain/ideas/policy.ts", "./idea"],
    ["app/domain/ideas/policy.ts", "../kernel/errors"],
    ["app/domain/ideas/queries.ts", "#db/schema/ideas"],
    ["app/domain/ideas/queries.ts", "drizzle-orm"],
    ["app/domain/ideas/receipt.ts", "node:crypto"],
    ["app/domain/ideas/forms.ts", "zod"],
    ["app/root.tsx", "~/ui/Shell"],
    ["tests/routes/ideas.test.ts", "../../app/domain/ideas/idea"],
    ["tests/support/store.ts", "better-sqlite3"],
    ["db/store-sqlite.ts", "better-sqlite3"],
  ];
  test.each(allowed)("%s may import %s", async (path, from) => {
    expect(await fixture.messages(path, importing(from))).toEqual([]);
  });

  const refused: [string, string][] = [
    ["app/routes/ideas/route.tsx", "~/routes/home/route"],
    ["app/routes/ideas/route.tsx", "~/infra/mailer"],
    ["app/routes/ideas/route.tsx", "#db/store"],
    ["app/routes/ideas/route.tsx", "#db/schema/ideas"],
    ["app/root.tsx", "~/infra/mailer"],
    ["app/web/respond.ts", "~/routes/home/route"],
    ["app/web/respond.ts", "#db/store"],
    ["app/web/respond.ts", "~/server/app"],
    ["app/infra/jobs.ts", "~/web/guards"],
    ["app/infra/jobs.ts", "~/ui/Shell"],
    ["app/infra/jobs.ts", "pg"],
    ["app/emails/invite.tsx", "~/infra/mailer"],
    ["app/ui/Card.tsx", "~/domain/lab/bench"],
    ["app/ui/Card.tsx", "~/web/guards"],
    ["app/cli/seed.ts", "~/web/guards"],
    ["app/cli/seed.ts", "better-sqlite3"],
    ["app/server/index.ts", "drizzle-orm/node-postgres"],
    ["db/seed/more.ts", "~/infra/mailer"],
    ["db/store.ts", "~/domain/ideas/idea"],
    ["db/schema/lab.ts", "~/web/guards"],
    ["app/domain/ideas/queries.ts", "#db/store"],
    ["app/domain/ideas/queries.ts", "~/infra/mailer"],
    ["app/domain/ideas/queries.ts", "~/web/guards"],
    ["app/domain/ideas/queries.ts", "~/ui/Shell"],
    ["app/domain/ideas/queries.ts", "../../stray"],
  ];
  test.each(refused)("%s may not import %s", async (path, from) => {
    expect(await fixture.lint(path, importing(from))).toEqual([DEPENDENCIES]);
  });

  test("a re-export, a dynamic import and a type import are seen too", async () => {
    const path = "app/domain/ideas/queries.ts";
    expect(await fixture.lint(path, 'export * from "~/web/guards";\n')).toEqual([DEPENDENCIES]);
    expect(await fixture.lint(path, 'export const later = () => import("~/web/guards");\n')).toEqual([DEPENDENCIES]);
    expect(await fixture.lint(path, importingType("~/web/guards"))).toEqual([DEPENDENCIES]);
  });

  test("ui takes the kernel's types and the nouns of a context, and no more", async () => {
    expect(await fixture.lint("app/ui/Card.tsx", importing("~/domain/ideas/idea", "idea"))).toEqual([]);
    expect(await fixture.lint("app/ui/Card.tsx", importingType("~/domain/kernel/errors"))).toEqual([]);
    expect(await fixture.lint("app/ui/Card.tsx", importing("~/domain/kernel/errors", "code"))).toEqual([DEPENDENCIES]);
  });

  test("a table takes the types of its columns from the domain and no more", async () => {
    expect(await fixture.lint("db/schema/lab.ts", importingType("~/domain/lab/bench"))).toEqual([]);
    expect(await fixture.lint("db/schema/lab.ts", importing("~/domain/lab/bench", "bench"))).toEqual([DEPENDENCIES]);
  });

  test("a file outside every layer is refused", async () => {
    expect(await fixture.lint("app/other.ts", "export const other = 1;\n")).toEqual(["boundaries/no-unknown-files"]);
    expect(await fixture.lint("app/routes/ideas.tsx", "export const other = 1;\n")).toEqual(["boundaries/no-unknown-files"]);
  });
});

describe("the context map", () => {
  const files: Record<string, string> = {
    identity: "person",
    campus: "campus",
    scheduling: "slot",
    notifications: "mail",
    ideas: "idea",
    matching: "match",
    assignment: "problem",
    coaching: "coach",
    lab: "bench",
    awards: "entry",
  };
  const shared = ["identity", "campus", "scheduling", "notifications"];
  const map: Record<string, string[]> = {
    matching: ["ideas"],
    coaching: ["ideas", "matching", "assignment"],
    lab: ["ideas"],
    awards: ["ideas", "matching", "coaching", "assignment"],
  };
  test.each(Object.keys(files))("%s reaches exactly its contexts", async (from) => {
    const reached: string[] = [];
    for (const [to, file] of Object.entries(files)) {
      const found = await fixture.lint(`app/domain/${from}/planted.ts`, importing(`../${to}/${file}`));
      if (found.length === 0) reached.push(to);
    }
    expect(reached.sort()).toEqual([...new Set([from, ...shared, ...(map[from] ?? [])])].sort());
  });
});

describe("packages the domain never sees", () => {
  const packages = [
    "react",
    "@remix-run/node",
    "@remix-run/react",
    "@mantine/core",
    "lucia",
    "better-sqlite3",
    "pg",
    "express",
    "nodemailer",
    "uuidv7",
    "node:process",
    "process",
    "node:fs",
    "node:fs/promises",
    "drizzle-orm/node-postgres",
    "drizzle-orm/better-sqlite3",
  ];
  test.each(packages)("%s", async (name) => {
    expect(await fixture.lint("app/domain/ideas/planted.ts", importing(name))).toEqual([DEPENDENCIES]);
    expect(await fixture.lint("app/domain/kernel/planted.ts", importing(name))).toEqual([DEPENDENCIES]);
  });

  test("only the kernel names the type of the database handle", async () => {
    const text = importingType("drizzle-orm/node-postgres");
    expect(await fixture.lint("app/domain/kernel/store.ts", text)).toEqual([]);
    expect(await fixture.lint("app/domain/ideas/planted.ts", text)).toEqual([DEPENDENCIES]);
  });
});

describe("the domain is deterministic and framework-free", () => {
  const calls = [
    "new Date()",
    "Date()",
    "Date.now()",
    "Math.random()",
    "performance.now()",
    "Temporal.Now.instant()",
    "crypto.randomUUID()",
  ];
  test.each(calls)("%s is refused", async (call) => {
    const text = `export const planted = () => ${call};\n`;
    expect(await fixture.lint("app/domain/ideas/planted.ts", text)).toEqual(["no-restricted-syntax"]);
    expect(await fixture.lint("app/infra/clock.ts", text)).toEqual([]);
  });
  test.each(["process.env.HOME", "new Request('/')", "fetch('/')"])("%s is refused", async (text) => {
    expect(await fixture.lint("app/domain/ideas/planted.ts", `export const planted = ${text};\n`)).toEqual(["no-restricted-globals"]);
  });
  test("a date made from ctx.now passes", async () => {
    const text = "export const later = (now: Date) => new Date(now.getTime() + 1);\n";
    expect(await fixture.lint("app/domain/ideas/planted.ts", text)).toEqual([]);
  });
});

describe("queries run on both engines", () => {
  const refused = [
    'db.select().from(t).for("update")',
    "db.selectDistinctOn([a]).from(t)",
    "db.select().from(t).leftJoinLateral(u, v)",
    "db.execute(q)",
    "tx.run(q)",
    "tx.transaction(q)",
    "ctx.store.db.all(q)",
    "db.select().from(t).where(a).all()",
    "tx.insert(t).values(a).run()",
    "tx.update(t).set(a).where(b).execute()",
    "sql`${a} ILIKE ${b}`",
    "sql`select distinct on (a) 1`",
  ];
  test.each(refused)("%s is refused", async (call) => {
    const text = `export const planted = (...[db, tx, ctx, sql, t, u, v, a, b, q]: never[]) => [db, tx, ctx, sql, t, u, v, a, b, q, ${call}];\n`;
    expect(await fixture.lint("app/infra/planted.ts", text)).toEqual(["no-restricted-syntax"]);
  });
  test("ilike and an engine's own builders are not imported", async () => {
    expect(await fixture.lint("app/domain/ideas/planted.ts", importing("drizzle-orm", "ilike"))).toEqual(["no-restricted-syntax"]);
    expect(await fixture.lint("app/domain/ideas/planted.ts", importing("drizzle-orm/pg-core", "text"))).toEqual(["no-restricted-syntax"]);
  });
  test("what looks alike passes", async () => {
    const text =
      "export const fine = (cache: Map<string, number>, all: Promise<number>[]) => [cache.get('a'), Promise.all(all), Symbol.for('x')];\n";
    expect(await fixture.lint("app/infra/planted.ts", text)).toEqual([]);
    expect(await fixture.lint("db/planted.ts", "export const fine = (db: { run(): void }) => db.run();\n")).toEqual([]);
  });
});

describe("sizes and habits", () => {
  const long = (count: number) => `${Array.from({ length: count }, (_, at) => `export const line${at} = ${at};`).join("\n")}\n`;
  const body = (count: number) =>
    `export function planted() {\n${Array.from({ length: count }, (_, at) => `  void ${at};`).join("\n")}\n}\n`;
  test("a file of more than 300 lines", async () => {
    expect(await fixture.lint("app/infra/planted.ts", long(300))).toEqual([]);
    expect(await fixture.lint("app/infra/planted.ts", long(301))).toEqual(["max-lines"]);
  });
  test("a route of more than 120 lines", async () => {
    expect(await fixture.lint("app/routes/ideas/route.tsx", long(120))).toEqual([]);
    expect(await fixture.lint("app/routes/ideas/route.tsx", long(121))).toEqual(["max-lines"]);
  });
  test("a function of more than 60 lines, a component of more than 110", async () => {
    expect(await fixture.lint("app/web/planted.ts", body(58))).toEqual([]);
    expect(await fixture.lint("app/web/planted.ts", body(59))).toEqual(["max-lines-per-function"]);
    expect(await fixture.lint("app/ui/Planted.tsx", body(108))).toEqual([]);
    expect(await fixture.lint("app/ui/Planted.tsx", body(109))).toEqual(["max-lines-per-function"]);
    expect(await fixture.lint("db/seed/planted.ts", body(200))).toEqual([]);
  });
  test("console, any, type imports and idle exemptions", async () => {
    const console = 'export const planted = () => console.log("x");\n';
    expect(await fixture.lint("app/infra/planted.ts", console)).toEqual(["no-console"]);
    expect(await fixture.lint("app/cli/planted.ts", console)).toEqual([]);
    expect(await fixture.lint("app/server/index.ts", console)).toEqual([]);
    const any = "export const planted = (value: any): unknown => value;\n";
    expect(await fixture.lint("app/infra/planted.ts", any)).toEqual(["@typescript-eslint/no-explicit-any"]);
    const type = 'import { Ctx } from "~/domain/kernel/errors";\nexport const planted = (ctx: Ctx) => ctx;\n';
    expect(await fixture.lint("app/infra/planted.ts", type)).toEqual(["@typescript-eslint/consistent-type-imports"]);
    const idle = "/* eslint-disable no-console -- nothing is printed here */\nexport const planted = 1;\n";
    expect(await fixture.messages("app/infra/planted.ts", idle)).toHaveLength(1);
  });
  test("a promise that nobody awaits", async () => {
    const save = "const save = (): Promise<void> => Promise.resolve();\n";
    const lost = `${save}export function planted(): void {\n  save();\n}\n`;
    expect(await fixture.lintTyped("app/infra/lost.ts", lost)).toEqual(["@typescript-eslint/no-floating-promises"]);
    const kept = `${save}export async function planted(): Promise<void> {\n  await save();\n}\n`;
    expect(await fixture.lintTyped("app/infra/kept.ts", kept)).toEqual([]);
  });
});
