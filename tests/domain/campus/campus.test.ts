import { expect, test } from "vitest";
import { pageVersions } from "#db/schema/across";
import { organisationMembers } from "#db/schema/campus";
import { TERMS } from "#db/seed/taxonomy";
import { actorOf, makeCast, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import { addClosure } from "~/domain/campus/add-closure";
import { addOrganisationMember } from "~/domain/campus/add-organisation-member";
import { areValidHours, isDay, isZone } from "~/domain/campus/campus";
import { createCampus } from "~/domain/campus/create-campus";
import { createOrganisation } from "~/domain/campus/create-organisation";
import { endOrganisationMember } from "~/domain/campus/end-organisation-member";
import { campusForm, closureForm, openingHoursForm, organisationForm } from "~/domain/campus/forms";
import { importTerms } from "~/domain/campus/import-terms";
import {
  allCampuses,
  allTerms,
  campusBySlug,
  campusZone,
  closuresOf,
  membersOf,
  openingHoursOf,
  organisationsOf,
  termsByKind,
} from "~/domain/campus/queries";
import { removeClosure } from "~/domain/campus/remove-closure";
import { updateOpeningHours } from "~/domain/campus/update-opening-hours";
import { after, days } from "~/domain/kernel/time";
import { refusalOf } from "../identity/post";

const NEW_CAMPUS = { slug: "meuse", name: "Atelier Meuse", place: "Liège", zone: "Europe/Paris", languages: ["fr"] } as const;
const LABELS = { nl: "brugdag", fr: "pont", en: "bridge day" };

test("an admin makes a campus; a slug is used once", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  for (const actor of [cast.visitor, cast.learner, cast.organiser])
    expect(await refusalOf(createCampus(testCtx(store, actor), NEW_CAMPUS))).toBe("forbidden");
  const ctx = testCtx(store, cast.admin);
  expect(await refusalOf(createCampus(ctx, { ...NEW_CAMPUS, zone: "Mars/Base" }))).toBe("invalid");
  const { campusId } = await createCampus(ctx, NEW_CAMPUS);
  expect(await refusalOf(createCampus(ctx, NEW_CAMPUS))).toBe("already_done");
  expect(await campusBySlug(store.db, "meuse")).toEqual({ ...NEW_CAMPUS, id: campusId, position: 0 });
  expect(await campusBySlug(store.db, "nergens")).toBeNull();
  expect(await countStatements(store, () => allCampuses(store.db))).toBe(1);
  const there = await makePerson(store, { roles: [{ role: "learner", scopeId: campusId }] });
  expect(await campusZone(store.db, there)).toBe("Europe/Paris");
  expect(await campusZone((await freshStore()).db, cast.visitor)).toBe("Europe/Brussels");
});

test("opening hours and closures are the organiser's, and have no overlaps", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const campusId = cast.campus.id;
  const morning = { weekday: 1, fromMinute: 480, untilMinute: 720 } as const;
  const afternoon = { weekday: 1, fromMinute: 720, untilMinute: 1_440 } as const;
  for (const actor of [cast.learner, cast.coach, cast.elsewhere]) {
    expect(await refusalOf(updateOpeningHours(testCtx(store, actor), { campusId, hours: [morning] }))).toBe("forbidden");
  }
  const ctx = testCtx(store, cast.organiser);
  await updateOpeningHours(ctx, { campusId, hours: [afternoon, morning] });
  expect(await openingHoursOf(store.db, campusId)).toEqual([morning, afternoon]);
  expect(await refusalOf(updateOpeningHours(ctx, { campusId, hours: [morning, { ...afternoon, fromMinute: 719 }] }))).toBe("invalid");
  expect(await refusalOf(updateOpeningHours(ctx, { campusId: cast.otherCampus.id, hours: [] }))).toBe("forbidden");
  expect(await refusalOf(updateOpeningHours(ctx, { campusId: "nergens", hours: [] }))).toBe("not_found");
  await updateOpeningHours(ctx, { campusId, hours: [morning] });
  expect(await openingHoursOf(store.db, campusId)).toEqual([morning]);

  const closure = { campusId, firstDay: "2026-12-24", lastDay: "2027-01-03", reason: LABELS };
  expect(await refusalOf(addClosure(testCtx(store, cast.coach), closure))).toBe("forbidden");
  expect(await refusalOf(addClosure(ctx, { ...closure, lastDay: "2026-12-23" }))).toBe("invalid");
  expect(await refusalOf(addClosure(ctx, { ...closure, firstDay: "2026-02-30" }))).toBe("invalid");
  const { closureId } = await addClosure(ctx, closure);
  const on = async (first: string, last: string) => (await closuresOf(store.db, campusId, first, last)).length;
  expect([
    await on("2026-12-01", "2026-12-23"),
    await on("2026-12-01", "2026-12-24"),
    await on("2027-01-03", "2027-01-03"),
    await on("2027-01-04", "2027-02-01"),
  ]).toEqual([0, 1, 1, 0]);
  expect(await refusalOf(removeClosure(testCtx(store, cast.coach), { campusId, closureId }))).toBe("forbidden");
  expect(await refusalOf(removeClosure(testCtx(store, cast.admin), { campusId: cast.otherCampus.id, closureId }))).toBe("not_found");
  await removeClosure(ctx, { campusId, closureId });
  expect(await on("2026-12-01", "2027-02-01")).toBe(0);
  expect(await store.db.select().from(pageVersions)).toContainEqual(expect.objectContaining({ tag: `campus:${campusId}` }));
});

test("members of an organisation come and go, and the rows stay", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const organisationId = cast.organisation.id;
  const { personId } = cast.learner;
  for (const actor of [cast.visitor, cast.learner, cast.coach, cast.elsewhere]) {
    expect(await refusalOf(addOrganisationMember(testCtx(store, actor), { organisationId, personId }))).toBe("forbidden");
  }
  await addOrganisationMember(testCtx(store, cast.companyMember), { organisationId, personId });
  expect((await actorOf(store, personId)).keys).toContain(`companies:${cast.campus.id}`);
  expect(await refusalOf(addOrganisationMember(testCtx(store, cast.organiser), { organisationId, personId }))).toBe("already_done");
  expect(await refusalOf(addOrganisationMember(testCtx(store, cast.organiser), { organisationId, personId: "niemand" }))).toBe("not_found");
  const later = after(NOW, days(3));
  await endOrganisationMember(testCtx(store, cast.organiser, later), { organisationId, personId });
  expect(await refusalOf(endOrganisationMember(testCtx(store, cast.organiser, later), { organisationId, personId }))).toBe("not_found");
  expect((await actorOf(store, personId, later)).organisationIds).toEqual([]);
  expect((await membersOf(store.db, organisationId, later)).map((member) => member.personId)).toEqual([cast.companyMember.personId]);
  await addOrganisationMember(testCtx(store, cast.organiser, later), { organisationId, personId });
  expect((await store.db.select().from(organisationMembers)).filter((row) => row.personId === personId).map((row) => row.until)).toEqual([
    later,
    null,
  ]);
});

test("an organiser makes organisations of their own campus", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const input = { slug: "sluiswerk", name: "Sluiswerk", description: LABELS, campusId: cast.campus.id };
  expect(await refusalOf(createOrganisation(testCtx(store, cast.coach), input))).toBe("forbidden");
  expect(await refusalOf(createOrganisation(testCtx(store, cast.organiser), { ...input, campusId: cast.otherCampus.id }))).toBe(
    "forbidden",
  );
  const { organisationId } = await createOrganisation(testCtx(store, cast.organiser), input);
  expect(await refusalOf(createOrganisation(testCtx(store, cast.organiser), input))).toBe("already_done");
  expect((await organisationsOf(store.db, cast.campus.id)).map((one) => one.id)).toEqual([cast.organisation.id, organisationId]);
});

test("the taxonomy of the project goes in, a second time without a change, and an update lands", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  expect(await refusalOf(importTerms(testCtx(store, cast.organiser), TERMS))).toBe("forbidden");
  const ctx = testCtx(store, { via: "cli" });
  expect(await importTerms(ctx, TERMS)).toEqual({ imported: TERMS.length });
  const first = await allTerms(store.db);
  expect(first.map((term) => term.id)).toEqual(TERMS.map((term) => term.code));
  await importTerms(ctx, TERMS);
  expect(await allTerms(store.db)).toEqual(first);
  const [head, ...rest] = TERMS;
  await importTerms(ctx, [
    ...rest.filter((term) => term.parent !== head?.code),
    { ...TERMS[0], code: head?.code ?? "", kind: "domain", nl: "anders", fr: "autre", en: "other" },
  ]);
  const changed = (await allTerms(store.db)).find((term) => term.id === head?.code);
  expect(changed?.labels).toEqual({ nl: "anders", fr: "autre", en: "other" });
  expect((await termsByKind(store.db, "production_step")).length).toBe(TERMS.filter((term) => term.kind === "production_step").length);
  const term = { code: "a", kind: "skill", nl: "a", fr: "a", en: "a" } as const;
  expect(await refusalOf(importTerms(ctx, [term, term]))).toBe("invalid");
  expect(
    await refusalOf(
      importTerms(ctx, [
        { ...term, parent: "b" },
        { ...term, code: "b" },
      ]),
    ),
  ).toBe("invalid");
});

test("pure rules", () => {
  expect(["Europe/Brussels", "UTC", "America/Argentina/Ushuaia"].map(isZone)).toEqual([true, true, true]);
  expect(["", "CET+1", "europe", "Europe/Nergens", "../etc/passwd"].map(isZone)).toEqual([false, false, false, false, false]);
  expect(["2026-10-25", "2028-02-29"].map(isDay)).toEqual([true, true]);
  expect(["2026-02-29", "2026-13-01", "26-1-1", "2026-10-25T00:00"].map(isDay)).toEqual([false, false, false, false]);
  expect(areValidHours([{ weekday: 7, fromMinute: 0, untilMinute: 1_440 }])).toBe(true);
  expect(areValidHours([{ weekday: 1, fromMinute: 600, untilMinute: 600 }])).toBe(false);
  expect(areValidHours([{ weekday: 1, fromMinute: Number.NaN, untilMinute: 600 }])).toBe(false);
});

test("forms name the field and the rule", () => {
  const issuesOf = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    result.error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  expect(issuesOf(campusForm.safeParse({ slug: "Nee!", name: "", place: "x", zone: "x", languages: [] }))).toEqual([
    "slug error.field.invalid",
    "name error.field.required",
    "zone error.field.invalid",
    "languages error.field.required",
  ]);
  expect(issuesOf(closureForm.safeParse({ firstDay: "2026-12-24", lastDay: "2026-12-23", reason: LABELS }))).toEqual([
    "lastDay error.field.invalid",
  ]);
  expect(openingHoursForm.parse({ hours: [{ weekday: "1", fromMinute: "480", untilMinute: "720" }] })).toEqual({
    hours: [{ weekday: 1, fromMinute: 480, untilMinute: 720 }],
  });
  expect(issuesOf(organisationForm.safeParse({ slug: "a", name: "A", description: {}, website: "javascript:alert(1)" }))).toEqual([
    "website error.field.invalid",
  ]);
});
