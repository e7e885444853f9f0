import { and, eq } from "drizzle-orm";
import { entries, entryVersionPeople, entryVersions } from "#db/schema/awards";
import { entryVersionFiles } from "#db/schema/awards-files";
import { sealLineage } from "../ideas/seal-lineage";
import { currentTeam } from "../ideas/team";
import { demandActive } from "../ideas/visible";
import { sha256, writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { notifyAll } from "../notifications/notify";
import { writeConsent } from "./consent-entry";
import { demandChange } from "./entering";
import { canonicalEntry, lacksOf } from "./entry";
import { draftFiles, withFiles } from "./files/rows";
import { onlyAnswers } from "./form-field";
import { askedOf } from "./form-rows";
import type { OwnEntry } from "./load";
import { ownEntry } from "./load";

/**
 * Submits the dossier as it stands: its text, files, the version of the idea and the team are frozen with a SHA-256. May be done again until
 * entries close; each text stays as a version, and the same text is the same version. Whoever submits thereby says yes to taking part. Refuses with "not_found", "entries_closed",
 * "conflict" (idea not active), "stale" (another page saved meanwhile) or "dossier_incomplete" with the `fields` ("NAME:PROBLEM", see `lacksOf`).
 */
export async function submitEntry(
  ctx: Ctx,
  input: { readonly entryId: string; readonly revision: number },
): Promise<{ versionNo: number; sha256: string }> {
  return ctx.store.tx(async (tx) => {
    const own = await ownEntry(tx, ctx, input.entryId);
    const { entry, draft, content, edition, idea } = own;
    await demandChange(tx, ctx, own);
    demandActive(idea);
    if (draft.revision !== input.revision) throw new DomainError("stale", { revision: draft.revision, stored: JSON.stringify(content) });
    const asked = await askedOf(tx, own);
    const files = await draftFiles(tx, entry.id);
    const whole = onlyAnswers(withFiles(content, files), asked);
    const lacking = lacksOf(whole, asked);
    if (lacking.length > 0) {
      throw new DomainError("dossier_incomplete", { fields: lacking.map(({ name, problem }) => `${name}:${problem}`).join(" ") });
    }
    const fileIds = new Map([...files].filter(([key]) => asked.some((field) => field.key === key)).map(([key, { id }]) => [key, id]));
    const version = await freeze(tx, ctx, { ...own, content: whole }, fileIds);
    await tx
      .update(entries)
      .set({ state: "submitted", versionNo: version.versionNo, submittedAt: ctx.now })
      .where(eq(entries.id, entry.id));
    await writeConsent(tx, ctx, entry.id);
    await sealLineage(tx, ctx, idea.id);
    await notifyAll(
      tx,
      ctx,
      (await currentTeam(tx, idea.id)).map(({ personId }) => personId),
      {
        kind: "entry_submitted",
        subjectKind: "entry",
        subjectId: entry.id,
        ideaId: idea.id,
        dedupeKey: `${entry.id}:${version.versionNo}`,
      },
    );
    await touchPages(tx, [`awards:${edition.slug}`, `idea:${idea.id}`]);
    await writeAudit(tx, ctx, { action: "entry.submitted", subjectKind: "entry", subjectId: entry.id, fields: ["content", "people"] });
    return version;
  });
}

/** Makes a version of the content, with the file of each question that was answered with one. */
async function freeze(tx: Tx, ctx: Ctx, { entry, content, idea }: OwnEntry, fileIds: ReadonlyMap<string, string>) {
  const digest = sha256(canonicalEntry(content, idea.versionNo));
  const team = await currentTeam(tx, idea.id);
  const [last] = await tx
    .select()
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entry.id), eq(entryVersions.no, entry.versionNo)));
  if (last?.sha256 === digest && (await hasTeam(tx, last.id, team))) return { versionNo: last.no, sha256: digest };
  const no = entry.versionNo + 1;
  const id = ctx.newId();
  await tx.insert(entryVersions).values({ id, entryId: entry.id, no, content, ideaVersionNo: idea.versionNo, sha256: digest, at: ctx.now });
  for (const [fieldKey, fileId] of fileIds) await tx.insert(entryVersionFiles).values({ versionId: id, fieldKey, fileId });
  await tx.insert(entryVersionPeople).values(team.map(({ personId, role }) => ({ versionId: id, personId, role })));
  return { versionNo: no, sha256: digest };
}

async function hasTeam(tx: Tx, versionId: string, team: readonly { readonly personId: string }[]): Promise<boolean> {
  const frozen = await tx
    .select({ personId: entryVersionPeople.personId })
    .from(entryVersionPeople)
    .where(eq(entryVersionPeople.versionId, versionId));
  const ids = new Set(frozen.map(({ personId }) => personId));
  return ids.size === team.length && team.every(({ personId }) => ids.has(personId));
}
