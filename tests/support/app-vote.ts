import { makeRunSheet } from "~/domain/awards/ceremony/make-run-sheet";
import { startShow } from "~/domain/awards/ceremony/run-show";
import { createEntry } from "~/domain/awards/create-entry";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import { makeCodes } from "~/domain/awards/vote/make-codes";
import { makeVote } from "~/domain/awards/vote/make-vote";
import { openVote } from "~/domain/awards/vote/open-vote";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { testCtx } from "./ctx";
import { plantInput } from "./ideas";

/** Votes of the public and a ceremony of an edition. */
export interface VoteIds {
  readonly byCode: string;
  readonly byAccount: string;
  readonly code: string;
  /** Entries to vote for. */
  readonly entries: readonly string[];
}

interface Making {
  readonly store: Store;
  readonly organiser: Person;
  readonly slug: string;
  readonly categoryId: string;
  /** Entries to vote for. */
  readonly entries: readonly string[];
}

/** One vote by codes (open when `going`), one by accounts (open when not), and a run sheet, started when `going`. */
export async function buildVote(making: Making, going: boolean): Promise<VoteIds> {
  const { store, slug, categoryId, entries } = making;
  const organiser = testCtx(store, making.organiser);
  const about = { editionSlug: slug, kind: "single", places: 1, entryIds: entries } as const;
  const { voteId: byCode } = await makeVote(organiser, { ...about, categoryId, electorate: "codes" });
  const { codes } = await makeCodes(organiser, { editionSlug: slug, voteId: byCode, count: 2 });
  await makeRunSheet(organiser, { editionSlug: slug });
  if (going) {
    await openVote(organiser, { editionSlug: slug, voteId: byCode, forMinutes: 600 });
    await startShow(organiser, { editionSlug: slug });
    return { byCode, byAccount: "", code: codes[0] ?? "", entries };
  }
  const { voteId: byAccount } = await makeVote(organiser, { ...about, categoryId: null, electorate: "accounts" });
  await openVote(organiser, { editionSlug: slug, voteId: byAccount, forMinutes: 600 });
  return { byCode, byAccount, code: codes[0] ?? "", entries };
}

/** A second entry of an edition, entered at a moment at which entries were open. */
export async function secondEntry(
  store: Store,
  owner: Person,
  about: { slug: string; campusId: string; categoryId: string; at: Date },
): Promise<string> {
  const { slug, campusId, categoryId, at } = about;
  const ctx = testCtx(store, owner, at);
  const { ideaId } = await plantIdea(
    ctx,
    plantInput(campusId, { title: `Regenton ${slug}`, pitch: "Water van het dak.", visibility: "team" }),
  );
  const { entryId } = await createEntry(ctx, { editionSlug: slug, ideaId, categoryId });
  const content = { title: "Regenton", pitch: "Water van het dak.", problem: "Droge zomers.", done: "Getekend.", next: "Bouwen." };
  const { revision } = await saveDossier(ctx, { entryId, revision: 1, content });
  await submitEntry(ctx, { entryId, revision });
  return entryId;
}
