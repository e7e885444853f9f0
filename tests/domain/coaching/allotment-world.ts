import { applyAllotment } from "~/domain/coaching/allotment/apply-allotment";
import { changeAllotment } from "~/domain/coaching/allotment/change-allotment";
import { computeAllotment } from "~/domain/coaching/allotment/compute-allotment";
import { draftAllotment } from "~/domain/coaching/allotment/draft-allotment";
import { allotmentOf } from "~/domain/coaching/allotment/queries";
import { setWords } from "~/domain/ideas/set-words";
import type { Actor, Person } from "~/domain/kernel/actor";
import { allotHere } from "~/infra/allot-here";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { plant, view, word } from "../ideas/world";
import { coachingWorld } from "./world";

/** Two coaches with what they offer, and three ideas that look for it. */
export async function allotWorld(options: Parameters<typeof coachingWorld>[0] = {}) {
  const world = await coachingWorld(options);
  const { store, cast, campus } = world;
  const second = await makePerson(store, { name: "Dirk Draad", ageBand: "26-45", roles: [{ role: "coach", scopeId: campus.id }] });
  const offering = (person: Person, ...offers: string[]) =>
    setWords(testCtx(store, person), {
      ownerKind: "person",
      ownerId: person.personId,
      lang: "nl",
      needs: [],
      offers: offers.map((words) => word(words)),
    });
  await offering(cast.coach, "solderen van printplaten");
  await offering(second, "boekhouding en subsidies");
  const looking = (title: string, need: string, more = {}) =>
    plant(store, cast.otherLearner, campus.id, { title, needs: [word(need)], ...more });
  const solder = await looking("Radio voor de refter", "solderen van printplaten");
  const money = await looking("Winkel in de gang", "boekhouding en subsidies");
  const organiser = testCtx(store, cast.organiser);
  const drafted = async (withExperts = false, ctx = organiser) => {
    const { allotmentId } = await draftAllotment(ctx, { campusId: campus.id, withExperts });
    await computeAllotment(ctx, allotmentId, allotHere);
    return allotmentId;
  };
  const seen = async (actor: Actor = cast.organiser) => (await allotmentOf(view(store, actor), campus.id, NOW)).draft;
  const pairs = async () =>
    Object.fromEntries(((await seen())?.result?.pairs ?? []).map(({ idea, coach }) => [idea.ideaId, coach.name] as const));
  const change = async (change: Parameters<typeof changeAllotment>[2]["change"], ctx = organiser) => {
    const draft = await seen();
    await changeAllotment(ctx, draft?.id ?? "", { revision: draft?.revision ?? 0, change });
    await computeAllotment(ctx, draft?.id ?? "", allotHere);
  };
  const apply = async (ctx = organiser) => {
    const draft = await seen();
    return applyAllotment(ctx, draft?.id ?? "", { revision: draft?.revision ?? 0 });
  };
  return { ...world, second, solder, money, organiser, drafted, seen, pairs, change, apply, looking };
}
