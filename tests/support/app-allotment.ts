import { applyAllotment } from "~/domain/coaching/allotment/apply-allotment";
import { changeAllotment } from "~/domain/coaching/allotment/change-allotment";
import { computeAllotment } from "~/domain/coaching/allotment/compute-allotment";
import { draftAllotment } from "~/domain/coaching/allotment/draft-allotment";
import { openDraft } from "~/domain/coaching/allotment/rows";
import { relationsOfCampus } from "~/domain/coaching/allotment/queries-relations";
import { setCapacity } from "~/domain/coaching/set-capacity";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { allotHere } from "~/infra/allot-here";
import { testCtx } from "./ctx";

/** What the matrix asks about the allotment of coaches; all of it made by use cases. */
export interface AllotmentIds {
  /** A draft that waits, and how it was last seen. */
  readonly draft: string;
  readonly revision: number;
  /** Of the owner's idea with a talk, to the coach. */
  readonly relation: string;
}

/** The coach is given the one idea they talk about, makes room for more, and a draft for the others waits. */
export async function buildAllotment(
  store: Store,
  people: Readonly<Record<"coach" | "organiser", Person>>,
  campusId: string,
): Promise<AllotmentIds> {
  const coach = testCtx(store, people.coach);
  const organiser = testCtx(store, people.organiser);
  await setCapacity(coach, { ideas: 1 });
  await applyAllotment(organiser, await draft(store, people.organiser, campusId), { revision: 1 });
  const [relation] = await relationsOfCampus({ db: store.db, actor: people.organiser }, campusId, organiser.now);
  await setCapacity(coach, { ideas: 12 });
  return { draft: await draft(store, people.organiser, campusId), revision: 1, relation: relation?.id ?? "" };
}

async function draft(store: Store, organiser: Person, campusId: string): Promise<string> {
  const ctx = testCtx(store, organiser);
  const { allotmentId } = await draftAllotment(ctx, { campusId, withExperts: false });
  await computeAllotment(ctx, allotmentId, allotHere);
  return allotmentId;
}

/** Computes the draft of a campus anew, or makes one. */
export async function redraft(store: Store, organiser: Person, campusId: string): Promise<void> {
  const ctx = testCtx(store, organiser);
  const row = await openDraft(store.db, campusId);
  if (!row) return void (await draft(store, organiser, campusId));
  await changeAllotment(ctx, row.id, { revision: row.revision, change: { act: "recompute" } });
  await computeAllotment(ctx, row.id, allotHere);
}
