import type { Labels } from "#db/schema/campus";
import type { View } from "../ideas/visible";
import { conflictsOf } from "./conflicts-of";
import { enteredIn } from "./council/queries";
import { discussionOrder } from "./discussion";
import { jurorsOf } from "./jurors";
import { categoriesOf, editionToOversee } from "./load";
import { currentRound } from "./rounds";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

/** One entry the jury talks about, with names of jurors. */
export interface Turn {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly goOut: readonly string[];
  readonly stayOut: readonly string[];
  readonly comeIn: readonly string[];
}
export interface DeliberationPage {
  readonly edition: EditionCard;
  readonly categories: readonly { readonly code: string; readonly name: Labels; readonly turns: readonly Turn[] }[];
}

/**
 * What a jury talks about in which order, and who steps outside meanwhile because of a hard conflict. It goes on a screen in the
 * room, so it tells no points, no places and no reasons. For the organiser ("not_found" for all others).
 */
export async function deliberationFor({ db, actor }: View, slug: string, now: Date): Promise<DeliberationPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const names = new Map((await jurorsOf(db, edition.id, now)).map(({ personId, name }) => [personId, name]));
  const hard = (await conflictsOf(db, edition.id)).filter((conflict) => conflict.hard && names.has(conflict.jurorId));
  // The jury looks at it too: after a blind round it reads the titles it knows.
  const round = await currentRound(db, edition);
  const entered = (await enteredIn(db, edition.id, round.id)).map(({ entryId, number, categoryId, title }) => {
    const outside = new Set(hard.filter((conflict) => conflict.entryId === entryId).map(({ jurorId }) => jurorId));
    return { entryId, number, categoryId, title, outside: [...outside] };
  });
  return {
    edition: editionCard(edition),
    categories: (await categoriesOf(db, edition.id)).map(({ id, code, name }) => {
      const own = entered.filter(({ categoryId }) => categoryId === id);
      return { code, name, turns: turnsOf(discussionOrder(own), names) };
    }),
  };
}

type Ordered = Pick<Turn, "entryId" | "number" | "title"> & { readonly outside: readonly string[] };

function turnsOf(order: readonly Ordered[], names: ReadonlyMap<string, string>): Turn[] {
  // Names come sorted out of the query.
  const named = (wanted: (id: string) => boolean): string[] => [...names].filter(([id]) => wanted(id)).map(([, name]) => name);
  return order.map(({ entryId, number, title, outside }, at) => {
    const before = order[at - 1]?.outside ?? [];
    return {
      entryId,
      number,
      title,
      goOut: named((id) => outside.includes(id) && !before.includes(id)),
      stayOut: named((id) => outside.includes(id) && before.includes(id)),
      comeIn: named((id) => before.includes(id) && !outside.includes(id)),
    };
  });
}
