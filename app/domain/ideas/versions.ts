import { ideaVersions } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import type { Tx } from "../kernel/store";
import type { PreparedContent } from "./content";
import { versionDigest } from "./content";

/** Proof that a text existed at a moment: whoever holds it can make the digest again. */
export interface Receipt {
  readonly ideaId: string;
  readonly no: number;
  readonly at: Date;
  readonly authorName: string;
  /** 16 random bytes in hex. */
  readonly salt: string;
  readonly sha256: string;
  readonly canonical: string;
}

/** Tells whether the digest of a receipt is that of its salt and text. */
export function receiptHolds(receipt: Pick<Receipt, "salt" | "canonical" | "sha256">): boolean {
  return versionDigest(receipt.salt, receipt.canonical) === receipt.sha256;
}

export interface NewVersion {
  readonly id: string;
  readonly ideaId: string;
  readonly no: number;
  readonly salt: string;
  readonly prepared: PreparedContent;
  /** Who wrote the text, when that is not whoever acts. */
  readonly authorId?: string;
}

/** Keeps a numbered version of an idea with its digest. Versions are never changed afterwards. */
export async function insertVersion(tx: Tx, ctx: Ctx, version: NewVersion): Promise<void> {
  const { content, canonical } = version.prepared;
  await tx.insert(ideaVersions).values({
    id: version.id,
    ideaId: version.ideaId,
    no: version.no,
    content,
    canonical,
    salt: version.salt,
    sha256: versionDigest(version.salt, canonical),
    authorId: version.authorId ?? requirePerson(ctx).personId,
    at: ctx.now,
  });
}
