import { fileURLToPath } from "node:url";
import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import tseslint from "typescript-eslint";

/** Contexts of the domain that every other context may use. */
const SHARED_CONTEXTS = ["identity", "campus", "scheduling", "notifications"];

/** The context map: which other contexts a context may use besides the shared ones. Where an arrow would turn round, the lower context offers a verb. */
const CONTEXT_MAP = {
  rooms: ["ideas"],
  community: ["ideas", "rooms", "matching", "sessions", "awards"],
  matching: ["ideas", "rooms"],
  coaching: ["ideas", "matching", "rooms", "assignment"],
  lab: ["ideas"],
  judging: ["assignment"],
  awards: ["ideas", "matching", "coaching", "assignment", "judging"],
  sessions: ["ideas", "matching", "coaching", "lab", "rooms"],
  administration: ["community"],
};

/** Who may import whom. A folder may always import itself; one route is a folder of its own. */
const LAYERS = {
  routes: ["web", "ui", "domain", "kernel"],
  entry: ["web", "ui", "domain", "kernel", "locales"],
  server: ["web", "infra", "domain", "kernel", "db", "db-schema", "db-seed"],
  web: ["infra", "domain", "kernel", "ui", "locales"],
  infra: ["domain", "kernel", "db", "db-schema", "emails"],
  emails: ["ui", "locales"],
  ui: ["locales"],
  locales: [],
  cli: ["infra", "domain", "kernel", "db", "db-schema", "db-seed"],
  domain: ["kernel", "db-schema"],
  kernel: ["db-schema"],
  db: ["db-schema", "kernel"],
  "db-schema": ["db"],
  "db-seed": ["domain", "kernel"],
};

/** Layers of which only the types may be imported. */
const TYPE_LAYERS = { ui: ["kernel"], locales: ["kernel"], "db-schema": ["kernel", "domain"] };

/**
 * Files that hold a context's types, sets of states and pure rules, and import neither a database nor each other's verbs.
 * Pages may use them too: the sets a form offers are the sets the rules know (docs/decisions/0002).
 */
const NOUNS = [
  "app/domain/administration/areas.ts",
  "app/domain/administration/health.ts",
  "app/domain/administration/queue.ts",
  "app/domain/administration/trail.ts",
  "app/domain/awards/ceremony/ceremony.ts",
  "app/domain/awards/assessing/assessment.ts",
  "app/domain/awards/conflict.ts",
  "app/domain/awards/council/minutes.ts",
  "app/domain/awards/edition.ts",
  "app/domain/awards/editions/category.ts",
  "app/domain/awards/entry.ts",
  "app/domain/awards/blind/marks.ts",
  "app/domain/awards/files/entry-file.ts",
  "app/domain/awards/form-field.ts",
  "app/domain/awards/lot/lot.ts",
  "app/domain/awards/panel/plan.ts",
  "app/domain/awards/ranking.ts",
  "app/domain/awards/rubric.ts",
  "app/domain/awards/vote/vote.ts",
  "app/domain/awards/rubrics/limits.ts",
  "app/domain/coaching/allotment/allotment.ts",
  "app/domain/coaching/coaching.ts",
  "app/domain/companies/company.ts",
  "app/domain/companies/vat-number.ts",
  "app/domain/ideas/graft/graft.ts",
  "app/domain/ideas/idea.ts",
  "app/domain/ideas/need-state.ts",
  "app/domain/identity/person.ts",
  "app/domain/identity/photo/photo.ts",
  "app/domain/identity/privacy/consents.ts",
  "app/domain/identity/privacy/rules.ts",
  "app/domain/kernel/actor.ts",
  "app/domain/kernel/cookies.ts",
  "app/domain/lab/lab.ts",
  "app/domain/matching/match.ts",
  "app/domain/matching/shown.ts",
  "app/domain/notifications/desk.ts",
  "app/domain/rooms/room.ts",
  "app/domain/sessions/session.ts",
];

/** What the framework-free domain never sees. Ids come from the context, hence uuidv7. */
const DOMAIN_BANNED_PACKAGES = [
  "react",
  "react-dom",
  "@remix-run/*",
  "@mantine/*",
  "@conform-to/*",
  "lucia",
  "better-sqlite3",
  "pg",
  "express",
  "nodemailer",
  "pino",
  "uuidv7",
];
const DOMAIN_BANNED_CORE = ["process", "fs", "http", "https", "net", "child_process", "worker_threads", "os"].flatMap((name) => [
  name,
  `node:${name}`,
]);
const DRIZZLE_CLIENTS = ["node-postgres", "better-sqlite3", "node-postgres/*", "better-sqlite3/*", "*/migrator"];

const layer = (type) => (type === "entry" || type === "config" ? { file: { categories: type } } : { element: { type } });
const context = (name) => ({ element: { type: "domain", captured: { context: name } } });

/** The policies of `boundaries/dependencies`; the last one that matches decides. */
function policies() {
  const everything = [{ element: { type: "*" } }, { file: { categories: "*" } }, { module: { origin: ["external", "core"] } }];
  return [
    { from: everything.slice(0, 2), allow: { to: { module: { origin: ["external", "core"] } } } },
    { from: [layer("tests"), layer("config")], allow: { to: everything } },
    ...Object.entries(LAYERS).flatMap(([from, to]) => to.map((type) => ({ from: layer(from), allow: { to: layer(type) } }))),
    ...Object.entries(TYPE_LAYERS).flatMap(([from, to]) =>
      to.map((type) => ({ from: layer(from), allow: { to: layer(type), dependency: { kind: "type" } } })),
    ),
    { from: layer("ui"), allow: { to: { file: { categories: "noun" } } } },
    ...SHARED_CONTEXTS.map((name) => ({ from: layer("domain"), allow: { to: context(name) } })),
    ...Object.entries(CONTEXT_MAP).flatMap(([from, to]) => to.map((name) => ({ from: context(from), allow: { to: context(name) } }))),
    ...bans(),
  ];
}

/** Packages refused to a layer. They need `checkAllOrigins`, or they say nothing at all. */
function bans() {
  const domain = [layer("domain"), layer("kernel")];
  const outsideDb = ["routes", "entry", "server", "web", "infra", "emails", "ui", "locales", "cli", "domain", "kernel"].map(layer);
  const clients = { module: { origin: "external", source: "drizzle-orm", internalPath: DRIZZLE_CLIENTS } };
  return [
    { from: domain, disallow: { to: { module: { source: DOMAIN_BANNED_PACKAGES } } } },
    { from: domain, disallow: { to: { module: { origin: "core", source: DOMAIN_BANNED_CORE } } } },
    { from: outsideDb, disallow: { to: { module: { source: ["pg", "better-sqlite3"] } } } },
    { from: outsideDb, disallow: { to: clients } },
    { from: layer("kernel"), allow: { to: clients, dependency: { kind: "type" } } },
  ];
}

/** Folders and entry files, each with the name the policies use; patterns start at the root of the project. */
const boundarySettings = (root) => {
  const folder = (type, pattern, capture) => ({ type, pattern, partialMatch: false, ...(capture ? { capture } : {}) });
  return {
    "import/resolver": { typescript: { project: `${root}tsconfig.json`, alwaysTryTypes: true } },
    "boundaries/root-path": root,
    "boundaries/legacy-templates": false,
    "boundaries/elements": [
      folder("routes", "app/routes/*", ["route"]),
      folder("kernel", "app/domain/kernel"),
      folder("domain", "app/domain/*", ["context"]),
      ...["web", "infra", "ui", "emails", "locales", "server", "cli"].map((name) => folder(name, `app/${name}`)),
      folder("db-schema", "db/schema"),
      folder("db-seed", "db/seed"),
      folder("db", "db"),
      folder("tests", "tests"),
    ],
    "boundaries/files": [
      { category: "entry", pattern: ["app/root.tsx", "app/routes.ts", "app/entry.client.tsx", "app/entry.server.tsx", "app/*.d.ts"] },
      { category: "noun", pattern: NOUNS },
      { category: "config", pattern: ["*.{js,cjs,mjs,ts}"] },
    ],
  };
};

const DETERMINISM = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Take the moment from ctx.now." },
  { selector: "CallExpression[callee.name='Date']", message: "Take the moment from ctx.now." },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "Take the moment from ctx.now." },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: "Take the moment from ctx.now." },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: "Take the moment from ctx.now." },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "Chance comes in as an argument (a seed)." },
  { selector: "Identifier[name='randomUUID']", message: "Take ids from ctx.newId()." },
];

const ENGINE = "This runs on one engine only; see db/dialect.ts.";
const CHAIN =
  "/^(select|selectDistinct|from|where|having|orderBy|groupBy|limit|offset|innerJoin|leftJoin|values|set|returning|delete|update|onConflict.*)$/";
const ONE_ENGINE = [
  { selector: "CallExpression[callee.property.name='for'][arguments.0.value=/^(no key update|update|share|key share)$/]", message: ENGINE },
  { selector: "CallExpression[callee.property.name=/^(selectDistinctOn|.*JoinLateral)$/]", message: ENGINE },
  {
    selector: "ImportDeclaration[source.value='drizzle-orm'] ImportSpecifier[imported.name=/^(ilike|notIlike|array.*)$/]",
    message: ENGINE,
  },
  { selector: "ImportDeclaration[source.value=/^drizzle-orm.(pg|sqlite)-core/]", message: "Builders come from db/dialect.ts." },
  {
    selector: "TaggedTemplateExpression[tag.name='sql'] TemplateElement[value.raw=/\\b(ilike|lateral|distinct\\s+on|for\\s+update)\\b/i]",
    message: ENGINE,
  },
  {
    selector: "CallExpression[callee.object.name=/^(db|tx)$/][callee.property.name=/^(all|get|run|execute|transaction)$/]",
    message: ENGINE,
  },
  {
    selector: "CallExpression[callee.object.property.name=/^(db|tx)$/][callee.property.name=/^(all|get|run|execute|transaction)$/]",
    message: ENGINE,
  },
  {
    selector: `CallExpression[callee.property.name=/^(all|get|run|execute)$/][callee.object.callee.property.name=${CHAIN}]`,
    message: ENGINE,
  },
];

const lines = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];
const off = (...names) => Object.fromEntries(names.map((name) => [name, "off"]));

/** Rules that ask the type checker: a promise that nobody awaits is the commonest way to lose a write. They double the time linting takes. */
const typedRules = (root) => ({
  files: ["{app,db,tests}/**/*.{ts,tsx}"],
  ignores: ["**/*.d.mts"],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
  rules: {
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    "@typescript-eslint/await-thenable": "error",
  },
});

/**
 * The rules of the house, for a project at `root` (a path that ends in a slash), with those that need types or without.
 * A test lints planted violations with it.
 */
export function configFor(root, { typed = true } = {}) {
  const nodeGlobals = [
    "fetch",
    "URLSearchParams",
    "process",
    "console",
    "URL",
    "setTimeout",
    "setInterval",
    "clearInterval",
    "clearTimeout",
    "Buffer",
    "module",
  ];
  return [
    { ignores: ["build/", "node_modules/", "data/", ".cache/", "coverage/", "test-results/", "db/migrations/", "public/"] },
    { linterOptions: { reportUnusedDisableDirectives: "error" } },
    js.configs.recommended,
    ...tseslint.configs.strict,
    {
      plugins: { boundaries },
      settings: boundarySettings(root),
      rules: {
        "boundaries/dependencies": [
          "error",
          { default: "disallow", checkAllOrigins: true, checkUnknownLocals: true, policies: policies() },
        ],
        "boundaries/no-unknown-files": "error",
        "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
        "@typescript-eslint/no-explicit-any": "error",
        "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
        // Remix's types are widened by declaration merging, which needs an interface.
        "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
        "@typescript-eslint/no-invalid-void-type": "off",
        "max-lines": lines(300),
        "max-lines-per-function": lines(60),
        "max-depth": ["error", 4],
        "no-console": "error",
        eqeqeq: "error",
        "no-restricted-syntax": ["error", ...ONE_ENGINE],
      },
    },
    ...(typed ? [typedRules(root)] : []),
    { files: ["**/*.{js,mjs,cjs}"], languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, "readonly"])) } },
    // A component is mostly markup, which is read from top to bottom: it may be longer than a function that decides.
    { files: ["app/{routes,ui,emails}/**/*.tsx", "app/root.tsx"], rules: { "max-lines-per-function": lines(110) } },
    { files: ["app/routes/**"], rules: { "max-lines": lines(120) } },
    {
      files: ["app/domain/**"],
      rules: {
        "no-restricted-syntax": ["error", ...ONE_ENGINE, ...DETERMINISM],
        "no-restricted-globals": ["error", "process", "window", "document", "fetch", "Request", "Response", "localStorage"],
      },
    },
    // The one place that names the engines' own type: Store is typed as PostgreSQL.
    { files: ["db/**"], rules: off("no-restricted-syntax") },
    { files: ["app/cli/**", "app/server/index.ts"], rules: off("no-console") },
    { files: ["db/seed/**", "tests/**"], rules: off("max-lines-per-function") },
    { files: ["tests/**"], rules: off("no-console", "no-restricted-syntax", "@typescript-eslint/no-non-null-assertion") },
    // Ours draws the same examples on every run.
    {
      files: ["tests/**"],
      ignores: ["tests/support/fast-check.ts"],
      rules: { "no-restricted-imports": ["error", { name: "fast-check", message: "Import it from #tests/support/fast-check." }] },
    },
    { files: ["*.js", "*.config.ts"], rules: off("max-lines-per-function") },
  ];
}

/** LINT_TYPED=false leaves out the rules that need types: quick, for one's own files while writing. */
export default configFor(fileURLToPath(new URL(".", import.meta.url)), { typed: process.env.LINT_TYPED !== "false" });
