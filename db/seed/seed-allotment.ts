import { applyAllotment } from "../../app/domain/coaching/allotment/apply-allotment";
import { computeAllotment } from "../../app/domain/coaching/allotment/compute-allotment";
import { draftAllotment } from "../../app/domain/coaching/allotment/draft-allotment";
import { roomOf } from "../../app/domain/coaching/queries-coaches";
import { setCapacity } from "../../app/domain/coaching/set-capacity";
import type { Ctx } from "../../app/domain/kernel/context";
import { after, hours } from "../../app/domain/kernel/time";
import { CAMPUSES, PEOPLE } from "./demo";
import type { CampusSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, idOf } from "./desk";

/** How long ago the coaches were given out, and a new proposal was made for those who wait still. */
const GIVEN_BEFORE = hours(5);
const PROPOSED_BEFORE = hours(1);
/** Ideas each coach took on then, besides those they carried. */
const TAKEN_ON = 2;

/** On each campus the first ideas got a coach, who then made room for more; the largest campus has a proposal that waits. */
export async function seedAllotment(desk: Desk): Promise<void> {
  for (const { slug } of CAMPUSES) {
    const organiser = PEOPLE.find((person) => person.campus === slug && person.roles.includes("organiser"));
    if (!organiser) continue;
    const ctx = await acting(desk, organiser.slug, after(desk.now, -GIVEN_BEFORE));
    await setRoom(desk, ctx, slug, true);
    await draft(desk, ctx, slug, true);
    await setRoom(desk, ctx, slug, false);
    if (slug === CAMPUSES[0]?.slug) await draft(desk, await acting(desk, organiser.slug, after(desk.now, -PROPOSED_BEFORE)), slug, false);
  }
}

async function draft(desk: Desk, ctx: Ctx, campus: CampusSlug, apply: boolean): Promise<void> {
  const { allotmentId } = await draftAllotment(ctx, { campusId: idOf(desk.campuses, campus), withExperts: false });
  await computeAllotment(ctx, allotmentId, desk.allot);
  if (apply) await applyAllotment(ctx, allotmentId, { revision: 1 });
}

async function setRoom(desk: Desk, { now }: Ctx, campus: CampusSlug, little: boolean): Promise<void> {
  for (const { slug, coachCapacity } of PEOPLE.filter((person) => person.campus === campus && person.coachCapacity !== undefined)) {
    const coach = await acting(desk, slug, now);
    const { carried } = await roomOf(coach.store, idOf(desk.people, slug), now);
    await setCapacity(coach, { ideas: little ? carried + TAKEN_ON : (coachCapacity ?? 0) });
  }
}
