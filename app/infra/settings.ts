/** One environment variable: what it is called, what it is without being set, and what it does. */
export interface Setting {
  /** Name of the environment variable. */
  readonly name: string;
  /** Value when it is not set; undefined when being absent has its own meaning. */
  readonly fallback: string | undefined;
  /** What it does, in one sentence for `docs/operations.md`. */
  readonly text: string;
  /** True when its value may hold a password and is never printed. */
  readonly secret?: boolean;
}

/** Every setting the server and the command line know; the order is the order of the documentation. */
export const SETTINGS: readonly Setting[] = [
  { name: "NODE_ENV", fallback: "production", text: "`production`, `development` (Vite serves the pages) or `test`." },
  { name: "HOST", fallback: "127.0.0.1", text: "Address to listen on; `0.0.0.0` for every network interface." },
  { name: "PORT", fallback: "3000", text: "Port to listen on." },
  { name: "DATA_DIR", fallback: "./data", text: "Folder of the embedded database and of stored files." },
  {
    name: "DATABASE_URL",
    fallback: undefined,
    secret: true,
    text: "`postgres://…` to use PostgreSQL; without it the embedded SQLite database in `DATA_DIR`.",
  },
  {
    name: "DATABASE_DIRECT_URL",
    fallback: undefined,
    secret: true,
    text: "The same database past a pooler, where `DATABASE_URL` leads to one: for migrations, backups and the command line.",
  },
  {
    name: "DATABASE_CONNECTIONS",
    fallback: "24",
    text: "Connections to PostgreSQL that a server has open at most; a third of them write.",
  },
  {
    name: "SECRET_KEY",
    fallback: undefined,
    secret: true,
    text: "At least 32 random characters that seal the secrets of second steps, the same on every server; without it a file `secret.key` in `DATA_DIR` (with PostgreSQL: no second steps).",
  },
  {
    name: "PUBLIC_ORIGIN",
    fallback: undefined,
    text: "Scheme, host and port that people see, such as `https://broeikas.example`; without it `http://HOST:PORT`. Links in mails and the origin check use it.",
  },
  {
    name: "SMTP_URL",
    fallback: undefined,
    secret: true,
    text: "`smtp://user:password@host:587` or `smtps://…`; without it mails are kept and an admin reads them at `/dev/mail`.",
  },
  { name: "MAIL_FROM", fallback: "Broeikas <broeikas@localhost>", text: "Sender of every mail." },
  {
    name: "OIDC_ISSUER",
    fallback: undefined,
    text: "Address of an OpenID Connect service (a school's, say) by which people may sign in, exactly as it calls itself; without it there is none.",
  },
  { name: "OIDC_CLIENT_ID", fallback: undefined, text: "What that service calls this Broeikas." },
  {
    name: "OIDC_CLIENT_SECRET",
    fallback: undefined,
    secret: true,
    text: "Secret that goes with it; without it Broeikas is a public client, safe by PKCE alone.",
  },
  { name: "OIDC_NAME", fallback: undefined, text: "What people call that service, on the button to sign in; without it its host name." },
  {
    name: "VIES_URL",
    fallback: "https://ec.europa.eu/taxation_customs/vies/rest-api",
    text: "Where VAT numbers of companies are checked: VIES, the service of the EU. `off` checks none; an organiser then looks themselves.",
  },
  {
    name: "VIES_REQUESTER",
    fallback: undefined,
    text: "VAT number of whoever runs this Broeikas; with it VIES gives a consultation number for each check, which proves that it was asked.",
  },
  {
    name: "TRUST_PROXY",
    fallback: "off",
    text: "`off`, the number of proxies in front, or a list of their addresses; decides whose `X-Forwarded-For` counts.",
  },
  {
    name: "INSECURE_COOKIES",
    fallback: "false",
    text: "`true` lets cookies work on plain http outside localhost (and in Safari on localhost); the log warns.",
  },
  { name: "LOG_LEVEL", fallback: "info", text: "`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`." },
  { name: "SESSION_DAYS", fallback: "30", text: "Days after the last visit until a person must sign in again." },
  { name: "SESSION_MAX_DAYS", fallback: "180", text: "Days after signing in until a session ends, however often it is used." },
  { name: "BODY_LIMIT_KB", fallback: "256", text: "Largest form a person may send, in kilobytes (1,024 bytes)." },
  { name: "UPLOAD_LIMIT_KB", fallback: "10240", text: "Largest file a team may send with its entry, in kilobytes (1,024 bytes)." },
  { name: "HTML_CACHE_MB", fallback: "32", text: "Memory for ready-made visitor pages, in megabytes; `0` turns the cache off." },
  {
    name: "HTML_CACHE_MEMO_MS",
    fallback: "100",
    text: "Milliseconds (0 to 250) during which a cached page's versions are not looked up again.",
  },
  { name: "JOB_INTERVAL_MS", fallback: "2000", text: "Milliseconds between two looks for due mails and jobs." },
  { name: "DRAIN_SECONDS", fallback: "10", text: "Seconds that running requests and jobs get to finish when the server stops." },
  {
    name: "METRICS_TOKEN",
    fallback: undefined,
    secret: true,
    text: "Lets who sends it as bearer token read `/metrics` (16 characters or more); without it only this machine may.",
  },
  {
    name: "S3_BUCKET",
    fallback: undefined,
    text: "Bucket for stored files; without it they lie in `DATA_DIR/files`.",
  },
  {
    name: "S3_ENDPOINT",
    fallback: undefined,
    text: "Address of the S3 service, such as `https://s3.example`; without it Amazon's own for the region.",
  },
  { name: "S3_REGION", fallback: "us-east-1", text: "Region of the bucket." },
  { name: "S3_PATH_STYLE", fallback: "true", text: "`true` names the bucket in the path, `false` in the host name." },
  {
    name: "S3_ACCESS_KEY",
    fallback: undefined,
    secret: true,
    text: "Access key of the bucket; without it the machine's own identity (on Amazon's machines).",
  },
  { name: "S3_SECRET_KEY", fallback: undefined, secret: true, text: "Secret key that belongs to `S3_ACCESS_KEY`." },
  {
    name: "BACKUP_DIR",
    fallback: undefined,
    text: "Folder for the nightly backups, best on another disk; without it the server makes none.",
  },
  {
    name: "BACKUP_HOUR",
    fallback: "3",
    text: "Hour of the day (0 to 23, on the clock of the machine) from which the nightly backup is made.",
  },
  { name: "BACKUP_KEEP_DAYS", fallback: "7", text: "Days of which the last good backup is kept (1 to 366)." },
  { name: "BACKUP_KEEP_WEEKS", fallback: "4", text: "Weeks of which the last good backup is kept as well (0 to 520)." },
  { name: "DEMO", fallback: "false", text: "`true` seeds the demo campus when the database is empty and shows the demo log-ins." },
];

/** @returns the Markdown table of every setting, as `docs/operations.md` prints it. */
export function settingsTable(): string {
  const rows = SETTINGS.map(
    ({ name, fallback, text }) => `| \`${name}\` | ${fallback === undefined ? "none" : `\`${fallback}\``} | ${text} |`,
  );
  return ["| Setting | Without it | What it does |", "| --- | --- | --- |", ...rows].join("\n");
}
