import { and, asc, eq, isNull } from "drizzle-orm";
import { entryLetters } from "#db/schema/awards-publish";
import { editions, entries, entryVersionPeople, entryVersions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { follows } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { notifyAll } from "../notifications/notify";
import { makeCertificates } from "./certificates/make-certificates";
import { freezeMinutes } from "./council/freeze-minutes";
import { isDeciding } from "./edition";
import { jurorsOf } from "./jurors";
import { sendChecked } from "./letters/send-letters";
import type { Edition } from "./load";
import { editionToRun } from "./load";
import { revealClosedIn } from "./vote/reveal-vote";

export interface Publication {
  readonly editionSlug: string;
  /** Keeps letters nobody looked at yet; without it they stand in the way. */
  readonly keepDrafts?: boolean;
}

/**
 * Makes the results of an edition public at once: prizes, winners page, marks on plants, checked letters, certificates, and a notice to
 * every team, follower and juror. A second call, also one at the same moment, does nothing and returns false. Refuses with "not_found",
 * "forbidden", "deciding_closed" (before deliberation), "nothing_to_publish" or "letters_open" with their `count`.
 */
export async function publish(ctx: Ctx, input: Publication): Promise<{ publishedNow: boolean }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) return { publishedNow: false };
    if (!isDeciding(edition.phase.kind)) throw new DomainError("deciding_closed");
    await revealClosedIn(tx, ctx, edition);
    const [first] = await tx
      .update(editions)
      .set({ publishedAt: ctx.now })
      .where(and(eq(editions.id, edition.id), isNull(editions.publishedAt)))
      .returning({ id: editions.id });
    if (!first) return { publishedNow: false };
    const given = await tx
      .update(decisions)
      .set({ pending: false, publishedAt: ctx.now })
      .where(eq(decisions.editionId, edition.id))
      .returning({ id: decisions.id });
    if (given.length === 0) throw new DomainError("nothing_to_publish");
    if (!input.keepDrafts) await demandLettersRead(tx, edition.id);
    const { mailed } = await sendChecked(tx, ctx, edition.id);
    await freezeMinutes(tx, ctx, edition);
    await makeCertificates(tx, ctx, edition.id);
    await tell(tx, ctx, edition, mailed);
    await writeAudit(tx, ctx, {
      action: "edition.published",
      subjectKind: "edition",
      subjectId: edition.id,
      fields: ["published_at", "decisions"],
    });
    return { publishedNow: true };
  });
}

async function demandLettersRead(tx: Tx, editionId: string): Promise<void> {
  const unread = await tx
    .select({ entryId: entryLetters.entryId })
    .from(entryLetters)
    .innerJoin(entries, and(eq(entries.id, entryLetters.entryId), eq(entries.state, "submitted")))
    .where(and(eq(entryLetters.editionId, editionId), eq(entryLetters.state, "draft")));
  if (unread.length > 0) throw new DomainError("letters_open", { count: unread.length });
}

/**
 * Tells teams as they were frozen, who follows what they entered, and the jury; and has every page that shows a result made anew. Who
 * gets the letter by mail reads of it there: one mail is enough.
 */
async function tell(tx: Tx, ctx: Ctx, edition: Edition, mailed: ReadonlySet<string>): Promise<void> {
  const submitted = and(eq(entries.editionId, edition.id), eq(entries.state, "submitted"));
  const entered = await tx
    .select({ ideaId: entries.ideaId, personId: entryVersionPeople.personId })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(entryVersionPeople, eq(entryVersionPeople.versionId, entryVersions.id))
    .where(submitted)
    .orderBy(asc(entries.id), asc(entryVersionPeople.personId));
  const following = await tx
    .select({ personId: follows.personId })
    .from(entries)
    .innerJoin(follows, eq(follows.ideaId, entries.ideaId))
    .where(submitted)
    .orderBy(asc(entries.id), asc(follows.personId));
  const jurors = await jurorsOf(tx, edition.id, ctx.now);
  const told = [...entered, ...following, ...jurors].map(({ personId }) => personId);
  const notice = { kind: "result_published", subjectKind: "edition", subjectId: edition.id, dedupeKey: edition.id } as const;
  const isMailed = (personId: string): boolean => mailed.has(personId);
  await notifyAll(tx, ctx, told.filter(isMailed), { ...notice, mail: false });
  await notifyAll(
    tx,
    ctx,
    told.filter((personId) => !isMailed(personId)),
    notice,
  );
  await touchPages(tx, ["awards", `awards:${edition.slug}`, "ideas:public", ...entered.map(({ ideaId }) => `idea:${ideaId}`)]);
}
