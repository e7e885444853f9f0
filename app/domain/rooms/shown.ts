import { and, inArray } from "drizzle-orm";
import { organisations } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { View } from "../ideas/visible";
import { keyList, openTo } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import type { SideKind } from "./room";

/** One side of a room as a reader may know it. */
export interface ShownSide {
  readonly kind: SideKind;
  readonly position: number;
  /** Title of the idea or session, name of the person or organisation; null when that is not theirs to know (any more). */
  readonly title: string | null;
  readonly lang: Locale | null;
  /** Page of the idea, when the reader may see it. */
  readonly path: string | null;
  readonly ideaId: string | null;
  readonly mine: boolean;
}

interface Ref {
  readonly kind: SideKind;
  readonly subjectId: string;
}
interface Named {
  readonly title: string;
  readonly lang: Locale | null;
  readonly path: string | null;
}

/** What readers may know of these sides, by "kind id": one statement a kind, whatever the number. Asked anew at each reading. */
export async function namesOfSides({ db, actor }: View, sides: readonly Ref[]): Promise<ReadonlyMap<string, Named>> {
  const ids = (kind: SideKind): string[] => [...new Set(sides.filter((one) => one.kind === kind).map(({ subjectId }) => subjectId))];
  const named = new Map<string, Named>();
  const keep = (kind: SideKind, rows: readonly ({ id: string } & Named)[]): void => {
    for (const { id, title, lang, path } of rows) named.set(`${kind} ${id}`, { title, lang, path });
  };
  const [ideaIds, personIds, organisationIds, sessionIds] = [ids("idea"), ids("person"), ids("organisation"), ids("session")];
  if (ideaIds.length > 0) {
    const seen = and(inArray(ideas.id, ideaIds), openTo(ideas.id, keyList(actor)));
    const rows = await db.select({ id: ideas.id, title: ideas.title, lang: ideas.lang }).from(ideas).where(seen);
    keep(
      "idea",
      rows.map((row) => ({ ...row, path: `/ideas/${row.id}` })),
    );
  }
  if (personIds.length > 0) {
    const rows = await db.select({ id: people.id, title: people.name }).from(people).where(inArray(people.id, personIds));
    keep(
      "person",
      rows.map((row) => ({ ...row, lang: null, path: null })),
    );
  }
  if (organisationIds.length > 0) {
    const which = inArray(organisations.id, organisationIds);
    const rows = await db.select({ id: organisations.id, title: organisations.name }).from(organisations).where(which);
    keep(
      "organisation",
      rows.map((row) => ({ ...row, lang: null, path: null })),
    );
  }
  if (sessionIds.length > 0) {
    const rows = await db
      .select({ id: coachingSessions.id, title: coachingSessions.title, lang: coachingSessions.lang })
      .from(coachingSessions)
      .where(inArray(coachingSessions.id, sessionIds));
    keep(
      "session",
      rows.map((row) => ({ ...row, path: `/sessions/${row.id}` })),
    );
  }
  return named;
}

/** One side with what `namesOfSides` found. */
export function shownSide(
  side: Ref & { readonly position: number },
  names: ReadonlyMap<string, Named>,
  mine: readonly number[],
): ShownSide {
  const named = names.get(`${side.kind} ${side.subjectId}`);
  return {
    kind: side.kind,
    position: side.position,
    title: named?.title ?? null,
    lang: named?.lang ?? null,
    path: named?.path ?? null,
    ideaId: side.kind === "idea" ? side.subjectId : null,
    mine: mine.includes(side.position),
  };
}
