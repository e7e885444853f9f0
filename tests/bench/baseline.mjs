/**
 * What every figure is measured against: express and better-sqlite3 answering the list's twenty rows as JSON, in a
 * process of its own, with a prepared statement and nothing else.
 *   node tests/bench/baseline.mjs DATABASE_FILE   prints its port
 */
import Database from "better-sqlite3";
import express from "express";

const db = new Database(process.argv[2], { readonly: true });
const rows = db.prepare(
  `select i.id, i.title, i.pitch, i.lang, i.stage, i.planted_at, i.comment_count, i.open_need_count
   from idea_audience a join ideas i on i.id = a.idea_id
   where a.audience = 'public' order by a.planted_at desc, a.idea_id desc limit 20`,
);

const app = express();
app.get("/ideas", (_req, res) => res.json(rows.all()));
const server = app.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
