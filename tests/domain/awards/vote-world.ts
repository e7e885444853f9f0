import type { Electorate, VoteKind } from "~/domain/awards/vote/vote";
import { CODE_ALPHABET, CODE_LENGTH } from "~/domain/awards/vote/vote";
import { makeCodes } from "~/domain/awards/vote/make-codes";
import { makeVote } from "~/domain/awards/vote/make-vote";
import { openVote } from "~/domain/awards/vote/open-vote";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import type { World } from "./world";
import { AT, awardsWorld, enter, SLUG } from "./world";

export interface Voting {
  readonly world: World;
  /** Submitted entries of one category. */
  readonly entryIds: readonly string[];
  readonly titles: readonly string[];
}

/** The first evening of deliberation. */
export const EVENING = AT.deliberation;
export const minute = (n: number): Date => new Date(new Date(EVENING).getTime() + n * 60_000);
export const by = (world: World, actor: Person, n = 0) => testCtx(world.store, actor, minute(n));
/** Somebody without an account. */
export const anybody = (world: World, n = 0) => testCtx(world.store, world.visitor, minute(n));

/** An edition with three entries. */
export async function voting(store?: Store): Promise<Voting> {
  const world = await awardsWorld(store ?? (await freshStore()));
  const titles = ["Warmtemeter", "Regenton", "Zonnekas"];
  const owners = [world.learner, world.otherLearner, await makePerson(world.store, { homeCampusId: world.campus.id })];
  const entryIds: string[] = [];
  for (const [i, owner] of owners.entries()) entryIds.push((await enter(world, owner, titles[i])).entryId);
  return { world, entryIds, titles };
}

/** Codes that are the same on every run. */
export function counting(from = 0): () => string {
  let next = from;
  return () => {
    next += 1;
    let left = next;
    let code = "";
    for (let i = 0; i < CODE_LENGTH; i += 1) {
      code = CODE_ALPHABET.charAt(left % 32) + code;
      left = Math.floor(left / 32);
    }
    return code;
  };
}

export async function makeOne(
  { world, entryIds }: Voting,
  options: { kind?: VoteKind; electorate?: Electorate; codes?: number; open?: boolean; categoryId?: string | null } = {},
): Promise<{ voteId: string; codes: readonly string[] }> {
  const { kind = "single", electorate = "codes", open = true, categoryId = null } = options;
  const organiser = by(world, world.organiser);
  const secrets = { seed: "zaad", salt: "zout" };
  const { voteId } = await makeVote(organiser, { editionSlug: SLUG, categoryId, kind, places: 3, electorate, entryIds, secrets });
  const named = { editionSlug: SLUG, voteId };
  const { codes } =
    electorate === "codes" ? await makeCodes(organiser, { ...named, count: options.codes ?? 3, draw: counting() }) : { codes: [] };
  if (open) await openVote(organiser, { ...named, forMinutes: 5 });
  return { voteId, codes };
}
