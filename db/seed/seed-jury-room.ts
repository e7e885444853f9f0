import { comparePair } from "../../app/domain/awards/compare/compare-pair";
import { comparePage } from "../../app/domain/awards/compare/queries";
import { setComparing } from "../../app/domain/awards/compare/set-comparing";
import { papersPage } from "../../app/domain/awards/paper/queries";
import { readPaper } from "../../app/domain/awards/paper/read-paper";
import { after, hours } from "../../app/domain/kernel/time";
import type { PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, idOf } from "./desk";

const ORGANISER: PersonSlug = "els";
const ADMIN: PersonSlug = "tine";
/** Who prefers paper. */
const ON_PAPER: PersonSlug = "helene";
const CODES = ["problem", "solution", "impact", "feasibility", "learning", "pitch"];

/** Two paper sheets of one juror that were typed in: one waits for a second reader, of one the readers differ. */
export async function seedPapers(desk: Desk, editionSlug: string): Promise<void> {
  const organiser = await acting(desk, ORGANISER, after(desk.now, -hours(2)));
  const admin = await acting(desk, ADMIN, after(desk.now, -hours(1)));
  const view = { db: desk.store.db, actor: organiser.actor };
  const { opened } = await papersPage(view, editionSlug, desk.now, { jurorId: idOf(desk.people, ON_PAPER) });
  const [first, second] = (opened?.rows ?? []).filter(({ state }) => state === "none");
  if (!first || !second) throw new Error("seed: no paper sheets");
  const scores = CODES.map((code) => ({ code, level: 3, comment: "" }));
  await readPaper(organiser, { assignmentId: first.assignmentId, revision: 0, scores, feedback: "Beau travail, continuez à mesurer." });
  await readPaper(organiser, { assignmentId: second.assignmentId, revision: 0, scores });
  const other = scores.map((one) => (one.code === "impact" ? { ...one, level: 2 } : one));
  await readPaper(admin, { assignmentId: second.assignmentId, revision: 1, scores: other });
}

/** Jurors may compare near entries; whoever has sent everything by then has done so, for all but the last pair. */
export async function seedComparing(desk: Desk, editionSlug: string, jurors: readonly PersonSlug[], at: Date): Promise<void> {
  await setComparing(await acting(desk, ORGANISER, at), { editionSlug, on: true });
  for (const juror of jurors) {
    const ctx = await acting(desk, juror, at);
    const { pairs } = await comparePage({ db: desk.store.db, actor: ctx.actor }, editionSlug, at);
    for (const { one, other } of pairs.slice(0, -1)) {
      const better = one.total === other.total ? "equal" : one.total > other.total ? "one" : "other";
      await comparePair(ctx, { editionSlug, oneId: one.entryId, otherId: other.entryId, better });
    }
  }
}
