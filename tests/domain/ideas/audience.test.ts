import fc from "#tests/support/fast-check";
import { describe, expect, test } from "vitest";
import type { AudienceFacts } from "~/domain/ideas/audience";
import { audiencesOf } from "~/domain/ideas/audience";
import { STATUSES, VISIBILITIES } from "~/domain/ideas/idea";
import type { RoleGrant } from "~/domain/kernel/actor";
import { audienceKeys, ROLES } from "~/domain/kernel/actor";

const CAMPUSES = ["noord", "zuid"];
const PEOPLE = ["ada", "bob", "cis", "dia"];

const grant: fc.Arbitrary<RoleGrant> = fc.record({
  role: fc.constantFrom(...ROLES),
  scopeKind: fc.constant("campus" as const),
  scopeId: fc.constantFrom(...CAMPUSES),
});
const somebody = fc
  .record({
    id: fc.option(fc.constantFrom(...PEOPLE)),
    roles: fc.array(grant, { maxLength: 3 }),
    companies: fc.array(fc.constantFrom(...CAMPUSES), { maxLength: 2 }),
  })
  .map(({ id, roles, companies }) => (id === null ? audienceKeys(null, [], []) : audienceKeys(id, roles, companies)));
const team = fc
  .uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 4 })
  .chain((members) =>
    fc.record({ memberIds: fc.constant(members), ownerIds: fc.subarray(members, { minLength: 1 }), guestIds: fc.constant([]) }),
  );

function sees(keys: readonly string[], facts: AudienceFacts): boolean {
  return audiencesOf(facts).some((audience) => keys.includes(audience));
}

describe("the visibility ladder", () => {
  test("each rung is open to everybody of the rung before", () => {
    fc.assert(
      fc.property(
        somebody,
        team,
        fc.constantFrom(...CAMPUSES),
        fc.constantFrom(...STATUSES),
        fc.boolean(),
        (keys, people, campusId, status, hidden) => {
          const rungs = VISIBILITIES.map((visibility) => sees(keys, { visibility, status, hidden, campusId, ...people }));
          for (let i = 1; i < rungs.length; i += 1) if (rungs[i - 1]) expect(rungs[i]).toBe(true);
        },
      ),
    );
  });

  test("hidden, archived or undone, only the team finds it; public, everybody does", () => {
    fc.assert(
      fc.property(
        somebody,
        team,
        fc.constantFrom(...VISIBILITIES),
        fc.constantFrom("undone", "archived"),
        (keys, people, visibility, status) => {
          const isOfTeam = people.memberIds.some((id) => keys.includes(`person:${id}`));
          const facts = { visibility, campusId: "noord", ...people };
          if (!isOfTeam) {
            expect(sees(keys, { ...facts, status, hidden: false })).toBe(false);
            expect(sees(keys, { ...facts, status: "active", hidden: true })).toBe(false);
          }
          expect(sees(keys, { ...facts, visibility: "public", status: "active", hidden: false })).toBe(true);
        },
      ),
    );
  });
});
