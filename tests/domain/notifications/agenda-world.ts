import { entries, editions, categories, phases } from "#db/schema/awards";
import { actions, coachingSessions, sessionPeople } from "#db/schema/coaching";
import { bookings, resources, spaces, subjects } from "#db/schema/scheduling";
import { newIdFor, NOW } from "#tests/support/ctx";
import type { NoticeWorld } from "./world";

const name = (text: string) => ({ nl: text, fr: text, en: text });

export interface Agenda {
  readonly talkId: string;
  readonly bookingId: string;
  readonly resourceId: string;
  readonly editionId: string;
}

/**
 * Rows of the contexts that this one reads: a talk of the learner with the coach in the night the clocks go back, a booking on the day
 * they go forward, a promise with a nasty text, and an edition that the idea takes part in.
 */
export async function agendaRows({ store, cast, ideaId }: NoticeWorld): Promise<Agenda> {
  const id = newIdFor(store);
  const [talkId, bookingId, spaceId, resourceId, editionId, categoryId] = [id(), id(), id(), id(), id(), id()];
  const { campus, learner, coach } = cast;
  const at = (text: string) => new Date(text);
  await store.tx(async (tx) => {
    await tx.insert(coachingSessions).values({
      id: talkId,
      kind: "one_to_one",
      campusId: campus.id,
      coachId: coach.personId,
      ideaId,
      lang: "nl",
      question: "GEHEIM",
      place: "Lokaal 1\r\nATTENDEE:mailto:x@y.be",
      from: at("2027-03-28T00:30:00Z"),
      until: at("2027-03-28T01:30:00Z"),
      seats: 1,
      state: "planned",
      bookedBy: learner.personId,
      createdAt: NOW,
    });
    await tx.insert(sessionPeople).values({ id: id(), sessionId: talkId, personId: learner.personId, state: "coming", at: NOW });
    await tx.insert(spaces).values({
      id: spaceId,
      campusId: campus.id,
      code: "lab",
      kind: "company_lab",
      name: name("Lab"),
      about: name(""),
      mayBook: [],
      position: 1,
    });
    await tx.insert(subjects).values({ id: resourceId, kind: "leaf", campusId: campus.id, capacity: 1 });
    const place = { seats: 1, inductionRequired: false, bufferMinutes: 0, x: 0, y: 0, w: 1, h: 1, position: 1 };
    await tx.insert(resources).values({ id: resourceId, spaceId, code: "bank", kind: "bench", name: name("Werkbank"), ...place });
    await tx.insert(bookings).values({
      id: bookingId,
      campusId: campus.id,
      resourceId,
      from: at("2026-11-23T08:00:00Z"),
      until: at("2026-11-23T10:00:00Z"),
      state: "confirmed",
      purpose: "GEHEIM",
      forKind: "idea",
      forId: ideaId,
      bookedBy: learner.personId,
      createdAt: NOW,
    });
    await tx.insert(actions).values({
      id: id(),
      ideaId,
      ownerId: learner.personId,
      words: "Bel Jan\r\nBEGIN:VEVENT",
      dueDay: "2026-12-01",
      createdBy: coach.personId,
      createdAt: NOW,
    });
    await tx.insert(editions).values({
      id: editionId,
      slug: "proef",
      campusId: campus.id,
      name: name("T2-awards 2027"),
      theme: name(""),
      jurorsPerEntry: 3,
      createdAt: NOW,
    });
    const phase = (kind: "open" | "judging", from: string, until: string, position: number) => ({
      id: id(),
      editionId,
      kind,
      from: at(from),
      until: at(until),
      position,
    });
    await tx
      .insert(phases)
      .values([
        phase("open", "2026-11-01T00:00:00Z", "2026-12-15T22:59:00Z", 2),
        phase("judging", "2026-12-15T22:59:00Z", "2027-01-15T22:59:00Z", 3),
      ]);
    await tx.insert(categories).values({ id: categoryId, editionId, code: "a", name: name("A"), about: name(""), position: 1 });
    await tx.insert(entries).values({ id: id(), editionId, categoryId, ideaId, number: 1, state: "draft", versionNo: 0, createdAt: NOW });
  });
  return { talkId, bookingId, resourceId, editionId };
}
