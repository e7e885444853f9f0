import { and, eq } from "drizzle-orm";
import { audienceVotes, voteBallots, voteCodes } from "#db/schema/awards-vote";
import type { Labels } from "#db/schema/campus";
import { entries, entryVersions } from "#db/schema/awards";
import type { View } from "../../ideas/visible";
import type { Actor } from "../../kernel/actor";
import { sha256 } from "../../kernel/audit";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import type { Edition } from "../load";
import { categoriesOf, editionById, editionBySlug, editionToOversee } from "../load";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import type { VoteRow } from "./rows";
import { ballotsOf, candidatesOf, codeDigest, codesOf, votesOf, voterKey } from "./rows";
import type { BallotPaper, Candidate, Electorate, VoteCount, VoteKind, VoteState } from "./vote";
import { plainCode, voteState } from "./vote";

export interface VoterPage {
  readonly editionId: string;
  readonly edition: EditionCard;
  readonly now: Date;
  readonly paper: BallotPaper;
}

type Voter = { readonly code: string } | { readonly personId: string } | null;

/** The ballot paper behind a printed code, for whoever holds it. Refuses with "not_found" for what is no code. */
export async function paperByCode(db: Db, typed: string, now: Date): Promise<VoterPage> {
  const code = plainCode(typed);
  if (code === null) throw new DomainError("not_found");
  const [row] = await db
    .select({ vote: audienceVotes })
    .from(voteCodes)
    .innerJoin(audienceVotes, eq(audienceVotes.id, voteCodes.voteId))
    .where(eq(voteCodes.digest, codeDigest(code)));
  if (!row) throw new DomainError("not_found");
  const edition = await editionById(db, row.vote.editionId, now);
  const [paper] = await papers(db, edition, [row.vote], { code }, now);
  if (!paper) throw new DomainError("not_found");
  return { editionId: edition.id, edition: editionCard(edition), now, paper };
}

export interface PublicVotes {
  readonly editionId: string;
  readonly edition: EditionCard;
  readonly now: Date;
  readonly papers: readonly BallotPaper[];
}

/** The votes of an edition that were opened, for everybody; with what they chose for who votes by account. */
export async function publicVotes({ db, actor }: View, slug: string, now: Date): Promise<PublicVotes> {
  const edition = await editionBySlug(db, slug, now);
  const seen = (await votesOf(db, edition.id)).filter((vote) => voteState(vote, now) !== "draft");
  return { editionId: edition.id, edition: editionCard(edition), now, papers: await papers(db, edition, seen, voterOf(actor), now) };
}

const voterOf = ({ personId }: Actor): Voter => (personId === null ? null : { personId });

async function papers(db: Db, edition: Edition, votes: readonly VoteRow[], voter: Voter, now: Date): Promise<BallotPaper[]> {
  const names = new Map((await categoriesOf(db, edition.id)).map(({ id, name }) => [id, name]));
  const open = votes.filter((vote) => voteState(vote, now) === "open");
  const candidates = await candidatesOf(
    db,
    open.map(({ id }) => id),
  );
  const made: BallotPaper[] = [];
  for (const vote of votes) {
    const { id, categoryId, kind, places, electorate, closesAt } = vote;
    const state = voteState(vote, now);
    const key = vote.salt === null || voter === null || "code" in voter !== (electorate === "codes") ? null : voterKey(vote.salt, voter);
    made.push({
      voteId: id,
      category: categoryId === null ? null : (names.get(categoryId) ?? null),
      kind,
      places,
      electorate,
      state: state === "draft" ? "waiting" : state,
      closesAt: state === "open" ? closesAt : null,
      candidates: shuffled(candidates.get(id) ?? [], key),
      mine: key === null || state !== "open" ? [] : await choicesOf(db, id, key),
      lot: sha256(vote.seed),
    });
  }
  return made;
}

async function choicesOf(db: Db, voteId: string, key: string): Promise<readonly string[]> {
  const [own] = await db
    .select({ choices: voteBallots.choices })
    .from(voteBallots)
    .where(and(eq(voteBallots.voteId, voteId), eq(voteBallots.voterKey, key)));
  return own?.choices ?? [];
}

function shuffled(candidates: readonly Candidate[], key: string | null): readonly Candidate[] {
  if (key === null) return candidates;
  const place = new Map(candidates.map(({ entryId }) => [entryId, sha256(key + entryId)]));
  const at = ({ entryId }: Candidate): string => place.get(entryId) ?? "";
  return [...candidates].sort((a, b) => (at(a) < at(b) ? -1 : 1));
}

/** A vote as its organiser sees it: before the reveal no more than how many ballots there are. */
export interface RunVote {
  readonly voteId: string;
  readonly category: Labels | null;
  readonly kind: VoteKind;
  readonly places: number;
  readonly electorate: Electorate;
  readonly state: VoteState;
  readonly closesAt: Date | null;
  readonly ballots: number;
  readonly codes: number;
  readonly candidates: readonly Candidate[];
  readonly lot: string;
  /** What came of it, once revealed. */
  readonly result: { readonly winnerId: string; readonly seed: string; readonly count: VoteCount } | null;
}
export interface VotesPage {
  readonly edition: EditionCard;
  readonly now: Date;
  readonly votes: readonly RunVote[];
  readonly categories: readonly { readonly id: string; readonly name: Labels; readonly hasVote: boolean }[];
  readonly hasVoteOfAll: boolean;
  /** Submitted entries to choose candidates from. */
  readonly entries: readonly (Candidate & { readonly categoryId: string })[];
}

/** The votes of an edition for its organiser; "not_found" for all others. */
export async function votesFor({ db, actor }: View, slug: string, now: Date): Promise<VotesPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const categories = await categoriesOf(db, edition.id);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const rows = await votesOf(db, edition.id);
  const ids = rows.map(({ id }) => id);
  const [candidates, ballots, codes] = [await candidatesOf(db, ids), await ballotsOf(db, ids), await codesOf(db, ids)];
  const entered = await db
    .select({ entryId: entries.id, number: entries.number, categoryId: entries.categoryId, content: entryVersions.content })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    .orderBy(entries.number);
  const votes = rows.map((vote): RunVote => {
    const { id, categoryId, kind, places, electorate, closesAt, winnerId, seed, count } = vote;
    const state = voteState(vote, now);
    return {
      voteId: id,
      category: categoryId === null ? null : (names.get(categoryId) ?? null),
      kind,
      places,
      electorate,
      state,
      closesAt: state === "open" ? closesAt : null,
      ballots: count?.ballots ?? ballots.get(id) ?? 0,
      codes: codes.get(id) ?? 0,
      candidates: candidates.get(id) ?? [],
      lot: sha256(seed),
      result: state === "revealed" && winnerId !== null && count !== null ? { winnerId, seed, count } : null,
    };
  });
  return {
    edition: editionCard(edition),
    now,
    votes,
    categories: categories.map(({ id, name }) => ({ id, name, hasVote: rows.some(({ scopeId }) => scopeId === id) })),
    hasVoteOfAll: rows.some(({ scopeId }) => scopeId === edition.id),
    entries: entered.map(({ content, ...row }) => ({ ...row, title: content.title, lang: content.lang })),
  };
}
