import { campusBySlug } from "../../app/domain/campus/queries";
import { answerTeamInvitation } from "../../app/domain/ideas/answer-team-invitation";
import { changeStage } from "../../app/domain/ideas/change-stage";
import { inviteToTeam } from "../../app/domain/ideas/invite-to-team";
import { plantIdea } from "../../app/domain/ideas/plant-idea";
import { createPerson } from "../../app/domain/identity/create-person";
import { hashPassword } from "../../app/domain/identity/password";
import { AGE_BANDS, isMinor } from "../../app/domain/identity/person";
import { loadActor, personByEmail } from "../../app/domain/identity/queries";
import type { Person } from "../../app/domain/kernel/actor";
import { visitor } from "../../app/domain/kernel/actor";
import { inBatch } from "../../app/domain/kernel/batch";
import type { Ctx } from "../../app/domain/kernel/context";
import type { Store } from "../../app/domain/kernel/store";
import { after, days, minutes } from "../../app/domain/kernel/time";
import { settleMails } from "../../app/domain/notifications/settle-mails";
import type { Chance } from "./chance";
import { chanceOf } from "./chance";
import { CAMPUSES } from "./demo";
import type { CampusSeed } from "./demo/types";
import type { NewIdAt } from "./desk";
import { OPENED_DAYS_AGO } from "./desk";
import { makeUp, makeUpName } from "./grow-text";
import { DEMO_PASSWORD } from "./logins";

export interface GrowOptions {
  readonly store: Store;
  readonly now: Date;
  readonly newIdAt: NewIdAt;
  /** Any text: the same one makes the same ideas. */
  readonly seed: string;
  /** How many ideas are made. */
  readonly count: number;
  /** Called after each commit with the number of ideas made so far. */
  readonly onProgress?: (made: number) => void;
}

/** Ideas are planted in the two years before now. */
const SPREAD_DAYS = 730;
const IDEAS_A_COMMIT = 200;
const IDEAS_A_PERSON = 12;
const PEOPLE_MIN = 6;

interface Member {
  readonly email: string;
  readonly actor: Person;
}
interface Place {
  readonly campusId: string;
  readonly mostly: "dutch" | "french";
  readonly people: readonly Member[];
}

/**
 * Adds made-up ideas, and people who plant them, to the demo: through the use cases, many in a transaction. The same
 * seed, count, `now` and ids give the same rows, but for secret salts. Throws when the demo's campuses are not there.
 */
export async function growDemo(options: GrowOptions): Promise<{ ideas: number; people: number }> {
  const { store, now, newIdAt, count } = options;
  const chance = chanceOf(`grow:${options.seed}`);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const grown = { people: 0 };
  const places = await inBatch(store, async (one) => {
    grown.people = 0;
    const made: Place[] = [];
    for (const campus of CAMPUSES) {
      const place = await makePeople({ ...options, store: one }, chanceOf(`people:${options.seed}:${campus.slug}`), campus, passwordHash);
      grown.people += place.people.length;
      made.push(place);
    }
    return made;
  });
  for (let from = 0; from < count; from += IDEAS_A_COMMIT) {
    const until = Math.min(from + IDEAS_A_COMMIT, count);
    // Made up outside the transaction, which may run twice.
    const plans = Array.from({ length: until - from }, (_, i) => planOf(chance, options, places, from + i));
    await inBatch(store, async (one) => {
      for (const plan of plans) await carryOut(one, newIdAt, plan);
      await settleMails(ctxOf(one, newIdAt, now));
    });
    options.onProgress?.(until);
  }
  return { ideas: count, people: grown.people };
}

function ctxOf(store: Store, newIdAt: NewIdAt, at: Date, actor?: Person): Ctx {
  return { store, actor: actor ?? visitor("nl"), now: at, newId: () => newIdAt(at), via: "cli" };
}

/** The people of a campus who plant: one for a dozen ideas, the same ones when they are there already. */
async function makePeople(options: GrowOptions, chance: Chance, campus: CampusSeed, passwordHash: string): Promise<Place> {
  const { store, now, newIdAt, count } = options;
  const there = await campusBySlug(store.db, campus.slug);
  if (!there) throw new Error(`There is no campus "${campus.slug}": seed the demo first.`);
  const wanted = Math.max(PEOPLE_MIN, Math.ceil((count * shareOf(campus)) / IDEAS_A_PERSON));
  const people: Member[] = [];
  const at = after(now, -days(OPENED_DAYS_AGO - 1));
  for (let i = 0; i < wanted; i += 1) {
    const locale = chance.pick(campus.languages);
    const name = makeUpName(chance, locale);
    const ageBand = chance.weighted(AGE_BANDS.map((band) => [band, isMinor(band) ? 1 : 4] as const));
    const email = `${campus.slug}-${i + 1}@demo.broeikas.example`;
    const known = await personByEmail(store.db, email);
    const made = known
      ? { personId: known.id }
      : await createPerson(ctxOf(store, newIdAt, at), { name, email, ageBand, locale, homeCampusId: there.id, passwordHash });
    const actor = await loadActor(store.db, made.personId, now);
    if (actor) people.push({ email, actor });
  }
  return { campusId: there.id, mostly: campus.languages[0] === "fr" ? "french" : "dutch", people };
}

/** Four in five ideas grow on the first campus. */
const shareOf = (campus: CampusSeed): number => (campus.slug === CAMPUSES[0]?.slug ? 0.8 : 0.2);

interface Plan {
  readonly idea: ReturnType<typeof makeUp>;
  readonly campusId: string;
  readonly owner: Member;
  readonly joining: Member | null;
  readonly plantedAt: Date;
  readonly grownAt: Date | null;
}

function planOf(chance: Chance, { now, count }: GrowOptions, places: readonly Place[], no: number): Plan {
  const place = chance.share() < 0.8 ? places[0] : (places[1] ?? places[0]);
  if (!place) throw new Error("no campus to grow on");
  const idea = makeUp(chance, place.mostly);
  const [owner, other] = chance.some(place.people, 2);
  if (!owner) throw new Error("nobody to plant");
  // In order of time, so that ids and dates go together; an hour at least before now.
  const age = days(SPREAD_DAYS) * (1 - (no + chance.share()) / count) + minutes(60);
  const alone = idea.visibility === "private" || chance.share() < (idea.visibility === "team" ? 0.2 : 0.85);
  return {
    idea,
    campusId: place.campusId,
    owner,
    joining: alone ? null : (other ?? null),
    plantedAt: after(now, -Math.round(age)),
    grownAt: idea.stage === "seed" ? null : after(now, -Math.round(age * chance.share())),
  };
}

async function carryOut(store: Store, newIdAt: NewIdAt, plan: Plan): Promise<void> {
  const { idea, owner, joining, plantedAt, grownAt, campusId } = plan;
  const { content, visibility, matchConsent } = idea;
  const planter = ctxOf(store, newIdAt, plantedAt, owner.actor);
  const { ideaId } = await plantIdea(planter, { ...content, campusId, visibility, matchConsent });
  if (joining) {
    const at = after(plantedAt, minutes(20));
    const { invitationId } = await inviteToTeam(ctxOf(store, newIdAt, at, owner.actor), ideaId, { email: joining.email });
    await answerTeamInvitation(ctxOf(store, newIdAt, after(at, minutes(10)), joining.actor), invitationId, "accept");
  }
  if (grownAt)
    await changeStage(ctxOf(store, newIdAt, grownAt > plantedAt ? grownAt : plantedAt, owner.actor), ideaId, { stage: idea.stage });
}
