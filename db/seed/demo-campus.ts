import { allCampuses } from "../../app/domain/campus/queries";
import { hasPeople } from "../../app/domain/identity/queries";
import { hashPassword } from "../../app/domain/identity/password";
import type { WriteLetter } from "../../app/domain/awards/letters/letter";
import type { Solve as SolvePlan } from "../../app/domain/awards/panel/compute";
import type { Solve } from "../../app/domain/coaching/allotment/compute";
import { inBatch } from "../../app/domain/kernel/batch";
import type { FileStorage } from "../../app/domain/awards/files/storage";
import type { Store } from "../../app/domain/kernel/store";
import { settleMails } from "../../app/domain/notifications/settle-mails";
import type { Desk, NewIdAt } from "./desk";
import { operator } from "./desk";
import { DEMO_PASSWORD } from "./logins";
import { seedCoaching } from "./seed-coaching";
import { seedAllotment } from "./seed-allotment";
import { seedCompanies } from "./seed-companies";
import { seedAwards } from "./seed-awards";
import { putDrawings } from "./seed-entry-files";
import { seedGrafts } from "./seed-grafts";
import { seedGrowth } from "./seed-growth";
import { seedIdeas } from "./seed-ideas";
import { seedLab } from "./seed-lab";
import { seedMatching } from "./seed-matching";
import { seedPeople } from "./seed-people";
import { seedPlaces } from "./seed-places";
import { seedRooms } from "./seed-rooms";
import { seedSessions } from "./seed-sessions";

export interface SeedOptions {
  readonly store: Store;
  /** The present of the demo: everything is dated from it. */
  readonly now: Date;
  /** Makes the next id of a moment; a seeded one makes the same demo every time. */
  readonly newIdAt: NewIdAt;
  /** Finds the best allotment of coaches, in this thread. */
  readonly allot: Solve;
  /** Finds the best plan of a jury, in this thread. */
  readonly optimise: SolvePlan;
  /** Puts what a jury tells a team in words. */
  readonly writeLetter: WriteLetter;
  /** Where files lie; without it the demo has none. */
  readonly files?: FileStorage;
  /** Called as each step begins. */
  readonly onStep?: (name: string) => void;
}

export interface SeedSummary {
  readonly campuses: number;
  readonly people: number;
  readonly organisations: number;
  readonly ideas: number;
}

/** What the demo is built of, in order; each step finds what those before it made on the desk. Lab, coaching and awards join at the end. */
const STEPS: readonly { readonly name: string; readonly run: (desk: Desk) => Promise<void> }[] = [
  { name: "campuses and terms", run: seedPlaces },
  { name: "people and organisations", run: seedPeople },
  { name: "ideas", run: seedIdeas },
  { name: "lab", run: seedLab },
  { name: "coaching", run: seedCoaching },
  { name: "matching", run: seedMatching },
  { name: "rooms", run: seedRooms },
  { name: "sessions", run: seedSessions },
  { name: "awards", run: seedAwards },
  { name: "grafts", run: seedGrafts },
  { name: "allotment", run: seedAllotment },
  { name: "growth", run: seedGrowth },
  { name: "companies", run: seedCompanies },
];

/** Campuses or people are there already: nothing was written. */
export class NotEmptyError extends Error {
  override name = "NotEmptyError";
  constructor() {
    super("This database is in use: the demo is only put into an empty one. Choose another DATA_DIR or DATABASE_URL.");
  }
}

/** Tells whether nobody has used the database yet: no campus, no account. */
export async function isEmpty(store: Pick<Store, "db">): Promise<boolean> {
  return (await allCampuses(store.db)).length === 0 && !(await hasPeople(store.db));
}

/**
 * Builds the demo campus through the use cases, as people would have done: the same `now` and ids give the same rows, but for
 * the secret salts of receipts and of the password. Its mails count as sent. All in one transaction: a seeding that is broken
 * off leaves nothing behind. Throws NotEmptyError for a database in use.
 */
export async function seedDemo(options: SeedOptions): Promise<SeedSummary> {
  const { store, now, newIdAt, allot, optimise, writeLetter, onStep } = options;
  const drawings = (await isEmpty(store)) ? await putDrawings(options.files) : new Map<never, never>();
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return inBatch(store, async (one) => {
    if (!(await isEmpty(one))) throw new NotEmptyError();
    const made = { campuses: new Map(), people: new Map(), organisations: new Map(), ideas: new Map(), resources: new Map() };
    const desk: Desk = { store: one, now, newIdAt, passwordHash, allot, optimise, writeLetter, drawings, ...made };
    for (const step of STEPS) {
      onStep?.(step.name);
      await step.run(desk);
    }
    await settleMails(operator(desk, now));
    return { campuses: made.campuses.size, people: made.people.size, organisations: made.organisations.size, ideas: made.ideas.size };
  });
}
