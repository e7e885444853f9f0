/**
 * What every figure is measured against: express and better-sqlite3 answering what the list shows of twenty ideas as
 * JSON (the row, its domain, its open needs and offers), in a process of its own, with prepared statements and nothing else.
 *   node tests/bench/baseline.mjs DATABASE_FILE   prints its port
 */
import Database from "better-sqlite3";
import express from "express";

const db = new Database(process.argv[2], { readonly: true });
const rows = db.prepare(
  `select i.id, i.title, i.pitch, i.lang, i.stage, i.planted_at, i.version_no, i.comment_count, i.open_need_count, t.labels as domain
   from idea_audience a join ideas i on i.id = a.idea_id left join terms t on t.id = i.domain_id
   where a.audience = 'public' order by a.planted_at desc, a.idea_id desc limit 20`,
);

const twenty = Array.from({ length: 20 }, () => "?").join();
const words = db.prepare(
  `select 'needs' as list, owner_id, words from needs where owner_kind = 'idea' and owner_id in (${twenty}) and removed_at is null and state <> 'met'
   union all
   select 'offers', owner_id, words from offers where owner_kind = 'idea' and owner_id in (${twenty}) and removed_at is null and state <> 'met'`,
);

const app = express();
app.get("/ideas", (_req, res) => {
  const ideas = rows.all();
  const ids = ideas.map(({ id }) => id);
  res.json({ ideas, words: words.all(...ids, ...ids) });
});
const server = app.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
