import { and, eq } from "drizzle-orm";
import { ceremonies, ceremonyItems } from "#db/schema/awards-ceremony";
import { decisions } from "#db/schema/awards-result";
import { audienceVotes } from "#db/schema/awards-vote";
import type { Ctx } from "../../kernel/context";
import type { ErrorCode } from "../../kernel/errors";
import { DomainError, found, isDomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { after, minutes } from "../../kernel/time";
import type { Edition } from "../load";
import { publish } from "../publish";
import { closeIn, openIn } from "../vote/open-vote";
import { revealIn } from "../vote/reveal-vote";
import { voteState } from "../vote/vote";
import type { Position } from "./ceremony";
import { CLOCKED, positionAfter } from "./ceremony";
import type { ItemRow } from "./rows";
import { itemsOf } from "./rows";
import { runningShow, tellShow } from "./run-show";

export interface Stepped {
  /** False when the show was not where the presser saw it (somebody else pressed too), or there is nothing further. */
  readonly moved: boolean;
  /** What became of publishing the whole result, when this was the last reveal and that was asked. */
  readonly published: "no" | "now" | ErrorCode;
}

/**
 * One press: the next step of the show, or one back. Going on reveals, opens and closes: a prize shows its winner, a vote is opened for the
 * minutes of its item and then closed, the prize of the public is counted. `from` is where the presser saw the show, so that a press
 * that comes twice moves once. With the last reveal the whole result is published, when the run sheet says so; if that is refused
 * the reveal stands. Refuses with "not_found", "forbidden", "show_closed", "prize_missing", "vote_open", "vote_empty" or "vote_closed".
 */
export async function stepShow(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly by: 1 | -1; readonly from: Position },
): Promise<Stepped> {
  const done = await ctx.store.tx(async (tx) => {
    const { edition, show } = await runningShow(tx, ctx, input.editionSlug);
    const { itemId, step } = input.from;
    if (show.itemId !== itemId || show.step !== step) return { moved: false, publishes: false };
    const items = await itemsOf(tx, edition.id);
    const to = positionAfter(items, input.from, input.by);
    if (!to) return { moved: false, publishes: false };
    const item = items.find(({ id }) => id === to.itemId);
    const revealed = input.by === 1 && item ? await act(tx, ctx, edition, item, to.step) : false;
    if (item && item.shownAt === null) await tx.update(ceremonyItems).set({ shownAt: ctx.now }).where(eq(ceremonyItems.id, item.id));
    const begins = item && item.shownAt === null && CLOCKED.includes(item.kind);
    await tx
      .update(ceremonies)
      .set({ ...to, black: false, endsAt: begins ? after(ctx.now, minutes(item.minutes)) : null })
      .where(eq(ceremonies.editionId, edition.id));
    await tellShow(tx, ctx, edition, "ceremony.stepped", item ? [item.kind, String(to.step)] : []);
    const rest = items.filter((one) => (one.kind === "prize" || one.kind === "audience") && one.revealedAt === null && one.id !== item?.id);
    return { moved: true, publishes: revealed && show.publishes && edition.publishedAt === null && rest.length === 0 };
  });
  if (!done.publishes) return { moved: done.moved, published: "no" };
  try {
    await publish(ctx, { editionSlug: input.editionSlug });
    return { moved: true, published: "now" };
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    return { moved: true, published: thrown.code };
  }
}

/** Does what a step is for, the first time it is come to. True when something was revealed. */
async function act(tx: Tx, ctx: Ctx, edition: Edition, item: ItemRow, step: number): Promise<boolean> {
  if (step === 0 || item.revealedAt !== null) return false;
  if (item.kind === "vote") {
    const vote = await voteOf(tx, item);
    const state = voteState(vote, ctx.now);
    if (step === 1 && state === "draft") await openIn(tx, ctx, { vote, edition }, item.minutes);
    if (step === 2) await closeIn(tx, ctx, { vote, edition });
    return false;
  }
  const revealedId =
    item.kind === "audience" ? (await revealIn(tx, ctx, { vote: await voteOf(tx, item), edition })).winnerId : await prizeOf(tx, item);
  await tx.update(ceremonyItems).set({ revealedAt: ctx.now, revealedId }).where(eq(ceremonyItems.id, item.id));
  return true;
}

async function voteOf(tx: Tx, { voteId }: ItemRow) {
  const [vote] = await tx
    .select()
    .from(audienceVotes)
    .where(eq(audienceVotes.id, voteId ?? ""));
  return found(vote);
}

async function prizeOf(tx: Tx, { categoryId, place }: ItemRow): Promise<string> {
  const [prize] = await tx
    .select({ entryId: decisions.entryId })
    .from(decisions)
    .where(and(eq(decisions.categoryId, categoryId ?? ""), eq(decisions.place, place ?? -1)));
  if (!prize) throw new DomainError("prize_missing");
  return prize.entryId;
}
