import { eq } from "drizzle-orm";
import { ceremonies, ceremonyItems } from "#db/schema/awards-ceremony";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";
import { after, minutes } from "../../kernel/time";
import { isDeciding } from "../edition";
import type { Edition } from "../load";
import { showChannel } from "../vote/rows";
import { CLOCKED } from "./ceremony";
import type { CeremonyRow } from "./rows";
import { ceremonyToRun, itemsOf, showState } from "./rows";

interface Named {
  readonly editionSlug: string;
}

/** Tells every open page of the show, and leaves a trace. */
export async function tellShow(tx: Tx, ctx: Ctx, edition: Edition, action: string, fields: readonly string[] = []): Promise<void> {
  await touchPages(tx, [showChannel(edition.id)]);
  await writeAudit(tx, ctx, { action, subjectKind: "edition", subjectId: edition.id, fields: [...fields] });
}

/** The show while it goes on. Refuses as `ceremonyToRun` does, and with "show_closed". */
export async function runningShow(tx: Tx, ctx: Ctx, slug: string): Promise<{ edition: Edition; show: CeremonyRow }> {
  requirePerson(ctx);
  const found = await ceremonyToRun(tx, ctx, slug);
  if (showState(found.show, ctx.now) !== "running") throw new DomainError("show_closed");
  return found;
}

/**
 * Starts the show: from now on the screen and the phones follow each other. Only once no sheet can change any more. Refuses with
 * "not_found", "forbidden", "jury_open" (jurors may still score), or "already_done" (started, or over).
 */
export async function startShow(ctx: Ctx, input: Named): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { edition, show } = await ceremonyToRun(tx, ctx, input.editionSlug);
    if (showState(show, ctx.now) !== "before") throw new DomainError("already_done");
    if (!isDeciding(edition.phase.kind)) throw new DomainError("jury_open");
    await tx
      .update(ceremonies)
      .set({ state: "running", startedAt: ctx.now, endedAt: null, itemId: null, step: 0, black: false, endsAt: null })
      .where(eq(ceremonies.editionId, edition.id));
    await touchPages(tx, [`awards:${edition.slug}`]);
    await tellShow(tx, ctx, edition, "ceremony.started");
  });
}

/** Ends the show; what was revealed stays to be read. Refuses with "not_found", "forbidden" or "show_closed". */
export async function endShow(ctx: Ctx, input: Named): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { edition } = await runningShow(tx, ctx, input.editionSlug);
    await tx.update(ceremonies).set({ state: "over", endedAt: ctx.now, endsAt: null }).where(eq(ceremonies.editionId, edition.id));
    await touchPages(tx, [`awards:${edition.slug}`]);
    await tellShow(tx, ctx, edition, "ceremony.ended");
  });
}

/**
 * Winds the show back to its beginning, after a rehearsal: only as long as nothing was revealed. Refuses with "not_found", "forbidden"
 * or "already_done".
 */
export async function rewindShow(ctx: Ctx, input: Named): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { edition, show } = await ceremonyToRun(tx, ctx, input.editionSlug);
    const items = await itemsOf(tx, edition.id);
    if (show.state === "draft" || items.some(({ revealedAt }) => revealedAt !== null)) throw new DomainError("already_done");
    await tx.update(ceremonyItems).set({ shownAt: null }).where(eq(ceremonyItems.editionId, edition.id));
    await tx
      .update(ceremonies)
      .set({ state: "draft", startedAt: null, endedAt: null, itemId: null, step: 0, black: false, endsAt: null })
      .where(eq(ceremonies.editionId, edition.id));
    await touchPages(tx, [`awards:${edition.slug}`]);
    await tellShow(tx, ctx, edition, "ceremony.rewound");
  });
}

/** Makes the screen black, or shows it again. Refuses with "not_found", "forbidden" or "show_closed". */
export async function blackenShow(ctx: Ctx, input: Named & { readonly black: boolean }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { edition } = await runningShow(tx, ctx, input.editionSlug);
    await tx.update(ceremonies).set({ black: input.black }).where(eq(ceremonies.editionId, edition.id));
    await tellShow(tx, ctx, edition, "ceremony.black", [input.black ? "on" : "off"]);
  });
}

/**
 * Sets the clock of the item that is on: begins it anew, or gives a minute more. Refuses with "not_found", "forbidden", "show_closed",
 * or "conflict" (an item without a clock).
 */
export async function clockShow(ctx: Ctx, input: Named & { readonly do: "restart" | "more" }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { edition, show } = await runningShow(tx, ctx, input.editionSlug);
    const item = (await itemsOf(tx, edition.id)).find(({ id }) => id === show.itemId);
    if (!item || !CLOCKED.includes(item.kind)) throw new DomainError("conflict");
    const from = show.endsAt !== null && show.endsAt > ctx.now ? show.endsAt : ctx.now;
    const endsAt = input.do === "more" ? after(from, minutes(1)) : after(ctx.now, minutes(item.minutes));
    await tx.update(ceremonies).set({ endsAt }).where(eq(ceremonies.editionId, edition.id));
    await tellShow(tx, ctx, edition, "ceremony.clock", [input.do]);
  });
}
