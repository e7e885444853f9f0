/** A round of judging with 10,000 scores, put into the database of a bench beside the demo: what the organiser's board has to show. */
import Database from "better-sqlite3";

export const BOARD_SLUG = "bench-board";
const ENTRIES = 834;
const PER_ENTRY = 3;
const JURORS = 50;
const CRITERIA = [
  ["problem", 30],
  ["solution", 30],
  ["impact", 20],
  ["pitch", 20],
];
const DAY = 86_400_000;

/** A number from 0 up to 1 that depends on `n` alone. */
const chance = (n) => ((n * 2654435761) % 4294967296) / 4294967296;
const labels = (text) => JSON.stringify({ nl: text, fr: text, en: text });

/** Fills the round and returns how many scores it has. Every tenth sheet is not sent yet. */
export function fillBoard(file) {
  const db = new Database(file);
  const add = (table, row) => {
    const names = Object.keys(row);
    const places = names.map((name) => `@${name}`).join();
    db.prepare(`insert into ${table} (${names.join()}) values (${places})`).run(row);
  };
  const now = Date.now();
  const campus = db.prepare("select e.campus_id as id from editions e limit 1").get().id;
  const organiser = db.prepare("select id from people where email_key = 'els@demo.broeikas.example'").get().id;
  const ideas = db.prepare("select id from ideas order by id limit ?").all(ENTRIES);
  db.transaction(() => {
    add("editions", {
      id: "b-e",
      slug: BOARD_SLUG,
      campus_id: campus,
      name: labels("Bench"),
      theme: labels(""),
      jurors_per_entry: PER_ENTRY,
      created_at: now,
    });
    for (const [at, [kind, from, until]] of [
      ["announced", -60, -50],
      ["open", -50, -8],
      ["judging", -8, 6],
      ["deliberation", 6, 12],
      ["published", 12, 20],
    ].entries()) {
      add("phases", {
        id: `b-p${at}`,
        edition_id: "b-e",
        kind,
        from_at: now + from * DAY,
        until_at: now + until * DAY,
        position: at,
        round_no: kind === "judging" ? 1 : null,
      });
    }
    add("categories", { id: "b-k", edition_id: "b-e", code: "one", name: labels("Een"), about: labels(""), position: 0 });
    add("rubric_versions", { id: "b-r", rubric_id: "b-r", no: 1, name: labels("Rooster"), created_at: now });
    for (const [at, [code, weight]] of CRITERIA.entries()) {
      add("criteria", {
        id: `b-c${at}`,
        rubric_version_id: "b-r",
        code,
        name: labels(code),
        question: labels(""),
        weight,
        counted: 1,
        position: at,
      });
      for (const [level, points] of [0, 3300, 6700, 10000].entries()) {
        add("levels", { criterion_id: `b-c${at}`, level: level + 1, points, label: labels(`n${level}`), evidence: labels("") });
      }
    }
    add("rounds", { id: "b-o", edition_id: "b-e", rubric_version_id: "b-r", no: 1 });
    for (let at = 0; at < JURORS; at += 1) {
      const id = `b-j${String(at).padStart(3, "0")}`;
      const name = `Jurylid ${at}`;
      add("people", {
        id,
        name,
        name_key: name.toLowerCase(),
        email_key: `${id}@bench.test`,
        email: `${id}@bench.test`,
        age_band: "26-45",
        locale: "nl",
        created_at: now,
      });
      add("role_grants", {
        id: `b-g${id}`,
        person_id: id,
        role: "juror",
        scope_kind: "edition",
        scope_id: "b-e",
        granted_by: organiser,
        from_at: now - 60 * DAY,
      });
    }
    for (const [at, idea] of ideas.entries()) fillEntry(db, add, at, idea.id, now);
  })();
  const { n } = db.prepare("select count(*) as n from scores s join sheets h on h.id = s.sheet_id where h.id like 'b-%'").get();
  db.close();
  return n;
}

function fillEntry(db, add, at, ideaId, now) {
  const entry = `b-i${at}`;
  const content = JSON.stringify({ title: `Idee ${at}`, pitch: "", description: "", problem: "", done: "", next: "", lang: "nl" });
  add("entries", {
    id: entry,
    edition_id: "b-e",
    category_id: "b-k",
    idea_id: ideaId,
    number: at + 1,
    state: "submitted",
    version_no: 1,
    created_at: now - 20 * DAY,
    submitted_at: now - 10 * DAY,
  });
  add("entry_versions", { id: `b-v${at}`, entry_id: entry, no: 1, content, idea_version_no: 1, sha256: "", at: now - 10 * DAY });
  for (let k = 0; k < PER_ENTRY; k += 1) {
    const n = at * PER_ENTRY + k;
    const juror = `b-j${String((at * 7 + k * 13) % JURORS).padStart(3, "0")}`;
    const sent = n % 10 !== 0;
    const touched = now - Math.floor(chance(n) * 7 * DAY);
    add("assignments", {
      id: `b-a${n}`,
      round_id: "b-o",
      entry_id: entry,
      juror_id: juror,
      state: "open",
      pinned: 0,
      reason: "fit",
      at: now - 8 * DAY,
    });
    add("sheets", {
      id: `b-s${n}`,
      assignment_id: `b-a${n}`,
      revision: 1,
      state: sent ? "submitted" : "draft",
      note: "",
      jury_note: "",
      feedback: "",
      unscored: "{}",
      updated_at: touched,
      submitted_at: sent ? touched : null,
    });
    let sum = 0;
    for (const [c, [, weight]] of CRITERIA.entries()) {
      const points = [0, 3300, 6700, 10000][Math.floor(chance(n * 4 + c + 1) * 4)];
      sum += points * weight;
      add("scores", {
        sheet_id: `b-s${n}`,
        criterion_id: `b-c${c}`,
        points,
        comment: "",
      });
    }
    if (sent) db.prepare("update sheets set total = ? where id = ?").run(Math.round(sum / 100), `b-s${n}`);
  }
}
