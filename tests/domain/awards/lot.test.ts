import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { editions, entries } from "#db/schema/awards";
import { audit } from "#db/schema/across";
import { lots, roundVerdicts } from "#db/schema/awards-council";
import { applyTieRule } from "~/domain/awards/apply-tie-rule";
import { decide } from "~/domain/awards/decide";
import { editionBySlug } from "~/domain/awards/load";
import { commitLot, commitLots } from "~/domain/awards/lot/commit-lot";
import { lotOf, ticketOf } from "~/domain/awards/lot/queries";
import { publish } from "~/domain/awards/publish";
import { resultFor } from "~/domain/awards/queries-result";
import { editionPage } from "~/domain/awards/queries-public";
import { keepVerdict, keptVerdict } from "~/domain/awards/result/kept-verdict";
import { roundInput } from "~/domain/awards/result/round-input";
import { currentRound } from "~/domain/awards/rounds";
import { judgeRound } from "~/domain/awards/verdict-of";
import { withdrawEntry } from "~/domain/awards/withdraw-entry";
import { sha256 } from "~/domain/kernel/audit";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { at, awardsWorld, SLUG } from "./world";
import { twoScored } from "./scored";

test("the digest of the secret is public from the start; the secret is made once and nobody sees it before a lot is drawn", async () => {
  const world = await awardsWorld(await freshStore());
  const { db } = world.store;
  const [made] = await db.select().from(lots);
  expect(made?.commitment).toBe(sha256(made?.secret ?? ""));
  expect(made?.secret).toHaveLength(43);
  const ctx = at(world, world.organiser, "open");
  await world.store.tx((tx) => commitLot(tx, ctx, { id: world.editionId, slug: SLUG }));
  await commitLots(ctx);
  expect(await db.select().from(lots)).toEqual([made]);
  for (const actor of [world.visitor, world.learner, world.organiser]) {
    const { lot } = await editionPage(view(world.store, actor), SLUG, ctx.now);
    expect(lot).toEqual({ commitment: made?.commitment, at: made?.at, secret: null, drawn: [] });
  }
  await world.store.tx((tx) => tx.delete(lots));
  await commitLots(ctx);
  expect(await db.select().from(lots)).toHaveLength(1);
});

test("the lot comes last, follows from secret and entry alone, is recorded, and can be checked by everybody once the result is public", async () => {
  const { world } = await twoScored(3, () => 3);
  const { db } = world.store;
  const ctx = at(world, world.organiser, "deliberation");
  const [category] = (await resultFor(view(world.store, world.organiser), SLUG, ctx.now)).categories;
  const input = { editionSlug: SLUG, entryId: category?.ties[0]?.entryId ?? "", lot: true };
  // Not before the rest of the rule was applied and left them equal.
  expect(await refusal(applyTieRule(ctx, input))).toBe("conflict");
  await applyTieRule(ctx, { ...input, lot: false });
  expect(await refusal(applyTieRule(at(world, world.learner, "deliberation"), input))).toBe("forbidden");
  await applyTieRule(ctx, input);
  const [{ secret, commitment } = { secret: "", commitment: "" }] = await db.select().from(lots);
  const ids = (await db.select({ id: entries.id }).from(entries)).map(({ id }) => id);
  const drawn = ids.toSorted((a, b) => (sha256(secret + a) < sha256(secret + b) ? 1 : -1));
  const after = await resultFor(view(world.store, world.organiser), SLUG, ctx.now);
  const titles = new Map(after.categories[0]?.rows.map(({ entryId, title }) => [entryId, title]));
  expect(after.categories[0]?.ties[0]?.broken).toMatchObject({ order: drawn.map((id) => [titles.get(id)]), rules: ["lot"] });
  expect(after.lot?.drawn[0]?.tickets.map(({ entryId, ticket }) => [entryId, ticket])).toEqual(
    drawn.map((id) => [id, ticketOf(secret, id)]),
  );
  expect((await db.select().from(audit)).filter(({ action }) => action === "tie.broken")).toHaveLength(2);
  // A lot is never drawn anew: nothing is equal any more.
  expect(await refusal(applyTieRule(ctx, input))).toBe("conflict");
  // For everybody else there is no draw before the result is public.
  const shown = async () => lotOf(db, await editionBySlug(db, SLUG, ctx.now), { wide: false });
  expect(await shown()).toMatchObject({ secret: null, drawn: [] });
  await decide(ctx, { editionSlug: SLUG, categoryId: world.categoryId, entryId: drawn[0] ?? "", place: 1, citation: "" });
  await publish(at(world, world.organiser, "published"), { editionSlug: SLUG });
  const open = await shown();
  expect(open?.secret).toBe(secret);
  expect(sha256(open?.secret ?? "")).toBe(commitment);
  expect(open?.drawn).toHaveLength(1);
});

test("an edition without a published digest has no lot", async () => {
  const { world } = await twoScored(3, () => 3);
  const ctx = at(world, world.organiser, "deliberation");
  const [category] = (await resultFor(view(world.store, world.organiser), SLUG, ctx.now)).categories;
  const input = { editionSlug: SLUG, entryId: category?.ties[0]?.entryId ?? "" };
  await applyTieRule(ctx, input);
  await world.store.tx((tx) => tx.delete(lots).where(eq(lots.editionId, world.editionId)));
  expect(await refusal(applyTieRule(ctx, { ...input, lot: true }))).toBe("conflict");
  expect((await resultFor(view(world.store, world.organiser), SLUG, ctx.now)).lot).toBeNull();
});

test("a verdict is kept for exactly the sheets it was made of, and found again only for them", async () => {
  const { world } = await twoScored(2, (title) => (title === "Andere" ? 4 : 3));
  const { db } = world.store;
  const ctx = at(world, world.organiser, "deliberation");
  const edition = await editionBySlug(db, SLUG, ctx.now);
  const round = await currentRound(db, edition);
  const ask = () => roundInput(db, { editionId: edition.id, roundId: round.id, seed: edition.id });
  const asked = await ask();
  expect(await keptVerdict(db, asked)).toBeNull();
  const verdict = judgeRound(asked.input);
  await keepVerdict(ctx, asked, verdict);
  // What comes back says the same, to the last digit.
  expect(await keptVerdict(db, await ask())).toEqual(JSON.parse(JSON.stringify(verdict)));
  const organiser = view(world.store, world.organiser);
  const page = await resultFor(organiser, SLUG, ctx.now);
  expect(await resultFor(organiser, SLUG, ctx.now, undefined, (one) => keptVerdict(db, one))).toEqual(page);
  // While it is computed there is a page, and nothing on it.
  const waiting = await resultFor(organiser, SLUG, ctx.now, undefined, () => Promise.resolve(null));
  expect(waiting).toMatchObject({ computing: true, categories: [], jurors: [] });
  const [entry] = await db.select({ id: entries.id, ideaId: entries.ideaId }).from(entries);
  await withdrawEntry(at(world, world.learner, "judging"), { entryId: entry?.id ?? "" });
  const other = await ask();
  expect(other.digest).not.toBe(asked.digest);
  expect(await keptVerdict(db, other)).toBeNull();
  await keepVerdict(ctx, other, judgeRound(other.input));
  expect(await db.select({ digest: roundVerdicts.digest }).from(roundVerdicts)).toEqual([{ digest: other.digest }]);
  expect((await db.select().from(editions)).length).toBe(1);
});
