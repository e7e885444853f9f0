import { and, desc, eq } from "drizzle-orm";
import { ideaVersions } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { ContentDiff } from "./diff";
import { diffContent } from "./diff";
import type { IdeaContent } from "./idea";
import { canSeeHistory, canTakeReceipt } from "./policy";
import type { Receipt } from "./versions";
import type { View } from "./visible";
import { demand, ideaToActOn, viewOf } from "./visible";

export interface VersionLine {
  readonly no: number;
  readonly at: Date;
  readonly authorName: string;
  readonly sha256: string;
}
export interface Version {
  readonly no: number;
  readonly at: Date;
  readonly authorName: string;
  readonly content: IdeaContent;
}

const VERSIONS_SHOWN = 200;

/** The versions of an idea, newest first (the last 200). For its team; others get "not_found", or "forbidden" when they see the idea. */
export async function versionsOf(view: View, ideaId: string): Promise<VersionLine[]> {
  const { facts } = await ideaToActOn(view.db, view.actor, ideaId);
  demand(view.actor, canSeeHistory(view.actor, facts));
  return view.db
    .select({ no: ideaVersions.no, at: ideaVersions.at, authorName: people.name, sha256: ideaVersions.sha256 })
    .from(ideaVersions)
    .innerJoin(people, eq(people.id, ideaVersions.authorId))
    .where(eq(ideaVersions.ideaId, ideaId))
    .orderBy(desc(ideaVersions.no))
    .limit(VERSIONS_SHOWN);
}

/** One version as it was written. The same rules as `versionsOf`; "not_found" for a number there is not. */
export async function versionOf(view: View, ideaId: string, no: number): Promise<Version> {
  const { facts } = await ideaToActOn(view.db, view.actor, ideaId);
  demand(view.actor, canSeeHistory(view.actor, facts));
  const { at, authorName, content } = await readVersion(view, ideaId, no);
  return { no, at, authorName, content };
}

/** What changed from version `a` to version `b`; the lower number counts as the older. The same rules as `versionOf`. */
export async function diffVersions(
  view: View,
  ideaId: string,
  a: number,
  b: number,
): Promise<{ before: Version; after: Version; diff: ContentDiff }> {
  const before = await versionOf(view, ideaId, Math.min(a, b));
  const after = await versionOf(view, ideaId, Math.max(a, b));
  return { before, after, diff: diffContent(before.content, after.content) };
}

/** The receipt of a version, for its team to download. */
export async function receiptFor(ctx: Pick<Ctx, "store" | "actor">, ideaId: string, no: number): Promise<Receipt> {
  const view = viewOf(ctx);
  const { facts } = await ideaToActOn(view.db, view.actor, ideaId);
  demand(view.actor, canTakeReceipt(view.actor, facts));
  const { at, authorName, salt, sha256, canonical } = await readVersion(view, ideaId, no);
  return { ideaId, no, at, authorName, salt, sha256, canonical };
}

async function readVersion({ db }: View, ideaId: string, no: number) {
  if (!Number.isInteger(no) || no < 1 || no > 2 ** 31 - 1) throw new DomainError("not_found");
  const [row] = await db
    .select({
      at: ideaVersions.at,
      authorName: people.name,
      content: ideaVersions.content,
      salt: ideaVersions.salt,
      sha256: ideaVersions.sha256,
      canonical: ideaVersions.canonical,
    })
    .from(ideaVersions)
    .innerJoin(people, eq(people.id, ideaVersions.authorId))
    .where(and(eq(ideaVersions.ideaId, ideaId), eq(ideaVersions.no, no)));
  if (!row) throw new DomainError("not_found");
  return row;
}
