import type { OpenInterval, Weekday } from "~/domain/campus/campus";
import { updateOpeningHours } from "~/domain/campus/update-opening-hours";
import type { BookInput } from "~/domain/lab/book-resource";
import { bookResource } from "~/domain/lab/book-resource";
import type { ResourceInput } from "~/domain/lab/create-resource";
import { createResource } from "~/domain/lab/create-resource";
import type { SpaceInput } from "~/domain/lab/create-space";
import { createSpace } from "~/domain/lab/create-space";
import type { Actor } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { plant } from "#tests/domain/ideas/world";
import { makeCast } from "#tests/support/actors";
import type { Cast } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";

export const same = (text: string) => ({ nl: text, fr: text, en: text });
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Monday of the week after the NOW of tests. */
export const MONDAY = "2026-11-23";

export interface LabWorld extends Cast {
  readonly store: Store;
  readonly spaceId: string;
  readonly bench: string;
  /** Of `learner`, open to the campus. */
  readonly idea: string;
  /** Of `otherLearner`, private. */
  readonly otherIdea: string;
  resource(more?: Partial<ResourceInput>): Promise<string>;
  space(more?: Partial<SpaceInput>): Promise<string>;
  /** Books the bench for `idea` on Monday from nine to ten, unless told otherwise. */
  book(actor: Actor, more?: Partial<BookInput>, now?: string): Promise<{ bookingId: string }>;
}

let counter = 0;

/** A campus that is open every day from `from` to `until` hours, with one bench. */
export async function makeLab(hours: { from?: number; until?: number } = {}): Promise<LabWorld> {
  const store = await freshStore();
  const cast = await makeCast(store);
  const run = testCtx(store, { via: "cli" });
  const { from = 8, until = 18 } = hours;
  const week: OpenInterval[] = WEEK.map((weekday) => ({ weekday, fromMinute: from * 60, untilMinute: until * 60 }));
  await updateOpeningHours(run, { campusId: cast.campus.id, hours: week });
  const space = async (more: Partial<SpaceInput> = {}): Promise<string> => {
    counter += 1;
    const code = `space-${counter}`;
    const labels = { name: same("Bedrijfslabo"), about: same("Banken") };
    const made = await createSpace(run, {
      campusId: cast.campus.id,
      code,
      kind: "company_lab",
      ...labels,
      mayBook: [],
      position: counter,
      ...more,
    });
    return made.spaceId;
  };
  const spaceId = await space();
  const resource = async (more: Partial<ResourceInput> = {}): Promise<string> => {
    counter += 1;
    const made = await createResource(run, {
      spaceId,
      code: `resource-${counter}`,
      kind: "bench",
      name: same(`Werkbank ${counter}`),
      seats: 2,
      inductionRequired: false,
      bufferMinutes: 0,
      rect: { x: 0, y: 0, w: 20, h: 20 },
      position: counter,
      ...more,
    });
    return made.resourceId;
  };
  const bench = await resource();
  const idea = await plant(store, cast.learner, cast.campus.id);
  const otherIdea = await plant(store, cast.otherLearner, cast.campus.id, { visibility: "private", title: "Geheim plan" });
  const book = (actor: Actor, more: Partial<BookInput> = {}, now?: string) =>
    bookResource(testCtx(store, actor, now), {
      resourceId: bench,
      day: MONDAY,
      from: "09:00",
      until: "10:00",
      forKind: "idea",
      forId: idea,
      purpose: "",
      ...more,
    });
  return { ...cast, store, spaceId, bench, idea, otherIdea, resource, space, book };
}
