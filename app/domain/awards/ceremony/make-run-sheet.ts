import { and, asc, eq } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { ceremonies, ceremonyItems } from "#db/schema/awards-ceremony";
import { decisions } from "#db/schema/awards-result";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { Edition } from "../load";
import { categoriesOf, editionToRun } from "../load";
import { candidatesOf, votesOf } from "../vote/rows";
import type { ItemKind } from "./ceremony";
import { ITEMS_MAX, USUAL_MINUTES } from "./ceremony";

interface NewItem {
  readonly kind: ItemKind;
  readonly entryId?: string;
  readonly voteId?: string;
  readonly categoryId?: string;
  readonly place?: number;
}

/**
 * Makes a run sheet to begin from: a welcome, a pitch of every candidate of the votes (of every entry while there is no vote), the
 * votes, of each category the third, second and first prize, the prizes of the public, thanks. Refuses with "not_found", "forbidden" or
 * "already_done".
 */
export async function makeRunSheet(ctx: Ctx, input: { readonly editionSlug: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    const [made] = await tx
      .insert(ceremonies)
      .values({ editionId: edition.id, state: "draft", itemId: null, step: 0, black: false, publishes: false, draws: 0 })
      .onConflictDoNothing()
      .returning({ id: ceremonies.editionId });
    if (!made) throw new DomainError("already_done");
    for (const [position, { kind, ...about }] of (await firstItems(tx, edition)).slice(0, ITEMS_MAX).entries()) {
      const { entryId = null, voteId = null, categoryId = null, place = null } = about;
      const row = { id: ctx.newId(), editionId: edition.id, position, kind, entryId, voteId, categoryId, place };
      await tx.insert(ceremonyItems).values({ ...row, minutes: USUAL_MINUTES[kind] });
    }
    await writeAudit(tx, ctx, { action: "ceremony.made", subjectKind: "edition", subjectId: edition.id, fields: ["run_sheet"] });
  });
}

async function firstItems(tx: Tx, edition: Edition): Promise<NewItem[]> {
  const votes = await votesOf(tx, edition.id);
  const candidates = await candidatesOf(
    tx,
    votes.map(({ id }) => id),
  );
  const finalists = [...new Set([...candidates.values()].flat().map(({ entryId }) => entryId))];
  const pitching = finalists.length > 0 ? finalists : await submitted(tx, edition.id);
  const given = await tx
    .select({ categoryId: decisions.categoryId, place: decisions.place })
    .from(decisions)
    .where(eq(decisions.editionId, edition.id));
  const prizes = (await categoriesOf(tx, edition.id)).flatMap(({ id: categoryId }) => {
    const places = given.filter((one) => one.categoryId === categoryId && one.place > 0).map(({ place }) => place);
    // Before anything was decided all three stand ready, so that the sheet can be made early.
    return [3, 2, 1]
      .filter((place) => places.length === 0 || places.includes(place))
      .map((place): NewItem => ({ kind: "prize", categoryId, place }));
  });
  return [
    { kind: "welcome" },
    ...pitching.map((entryId): NewItem => ({ kind: "pitch", entryId })),
    ...votes.map(({ id }): NewItem => ({ kind: "vote", voteId: id })),
    ...prizes,
    ...votes.map(({ id }): NewItem => ({ kind: "audience", voteId: id })),
    { kind: "thanks" },
  ];
}

async function submitted(tx: Tx, editionId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  return rows.map(({ id }) => id);
}
