import { expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { openStore } from "#db/store";
import type { Store } from "~/domain/kernel/store";
import { ensureSubject } from "~/domain/scheduling/ensure-subject";
import { freeIn, heldIn } from "~/domain/scheduling/free";
import type { Claim } from "~/domain/scheduling/occupy";
import { occupy } from "~/domain/scheduling/occupy";
import { release } from "~/domain/scheduling/release";
import { refusal } from "#tests/domain/ideas/world";
import { afterwards, countStatements, freshStore, placeOf } from "#tests/support/store";

const hour = (text: string): Date => new Date(`2026-11-23T${text}:00Z`);
const DAY = { from: hour("00:00"), until: hour("23:00") };

async function bench(capacity = 1): Promise<Store> {
  const store = await freshStore();
  await store.tx((tx) => ensureSubject(tx, { id: "bench", kind: "leaf", campusId: null, capacity }));
  return store;
}

const claim = (holderId: string, from: string, until: string, more: Partial<Claim> = {}): Claim => ({
  subjectId: "bench",
  capacity: 1,
  from: hour(from),
  until: hour(until),
  holderKind: "booking",
  holderId,
  ...more,
});
const take = (store: Store, wanted: Claim) => store.tx((tx) => occupy(tx, wanted));
const heldBy = async (store: Store) =>
  (await heldIn(store.db, ["bench"], DAY)).map(({ holderId, holderKind, unit }) => `${holderId} ${holderKind} ${unit}`);

test("who ends at ten is out of the way of who begins at ten; one quarter of overlap is refused whole", async () => {
  const store = await bench();
  await take(store, claim("a", "09:00", "10:00"));
  await take(store, claim("b", "10:00", "11:00"));
  expect(await refusal(take(store, claim("c", "08:00", "09:15")))).toBe("slot_taken");
  expect(await heldBy(store)).toEqual(["a booking 0", "b booking 0"]);
});

test("units fill up from the lowest, and one more is refused", async () => {
  const store = await bench(2);
  const two = { capacity: 2 };
  expect(await take(store, claim("a", "09:00", "10:00", two))).toEqual({ units: [0] });
  expect(await take(store, claim("b", "09:30", "11:00", two))).toEqual({ units: [1] });
  expect(await refusal(take(store, claim("c", "09:45", "10:15", two)))).toBe("slot_taken");
  expect(await take(store, claim("c", "10:00", "10:15", two))).toEqual({ units: [0] });
  expect(await refusal(take(store, claim("d", "10:00", "12:00", { ...two, whole: true })))).toBe("slot_taken");
  expect(await take(store, claim("d", "11:00", "12:00", { ...two, whole: true }))).toEqual({ units: [0, 1] });
});

test("a buffer keeps the unit free after the stretch and goes with it", async () => {
  const store = await bench();
  await take(store, claim("a", "09:00", "10:00", { bufferUntil: hour("10:30") }));
  expect(await refusal(take(store, claim("b", "10:15", "11:00")))).toBe("slot_taken");
  await take(store, claim("b", "10:30", "11:00"));
  expect(await refusal(take(store, claim("c", "08:00", "08:45", { bufferUntil: hour("09:15") })))).toBe("slot_taken");
  expect(await store.tx((tx) => release(tx, "booking", "a"))).toBe(6);
  expect(await heldBy(store)).toEqual(["b booking 0"]);
  expect(await store.tx((tx) => release(tx, "booking", "a"))).toBe(0);
});

test("free stretches come in one statement, whatever the number of subjects", async () => {
  const store = await bench(2);
  const open = [{ from: hour("09:00"), until: hour("12:00") }];
  await take(store, claim("a", "09:00", "10:00", { capacity: 2 }));
  await take(store, claim("b", "09:30", "11:00", { capacity: 2 }));
  const subjects = [{ id: "bench", capacity: 2 }, ...Array.from({ length: 30 }, (_, i) => ({ id: `other-${i}`, capacity: 1 }))];
  const free = await freeIn(store.db, subjects, open);
  expect(free.get("bench")).toEqual([
    { from: hour("09:00"), until: hour("09:30") },
    { from: hour("10:00"), until: hour("12:00") },
  ]);
  expect(free.get("other-7")).toEqual(open);
  expect(await countStatements(store, () => freeIn(store.db, subjects, open))).toBe(1);
});

test("of fifty who ask at once, one gets the place, on two servers of the same database", async () => {
  const store = await bench();
  const second = dialect === "postgres" ? await openStore(placeOf(store)) : store;
  if (second !== store) afterwards(() => second.close());
  const asked = Array.from({ length: 50 }, (_, i) => take(i % 2 ? second : store, claim(`h${i}`, "09:00", "10:00")));
  const answers = await Promise.allSettled(asked);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(new Set(answers.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code?: string }).code] : [])))).toEqual(
    new Set(["slot_taken"]),
  );
  expect(await heldBy(store)).toHaveLength(1);
});

test("a capacity below one is refused, and a subject is made once", async () => {
  const store = await bench(3);
  expect(await refusal(store.tx((tx) => ensureSubject(tx, { id: "x", kind: "person", campusId: null, capacity: 0 })))).toBe("invalid");
  await store.tx((tx) => ensureSubject(tx, { id: "bench", kind: "leaf", campusId: null }));
});
