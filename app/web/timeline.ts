import type { DrawnLine } from "~/domain/awards/assessing/assessment";
import { drawnLine } from "~/domain/awards/assessing/assessment";
import { growthOf } from "~/domain/awards/assessing/queries";
import { awardEventsOf } from "~/domain/awards/queries-winners";
import { talksOfIdea } from "~/domain/coaching/queries";
import type { Page } from "~/domain/ideas/cursor";
import { readCursor } from "~/domain/ideas/cursor";
import type { TimelineItem } from "~/domain/ideas/queries-timeline";
import { timelineOf } from "~/domain/ideas/queries-timeline";
import type { View } from "~/domain/ideas/visible";
import { bookingsOfIdea } from "~/domain/lab/queries";
import { sessionsOfIdea } from "~/domain/sessions/queries";
import type { GroupKind } from "~/domain/sessions/session";
import type { OriginItem } from "./origin";

/** Something that happened to an idea outside its own pages: in coaching, in the lab, in the awards. */
export type OuterItem = { readonly id: string; readonly at: Date; readonly by: null; readonly path: string } & (
  | { readonly kind: "talk"; readonly state: "planned" | "held" | "cancelled"; readonly coach: string }
  | { readonly kind: "session"; readonly of: GroupKind; readonly title: string }
  | { readonly kind: "booking"; readonly place: string }
  | { readonly kind: "entered"; readonly edition: string; readonly category: string }
  | { readonly kind: "growth"; readonly rubric: string; readonly lines: readonly DrawnLine[] }
  | { readonly kind: "prize"; readonly edition: string; readonly category: string; readonly prize: 0 | 1 | 2 | 3 }
);
export type JourneyItem = TimelineItem | OuterItem | OriginItem;

/**
 * The whole way of an idea, from seed to award, as the actor may see it, newest first. The pages are those of the idea's own
 * timeline; what other contexts tell, and its family (`origin`), joins the page of its moment, so that each thing stands on one page.
 * Refuses with "not_found".
 */
export async function journeyOf(
  view: View,
  ideaId: string,
  cursorText?: string,
  origin: readonly OriginItem[] = [],
): Promise<Page<JourneyItem>> {
  const own = await timelineOf(view, ideaId, cursorText);
  const outer: (OuterItem | OriginItem)[] = [...(await outerItems(view, ideaId)), ...origin];
  if (outer.length === 0) return own;
  const cursor = readCursor(cursorText);
  const last = own.next === null ? undefined : own.items.at(-1);
  const here = outer.filter((item) => {
    const beforeTop = cursor?.way !== "next" || isOlder(item, { at: new Date(cursor.at), id: cursor.id });
    return beforeTop && (last === undefined || !isOlder(item, last));
  });
  const items: JourneyItem[] = [...own.items, ...here];
  return { ...own, items: items.sort((a, b) => (isOlder(a, b) ? 1 : -1)) };
}

interface Placed {
  readonly at: Date;
  readonly id: string;
}

function isOlder(a: Placed, b: Placed): boolean {
  return a.at.getTime() === b.at.getTime() ? a.id < b.id : a.at < b.at;
}

async function outerItems(view: View, ideaId: string): Promise<OuterItem[]> {
  const { locale, personId } = view.actor;
  const lists = await Promise.all([
    personId === null ? [] : withinCampus(view, ideaId),
    awardEventsOf(view, ideaId),
    growthOf(view, ideaId),
  ]);
  const [within, awards, growth] = lists;
  const shown = awards.map(({ kind, at, editionSlug, editionName, categoryName, place }): OuterItem => {
    const about = { edition: editionName[locale], category: categoryName[locale] };
    const base = { id: `${kind}-${editionSlug}`, at, by: null, ...about, path: `/awards/${editionSlug}` };
    return kind === "prize" ? { ...base, kind, prize: place ?? 0, path: `/awards/${editionSlug}/winners` } : { ...base, kind: "entered" };
  });
  const grown = growth.map(({ rubricId, name, at, lines }): OuterItem => ({
    id: `growth-${rubricId}`,
    at,
    by: null,
    kind: "growth",
    rubric: name[locale],
    lines: lines.map((line) => drawnLine(line, line.name[locale])),
    path: `/ideas/${ideaId}/growth`,
  }));
  return [...within, ...shown, ...grown];
}

/** Talks, sessions and bookings are for people of the house: visitors are not told when somebody is where. */
async function withinCampus(view: View, ideaId: string): Promise<OuterItem[]> {
  const [talks, bookings, sessions] = await Promise.all([
    talksOfIdea(view, ideaId),
    bookingsOfIdea(view, ideaId),
    sessionsOfIdea(view, ideaId),
  ]);
  return [
    ...talks.map(({ id, from, state, coach }): OuterItem => ({
      id,
      at: from,
      by: null,
      kind: "talk",
      state,
      coach: coach.name,
      path: `/coaching/session/${id}`,
    })),
    ...sessions.map(({ id, at, title, kind }): OuterItem => ({
      id,
      at,
      by: null,
      kind: "session",
      of: kind,
      title,
      path: `/sessions/${id}`,
    })),
    ...bookings.map(({ id, from, resource, campusSlug }): OuterItem => {
      const place = resource[view.actor.locale];
      return { id, at: from, by: null, kind: "booking", place, path: `/lab/${campusSlug}` };
    }),
  ];
}
