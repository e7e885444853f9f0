import { expect, test } from "vitest";
import { cancelBooking } from "~/domain/lab/cancel-booking";
import { closeResource } from "~/domain/lab/close-resource";
import { bookingChoices, bookingFor, bookingsOfIdea, myBookings } from "~/domain/lab/queries";
import { dayGridFor } from "~/domain/lab/queries-day";
import type { Actor } from "~/domain/kernel/actor";
import { refusal, view } from "#tests/domain/ideas/world";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import type { LabWorld } from "./world";
import { makeLab, MONDAY, same } from "./world";

const grid = ({ store, campus }: LabWorld, actor: Actor, day: string | null = MONDAY, now = NOW) =>
  dayGridFor(view(store, actor), campus.slug, day, now);
const blocks = async (world: LabWorld, actor: Actor) =>
  (await grid(world, actor)).spaces.flatMap(({ resources }) =>
    resources.flatMap((one) => one.blocks.map(({ kind, label, bookingId }) => [kind, label, bookingId !== null])),
  );

test("others see that a place is taken, not by whom; an idea they may see by its title, a company by its name", async () => {
  const world = await makeLab();
  const { book, learner, otherLearner, otherIdea, companyMember, organisation, organiser, visitor, elsewhere } = world;
  await book(otherLearner, { forId: otherIdea, purpose: "Geheim doel" });
  await book(learner, { from: "10:00", until: "11:00" });
  await book(companyMember, { from: "11:00", until: "12:00", forKind: "organisation", forId: organisation.id });
  const title = "Warmtemeter voor lokalen";
  expect(await blocks(world, learner)).toEqual([
    ["busy", null, false],
    ["mine", title, true],
    ["shared", "Meetwerk", false],
  ]);
  for (const outsider of [visitor, elsewhere]) {
    expect(await blocks(world, outsider)).toEqual([
      ["busy", null, false],
      ["busy", null, false],
      ["shared", "Meetwerk", false],
    ]);
    expect(JSON.stringify(await grid(world, outsider))).not.toMatch(/Geheim|Warmtemeter/);
  }
  expect(await blocks(world, otherLearner)).toEqual([
    ["mine", "Geheim plan", true],
    ["shared", title, false],
    ["shared", "Meetwerk", false],
  ]);
  expect((await blocks(world, organiser)).map(([, , opens]) => opens)).toEqual([true, true, true]);
});

test("the page of a booking is for whom it concerns", async () => {
  const world = await makeLab();
  const { book, store, learner, otherLearner, organiser, visitor } = world;
  const { bookingId } = await book(learner, { purpose: "Solderen" });
  for (const outsider of [otherLearner, visitor])
    expect(await refusal(bookingFor(view(store, outsider), bookingId, NOW))).toBe("not_found");
  const own = await bookingFor(view(store, learner), bookingId, NOW);
  expect([own.purpose, own.mayChange, own.bookedBy]).toEqual(["Solderen", true, "Lies Leerling"]);
  expect((await bookingFor(view(store, organiser), bookingId, new Date("2026-12-01T00:00:00Z"))).mayChange).toBe(false);
  const lines = await bookingsOfIdea(view(store, otherLearner), world.idea);
  expect(lines.map(({ id, purpose }) => [id, purpose])).toEqual([[bookingId, ""]]);
  expect((await myBookings(view(store, learner), NOW)).map(({ id }) => id)).toEqual([bookingId]);
  await cancelBooking(testCtx(store, learner), bookingId);
  expect(await bookingsOfIdea(view(store, learner), world.idea)).toEqual([]);
});

test("a day shows what is free, what is closed and what the reader has, at this moment too", async () => {
  const world = await makeLab();
  const { book, store, learner, organiser, bench, resource } = world;
  const broken = await resource();
  await resource({ inductionRequired: true, kind: "machine" });
  await closeResource(testCtx(store, organiser), {
    resourceId: broken,
    untilDay: "2026-11-24",
    reason: same("Stuk"),
    cancelBookings: false,
  });
  await book(learner, { day: "2026-11-21", from: "14:00", until: "15:00" });
  const today = await grid(world, learner, null);
  const [first, second, third] = today.spaces[0]?.resources ?? [];
  expect([first?.id, first?.state, second?.state, third?.state, third?.induction]).toEqual([bench, "mine", "closed", "free", "needed"]);
  expect(first?.free).toEqual([{ from: new Date("2026-11-21T14:00:00Z"), until: new Date("2026-11-21T17:00:00Z") }]);
  expect([today.freeNow, today.day]).toEqual([1, "2026-11-21"]);
  expect(second?.free).toEqual([]);
  const other = await grid(world, learner, "2026-11-24");
  expect([other.freeNow, other.spaces[0]?.resources[1]?.free.length]).toEqual([null, 1]);
  expect(await refusal(grid(world, learner, "2026-99-99"))).toBe("invalid");
});

test("the statements of a day do not grow with resources and bookings", async () => {
  const world = await makeLab();
  const { book, store, learner, companyMember, organisation, resource } = world;
  const count = () => countStatements(store, () => grid(world, learner));
  await book(learner);
  const few = await count();
  for (let i = 0; i < 30; i += 1) await resource();
  for (const hour of ["10", "11", "12", "13"]) {
    await book(companyMember, { from: `${hour}:00`, until: `${hour}:45`, forKind: "organisation", forId: organisation.id });
  }
  expect(await count()).toBe(few);
  expect(few).toBeLessThanOrEqual(9);
});

test("people book for their ideas and organisations, and nobody else's", async () => {
  const { store, learner, companyMember, campus, idea, organisation, visitor } = await makeLab();
  expect((await bookingChoices(view(store, learner), campus.id)).map(({ value }) => value)).toEqual([`idea:${idea}`]);
  expect((await bookingChoices(view(store, companyMember), campus.id)).map(({ value }) => value)).toEqual([
    `organisation:${organisation.id}`,
  ]);
  expect(await bookingChoices(view(store, visitor), campus.id)).toEqual([]);
});
