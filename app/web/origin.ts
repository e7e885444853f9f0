import { awardEventsOf } from "~/domain/awards/queries-winners";
import type { LineageKind, Provenance } from "~/domain/ideas/graft/provenance";
import { provenanceOf } from "~/domain/ideas/graft/provenance";
import type { MetNeed } from "~/domain/ideas/queries-needs";
import { metNeedsOf } from "~/domain/ideas/queries-needs";
import type { View } from "~/domain/ideas/visible";
import type { WebCtx } from "./ctx";

/** The family of an idea with the competitions its members entered, as its page draws it. */
export interface Origin extends Provenance {
  readonly entries: readonly {
    readonly id: string;
    readonly ideaId: string;
    readonly name: string;
    readonly path: string;
    readonly at: Date;
  }[];
}

/** Ideas whose entries are looked up. */
const ENTERED_MAX = 8;

/** Where an idea comes from and what grew out of it; one statement for an idea that stands alone. */
export async function originOf(view: View, ideaId: string): Promise<Origin> {
  const origin = await provenanceOf(view, ideaId);
  const asked = origin.nodes.slice(0, ENTERED_MAX);
  const lists = await Promise.all(asked.map(async ({ id }) => ({ id, events: await awardEventsOf(view, id) })));
  const entries = lists.flatMap(({ id, events }) =>
    events
      .filter(({ kind }) => kind === "entered")
      .map(({ editionSlug, editionName, at }) => ({
        id: `${id}-${editionSlug}`,
        ideaId: id,
        name: editionName[view.actor.locale],
        path: `/awards/${editionSlug}`,
        at,
      })),
  );
  return { ...origin, entries };
}

export interface FamilyOnPage {
  readonly origin: Origin;
  readonly met: readonly MetNeed[];
}

/**
 * The family and the met needs of an idea, for its page. A page that is kept for visitors depends on every idea it names: those are only
 * known once read, so they are marked and read again, lest something that closes in between stays on the page.
 */
export async function familyOnPage(ctx: WebCtx, view: View, ideaId: string): Promise<FamilyOnPage> {
  const read = async (): Promise<FamilyOnPage> => ({ origin: await originOf(view, ideaId), met: await metNeedsOf(view, ideaId) });
  const first = await read();
  const named = [...first.origin.nodes.map(({ id }) => id), ...first.met.flatMap(({ by }) => by?.path?.split("/").at(-1) ?? [])];
  if (!ctx.web.page || named.length === 0) return first;
  await ctx.web.page.dependsOn(...[...new Set(named)].map((id) => `idea:${id}`));
  return read();
}

/** What the timeline of an idea tells of its family and of needs that were met. */
export type OriginItem = { readonly id: string; readonly at: Date; readonly by: null; readonly path: string | null } & (
  | { readonly kind: "family"; readonly way: FamilyWay; readonly title: string }
  | { readonly kind: "met"; readonly words: string; readonly name: string | null }
);
export type FamilyWay = "into" | "from" | "undone" | "fork_of" | "forked" | "note_of" | "noted";

const WAYS: Readonly<Record<LineageKind, readonly [asChild: FamilyWay, asParent: FamilyWay]>> = {
  graft: ["from", "into"],
  fork: ["fork_of", "forked"],
  note: ["note_of", "noted"],
};

/** The same, dated: grafts, forks and notes that begin or end in this idea, and its met needs. */
export function originItems(ideaId: string, { nodes, edges }: Provenance, met: readonly MetNeed[]): OriginItem[] {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const family = edges
    .filter(({ from, to }) => from === ideaId || to === ideaId)
    .flatMap(({ from, to, kind, at, undoneAt }): OriginItem[] => {
      const other = from === ideaId ? to : from;
      const base = { by: null, path: `/ideas/${other}`, kind: "family" as const, title: titles.get(other) ?? "" };
      const made: OriginItem = { ...base, id: `${kind}-${from}-${to}`, at, way: WAYS[kind][to === ideaId ? 0 : 1] };
      return undoneAt === null ? [made] : [made, { ...base, id: `undone-${from}-${to}`, at: undoneAt, way: "undone" }];
    });
  const needs = met.map(({ id, words, at, by }): OriginItem => ({
    id,
    at,
    by: null,
    kind: "met",
    words,
    name: by?.name ?? null,
    path: by?.path ?? null,
  }));
  return [...family, ...needs];
}
