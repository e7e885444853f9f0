import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Linter } from "eslint";
import { ESLint } from "eslint";
import { configFor } from "../../eslint.config.js";

const PROJECT = resolve(import.meta.dirname, "../..");

/** Files that violations and clean code import from, one of every layer. */
const GROUND: Record<string, string> = {
  "app/domain/kernel/errors.ts": "export const code = 1;\nexport interface Ctx { now: Date }\n",
  "app/domain/identity/person.ts": "export const person = 1;\n",
  "app/domain/campus/campus.ts": "export const campus = 1;\n",
  "app/domain/scheduling/slot.ts": "export const slot = 1;\n",
  "app/domain/notifications/mail.ts": "export const mail = 1;\n",
  "app/domain/ideas/idea.ts": "export const idea = 1;\n",
  "app/domain/matching/match.ts": "export const match = 1;\n",
  "app/domain/assignment/problem.ts": "export const problem = 1;\n",
  "app/domain/coaching/coach.ts": "export const coach = 1;\n",
  "app/domain/lab/bench.ts": "export const bench = 1;\n",
  "app/domain/awards/entry.ts": "export const entry = 1;\n",
  "app/routes/home/route.tsx": "export const home = 1;\n",
  "app/routes/home/greeting.tsx": "export const greeting = 1;\n",
  "app/web/guards.ts": "export const guard = 1;\n",
  "app/infra/mailer.ts": "export const mailer = 1;\n",
  "app/ui/Shell.tsx": "export const shell = 1;\n",
  "app/emails/render.ts": "export const render = 1;\n",
  "app/locales/keys.ts": "export const keys = 1;\n",
  "app/server/app.ts": "export const server = 1;\n",
  "app/cli/io.ts": "export const io = 1;\n",
  "app/stray.ts": "export const stray = 1;\n",
  "db/store.ts": "export const store = 1;\n",
  "db/dialect.ts": "export const table = 1;\n",
  "db/schema/ideas.ts": "export const ideas = 1;\n",
  "db/seed/demo.ts": "export const demo = 1;\n",
};

/** A small copy of the project's shape in a temporary folder, on which the rules of the house are tried. */
export interface Fixture {
  /** Lints the text as if it stood at the path and returns the ids of the rules it breaks, sorted, each once. */
  lint(path: string, text: string): Promise<string[]>;
  /** Like lint, with the messages in place of the rules. */
  messages(path: string, text: string): Promise<string[]>;
  /** Like lint, with the rules that need types; the text is planted at the path. Slow. */
  lintTyped(path: string, text: string): Promise<string[]>;
  remove(): void;
}

/** Plants the fixture. Packages resolve through a link to the project's own. */
export function plantFixture(): Fixture {
  const root = mkdtempSync(join(tmpdir(), "broeikas-boundaries-"));
  for (const [path, text] of Object.entries(GROUND)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const paths = { "~/*": ["./app/*"], "#db/*": ["./db/*"] };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions: { baseUrl: ".", paths }, include: ["app", "db"] }));
  symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"), "dir");
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: configFor(`${root}/`, { typed: false }) });
  const typed = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: configFor(`${root}/`) });
  const rulesIn = (messages: readonly Linter.LintMessage[]) => [...new Set(messages.map((found) => found.ruleId ?? "parse"))].sort();
  const run = async (path: string, text: string) => {
    const [result] = await eslint.lintText(text, { filePath: join(root, path) });
    return result?.messages ?? [];
  };
  return {
    lint: async (path, text) => rulesIn(await run(path, text)),
    messages: async (path, text) => (await run(path, text)).map((found) => found.message),
    lintTyped: async (path, text) => {
      writeFileSync(join(root, path), text);
      return rulesIn((await typed.lintFiles([path])).flatMap((result) => result.messages));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
