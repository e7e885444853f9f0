import { expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { openStore } from "#db/store";
import { addClosure } from "~/domain/campus/add-closure";
import { addResidency } from "~/domain/lab/add-residency";
import { bookResource } from "~/domain/lab/book-resource";
import { cancelBooking } from "~/domain/lab/cancel-booking";
import { closeResource } from "~/domain/lab/close-resource";
import { giveInduction } from "~/domain/lab/give-induction";
import { moveBooking } from "~/domain/lab/move-booking";
import { openResource } from "~/domain/lab/open-resource";
import { bookingFor } from "~/domain/lab/queries";
import { restoreBooking } from "~/domain/lab/restore-booking";
import { revokeInduction } from "~/domain/lab/revoke-induction";
import { plant, refusal, view } from "#tests/domain/ideas/world";
import { actorOf, makeOrganisation, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { afterwards, placeOf } from "#tests/support/store";
import { makeLab, MONDAY, same } from "./world";

test("fifty teams ask for one bench at once, on two servers: one gets it, the others hear that it is taken", async () => {
  const { store, learner, bench, idea } = await makeLab();
  const second = dialect === "postgres" ? await openStore(placeOf(store)) : store;
  if (second !== store) afterwards(() => second.close());
  const wish = { resourceId: bench, day: MONDAY, from: "09:00", until: "11:00", forKind: "idea" as const, forId: idea, purpose: "" };
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => bookResource({ ...testCtx(store, learner), store: i % 2 ? second : store }, wish)),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = answers.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code?: string }).code] : []));
  expect([...new Set(codes)]).toEqual(["slot_taken"]);
});

test("bookings touch, buffers keep apart, and two fit where the capacity is two", async () => {
  const { book, learner, resource } = await makeLab();
  await book(learner);
  await book(learner, { from: "10:00", until: "11:00" });
  expect(await refusal(book(learner, { from: "08:00", until: "09:15" }))).toBe("slot_taken");
  const laser = await resource({ bufferMinutes: 30 });
  await book(learner, { resourceId: laser });
  expect(await refusal(book(learner, { resourceId: laser, from: "10:15", until: "11:00" }))).toBe("slot_taken");
  await book(learner, { resourceId: laser, from: "10:30", until: "11:00" });
  const pair = await resource({ capacity: 2 });
  await book(learner, { resourceId: pair });
});

test("a room is its leaves: who has a leaf blocks the room, who has the room blocks the leaves", async () => {
  const { book, learner, organiser, resource } = await makeLab();
  const left = await resource();
  const right = await resource({ capacity: 2 });
  const room = await resource({ kind: "room", leafIds: [left, right] });
  await book(learner, { resourceId: right });
  expect(await refusal(book(organiser, { resourceId: room, from: "08:30", until: "09:30" }))).toBe("slot_taken");
  await book(organiser, { resourceId: room, from: "10:00", until: "11:00" });
  for (const leaf of [left, right])
    expect(await refusal(book(learner, { resourceId: leaf, from: "10:00", until: "10:15" }))).toBe("slot_taken");
});

test("outside the hours, on a closure, before now and beyond sixty days nobody books", async () => {
  const { book, store, campus, learner } = await makeLab();
  await addClosure(testCtx(store, { via: "cli" }), {
    campusId: campus.id,
    firstDay: "2026-12-24",
    lastDay: "2027-01-03",
    reason: same("Kerst"),
  });
  expect(await refusal(book(learner, { from: "07:45", until: "08:15" }))).toBe("closed");
  expect(await refusal(book(learner, { from: "17:00", until: "18:15" }))).toBe("closed");
  expect(await refusal(book(learner, { day: "2026-12-28" }))).toBe("closed");
  expect(await refusal(book(learner, { day: "2026-11-20" }))).toBe("in_the_past");
  expect(await refusal(book(learner, { day: "2026-11-21", from: "13:45", until: "15:00" }))).toBe("in_the_past");
  await book(learner, { day: "2026-11-21", from: "14:00", until: "15:00" });
  expect(await refusal(book(learner, { day: "2027-01-21" }))).toBe("too_far");
  expect(await refusal(book(learner, { from: "09:05" }))).toBe("invalid");
  expect(await refusal(book(learner, { from: "10:00", until: "10:00" }))).toBe("invalid");
  expect(await refusal(book(learner, { day: "2026-02-30" }))).toBe("invalid");
});

test("the clock of the venue counts through both changes", async () => {
  const { book, learner, store } = await makeLab({ from: 0, until: 24 });
  const autumn = "2026-10-20T08:00:00Z";
  const night = { day: "2026-10-25", from: "01:00", until: "04:00" };
  const { bookingId } = await book(learner, night, autumn);
  const { from, until } = await bookingFor(view(store, learner), bookingId, NOW);
  expect([from, until]).toEqual([new Date("2026-10-24T23:00:00Z"), new Date("2026-10-25T03:00:00Z")]);
  const spring = "2027-03-25T08:00:00Z";
  expect(await refusal(book(learner, { day: "2027-03-28", from: "02:00", until: "04:00" }, spring))).toBe("no_such_time");
  const early = await book(learner, { day: "2027-03-28", from: "01:00", until: "03:00" }, spring);
  const booked = await bookingFor(view(store, learner), early.bookingId, NOW);
  expect(booked.until.getTime() - booked.from.getTime()).toBe(3_600_000);
});

test("five bookings ahead and twelve hours a week are the limit for a person, twenty for an organisation", async () => {
  const { book, learner, companyMember, organisation, resource, organiser, store } = await makeLab();
  const long = { from: "08:00", until: "14:00" };
  await book(learner, long);
  await book(learner, { ...long, day: "2026-11-24" });
  expect(await refusal(book(learner, { day: "2026-11-29", from: "09:00", until: "09:15" }))).toBe("quota_hours");
  const next = [30, 29].map((day) => `2026-11-${day}`);
  const { bookingId } = await book(learner, { day: next[0], from: "09:00", until: "10:00" });
  await book(learner, { day: "2026-12-01" });
  await book(learner, { day: "2026-12-02" });
  expect(await refusal(book(learner, { day: "2026-12-03" }))).toBe("quota_open");
  await cancelBooking(testCtx(store, learner), bookingId);
  await book(learner, { day: "2026-12-03" });
  const company = { forKind: "organisation" as const, forId: organisation.id, resourceId: await resource() };
  for (const day of [23, 24]) await book(companyMember, { ...company, day: `2026-11-${day}`, from: "08:00", until: "18:00" });
  expect(await refusal(book(companyMember, { ...company, day: "2026-11-25" }))).toBe("quota_hours");
  await book(organiser, { ...company, day: "2026-11-25" });
});

test("a machine asks for an induction that still counts at the end of the booking", async () => {
  const { book, learner, organiser, resource, store } = await makeLab();
  const laser = await resource({ kind: "machine", inductionRequired: true });
  const wish = { resourceId: laser };
  expect(await refusal(book(learner, wish))).toBe("no_induction");
  const give = (until: string) =>
    giveInduction(testCtx(store, organiser), { resourceId: laser, personId: learner.personId, until: new Date(until) });
  await give("2026-11-22T00:00:00Z");
  expect(await refusal(book(learner, wish))).toBe("no_induction");
  const { inductionId } = await give("2027-11-21T00:00:00Z");
  await book(learner, wish);
  expect(await refusal(revokeInduction(testCtx(store, learner), inductionId))).toBe("forbidden");
  await revokeInduction(testCtx(store, organiser), inductionId);
  expect(await refusal(revokeInduction(testCtx(store, organiser), inductionId))).toBe("already_done");
  expect(await refusal(book(learner, { ...wish, day: "2026-11-24" }))).toBe("no_induction");
});

test("who may book: the idea's team, the organisation's members, the space's audiences", async () => {
  const world = await makeLab();
  const { book, visitor, learner, otherLearner, elsewhere, companyMember, organisation, otherIdea, otherCampus, store, space, resource } =
    world;
  expect(await refusal(book(visitor))).toBe("sign_in_needed");
  expect(await refusal(book(otherLearner))).toBe("forbidden");
  expect(await refusal(book(learner, { forId: otherIdea }))).toBe("not_found");
  expect(await refusal(book(elsewhere))).toBe("not_found");
  const theirs = await plant(store, elsewhere, otherCampus.id);
  expect(await refusal(book(elsewhere, { forId: theirs }))).toBe("not_bookable");
  expect(await refusal(book(learner, { forKind: "organisation", forId: organisation.id }))).toBe("forbidden");
  const forCompanies = await resource({ spaceId: await space({ mayBook: ["company", "student"] }) });
  expect(await refusal(book(learner, { resourceId: forCompanies }))).toBe("not_bookable");
  await book(companyMember, { resourceId: forCompanies, forKind: "organisation", forId: organisation.id });
});

test("an organisation of another campus books during its stay", async () => {
  const { book, store, otherCampus, spaceId } = await makeLab();
  const guest = await makeOrganisation(store, otherCampus.id, "Gastbedrijf");
  const member = await makePerson(store, { ageBand: "26-45", organisationIds: [guest.id] });
  const wish = { forKind: "organisation" as const, forId: guest.id };
  expect(await refusal(book(member, wish))).toBe("not_bookable");
  await addResidency(testCtx(store, { via: "cli" }), { organisationId: guest.id, spaceId, firstDay: "2026-11-01", lastDay: MONDAY });
  await book(await actorOf(store, member.personId), wish);
  expect(await refusal(book(member, { ...wish, day: "2026-11-24" }))).toBe("not_bookable");
});

test("cancelling frees the time for others, once; undoing it books again when it is still free", async () => {
  const { book, learner, otherLearner, organiser, companyMember, organisation, store } = await makeLab();
  const { bookingId } = await book(learner);
  const cancel = (actor: typeof learner) => cancelBooking(testCtx(store, actor), bookingId, { reason: "Ziek" });
  expect(await refusal(cancel(otherLearner))).toBe("forbidden");
  await cancel(learner);
  expect(await refusal(cancel(learner))).toBe("already_done");
  expect(await refusal(restoreBooking(testCtx(store, organiser), bookingId))).toBe("forbidden");
  await restoreBooking(testCtx(store, learner), bookingId);
  await cancel(learner);
  await book(companyMember, { forKind: "organisation", forId: organisation.id });
  expect(await refusal(restoreBooking(testCtx(store, learner), bookingId))).toBe("slot_taken");
  expect((await bookingFor(view(store, learner), bookingId, NOW)).state).toBe("cancelled");
  const late = "2026-11-23T09:00:00Z";
  const own = await book(learner, { from: "11:00", until: "12:00" });
  expect(await refusal(cancelBooking(testCtx(store, learner, "2026-11-23T11:00:00Z"), own.bookingId))).toBe("in_the_past");
  await cancelBooking(testCtx(store, learner, late), own.bookingId);
});

test("moving happens whole or not at all", async () => {
  const { book, learner, companyMember, organisation, store, resource } = await makeLab();
  const { bookingId } = await book(learner);
  await book(companyMember, { from: "11:00", until: "12:00", forKind: "organisation", forId: organisation.id });
  const move = (from: string, until: string, resourceId?: string) =>
    moveBooking(testCtx(store, learner), bookingId, { day: MONDAY, from, until, resourceId });
  expect(await refusal(move("10:30", "11:30"))).toBe("slot_taken");
  expect(await refusal(book(companyMember, { forKind: "organisation", forId: organisation.id }))).toBe("slot_taken");
  await move("09:30", "10:30");
  await book(companyMember, { from: "09:00", until: "09:30", forKind: "organisation", forId: organisation.id });
  const other = await resource();
  await move("11:00", "12:00", other);
  expect((await bookingFor(view(store, learner), bookingId, NOW)).resourceId).toBe(other);
});

test("closing a machine asks first about the bookings in the way, tells who made them, and opening gives the time back", async () => {
  const { book, learner, organiser, bench, store } = await makeLab();
  const { bookingId } = await book(learner);
  const close = (cancelBookings: boolean, actor = organiser) =>
    closeResource(testCtx(store, actor), { resourceId: bench, untilDay: "2026-11-25", reason: same("Stuk"), cancelBookings });
  expect(await refusal(close(true, learner))).toBe("forbidden");
  expect(await refusal(close(false))).toBe("bookings_in_the_way");
  expect(await close(true)).toEqual({ cancelled: 1 });
  expect((await bookingFor(view(store, learner), bookingId, NOW)).state).toBe("cancelled");
  expect(await refusal(book(learner, { day: "2026-11-24" }))).toBe("closed");
  await book(learner, { day: "2026-11-25" });
  await openResource(testCtx(store, organiser), bench);
  await book(learner, { day: "2026-11-24" });
  expect(await refusal(openResource(testCtx(store, organiser), bench))).toBe("already_done");
});
