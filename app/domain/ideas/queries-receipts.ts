import { asc, eq } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { ideaMembers, ideas, ideaVersions } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { Locale } from "../kernel/actor";
import type { Db } from "../kernel/store";
import { versionDigest } from "./content";
import type { MemberRole, Stage, Status } from "./idea";
import { canTakeReceipt } from "./policy";
import { receiptHolds } from "./versions";
import type { View } from "./visible";
import { demand, ideaToActOn } from "./visible";

/** The line that stands above the text in a receipt. */
export const RECEIPT_LINE = "----";
export const RECEIPT_MAX = 120_000;

/** What somebody holds: a digest, and perhaps the salt and the text it was made of. */
export interface HeldReceipt {
  readonly sha256: string | null;
  readonly salt: string | null;
  readonly canonical: string | null;
}

/** Reads a receipt as it was downloaded, or a digest with or without the text below it. */
export function readReceipt(pasted: string): HeldReceipt {
  const text = pasted.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const cut = text.indexOf(`\n${RECEIPT_LINE}\n`);
  const head = cut < 0 ? text : text.slice(0, cut);
  const sha256 = /\b[0-9a-f]{64}\b/i.exec(head)?.[0]?.toLowerCase() ?? null;
  const salt = /^salt:\s*([0-9a-f]{32})\s*$/im.exec(head)?.[1]?.toLowerCase() ?? null;
  if (cut >= 0) return { sha256, salt, canonical: text.slice(cut + RECEIPT_LINE.length + 2) };
  const below = /^\s*[0-9a-f]{64}[ \t]*\n(?<rest>[\s\S]+)$/i.exec(text)?.groups?.rest ?? "";
  return { sha256, salt, canonical: below.trim() === "" ? null : below.replace(/^\n+/, "").replace(/(?<!\n)\n+$/, "") };
}

export interface Verified {
  readonly sha256: string;
  /** When a version with this digest was kept here; null when none was. */
  readonly issuedAt: Date | null;
  readonly zone: string | null;
  /** Whether the digest is that of the text; null when no text came with it, or nothing can tell any more. */
  readonly textHolds: boolean | null;
}

/**
 * Tells whether a digest was issued here and when, and whether the text belongs to it. It tells nothing of the idea: whoever knows a
 * digest holds the receipt, and learns no more from it. Null when there is no digest in what was pasted.
 */
export async function verifyReceipt(db: Db, held: HeldReceipt): Promise<Verified | null> {
  if (held.sha256 === null) return null;
  const [row] = await db
    .select({ at: ideaVersions.at, salt: ideaVersions.salt, zone: campuses.zone })
    .from(ideaVersions)
    .innerJoin(ideas, eq(ideas.id, ideaVersions.ideaId))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .where(eq(ideaVersions.sha256, held.sha256))
    .orderBy(asc(ideaVersions.at))
    .limit(1);
  return { sha256: held.sha256, issuedAt: row?.at ?? null, zone: row?.zone ?? null, textHolds: textHolds(held, row?.salt ?? "") };
}

function textHolds({ sha256, salt, canonical }: HeldReceipt, kept: string): boolean | null {
  if (sha256 === null || canonical === null) return null;
  if (salt !== null) return receiptHolds({ sha256, salt, canonical });
  return kept === "" ? null : versionDigest(kept, canonical) === sha256;
}

export interface PassportMember {
  readonly name: string;
  readonly role: MemberRole;
  readonly share: number | null;
  readonly from: Date;
  readonly until: Date | null;
}
/** Everything that stands in an idea passport. */
export interface Passport {
  readonly id: string;
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
  readonly stage: Stage;
  readonly status: Status;
  readonly plantedAt: Date;
  readonly campus: { readonly name: string; readonly zone: string };
  readonly members: readonly PassportMember[];
  readonly versions: readonly {
    readonly no: number;
    readonly at: Date;
    readonly authorName: string;
    readonly sha256: string;
    readonly title: string;
  }[];
}

/** The facts of an idea passport, in three statements. For the team; others get "not_found", or "forbidden" when they see the idea. */
export async function passportOf(view: View, ideaId: string): Promise<Passport> {
  const { db, actor } = view;
  const { idea, facts } = await ideaToActOn(db, actor, ideaId);
  demand(actor, canTakeReceipt(actor, facts));
  const [campus] = await db.select({ name: campuses.name, zone: campuses.zone }).from(campuses).where(eq(campuses.id, idea.homeCampusId));
  const members = await db
    .select({ name: people.name, role: ideaMembers.role, share: ideaMembers.share, from: ideaMembers.from, until: ideaMembers.until })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .where(eq(ideaMembers.ideaId, ideaId))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
  const versions = await db
    .select({
      no: ideaVersions.no,
      at: ideaVersions.at,
      authorName: people.name,
      sha256: ideaVersions.sha256,
      content: ideaVersions.content,
    })
    .from(ideaVersions)
    .innerJoin(people, eq(people.id, ideaVersions.authorId))
    .where(eq(ideaVersions.ideaId, ideaId))
    .orderBy(asc(ideaVersions.no));
  const { id, title, pitch, lang, stage, status, plantedAt } = idea;
  return {
    ...{ id, title, pitch, lang, stage, status, plantedAt },
    campus: campus ?? { name: "", zone: "Europe/Brussels" },
    members,
    versions: versions.map(({ content, ...row }) => ({ ...row, title: content.title })),
  };
}
