import { insideFor, membersFor } from "../../app/domain/awards/council/council";
import { discussEntry } from "../../app/domain/awards/council/discuss-entry";
import { closeVote, openVote, proposeMotion, vote } from "../../app/domain/awards/council/motion";
import { addNote } from "../../app/domain/awards/council/note";
import { setChair } from "../../app/domain/awards/council/set-chair";
import { setClosing } from "../../app/domain/awards/council/set-closing";
import { setPresence } from "../../app/domain/awards/council/set-presence";
import { after, minutes } from "../../app/domain/kernel/time";
import { CITATIONS } from "./demo/awards-citations";
import type { EditionSeed, IdeaSlug, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, idOf } from "./desk";

const NOTE = "Het prototype overtuigt. Vraag nog wat het kost per klas.";
const CLOSING = "De jury was het snel eens over wat al werkt, en lang niet over wat het meest belooft. Dank aan alle teams.";

/**
 * How the jury of an edition came to its first prizes: who was there, what came up, what was noted, proposed and voted. Everybody votes
 * for, but for the last, who abstains. Returns the ideas that have a prize by it.
 */
export async function seedCouncil(
  desk: Desk,
  seed: EditionSeed,
  about: { readonly editionId: string; readonly entries: ReadonlyMap<IdeaSlug, string>; readonly at: Date; readonly organiser: PersonSlug },
): Promise<Set<IdeaSlug>> {
  const { editionId, entries, at, organiser } = about;
  const input = { editionSlug: seed.slug };
  const acts = (who: PersonSlug, after_: number) => acting(desk, who, after(at, minutes(after_)));
  const jurors = new Map(seed.jurors.map((slug) => [idOf(desk.people, slug), slug]));
  const [chair] = seed.jurors;
  if (chair !== undefined) await setChair(await acts(organiser, -95), { ...input, personId: idOf(desk.people, chair) });
  for (const personId of jurors.keys()) await setPresence(await acts(organiser, -90), { ...input, personId, present: true });
  const council = await membersFor(desk.store.db, editionId, at);
  const first = seed.entries.filter(({ prizes }) => prizes.includes(1));
  for (const [no, { idea }] of first.entries()) {
    const entryId = idOf(entries, idea);
    const begin = -80 + 12 * no;
    await discussEntry(await acts(organiser, begin), { ...input, entryId });
    const voters = insideFor(council, entryId).flatMap(({ personId }) => jurors.get(personId) ?? []);
    const [writer] = voters;
    if (writer !== undefined && no === 0) await addNote(await acts(writer, begin + 3), { ...input, entryId, body: NOTE });
    const motion = { ...input, entryId, place: 1, citation: CITATIONS[idea] ?? "" };
    const { motionId } = await proposeMotion(await acts(organiser, begin + 5), motion);
    await openVote(await acts(organiser, begin + 6), { motionId });
    for (const [at_, voter] of voters.entries()) {
      await vote(await acts(voter, begin + 7), { motionId, choice: at_ > 1 && at_ === voters.length - 1 ? "abstain" : "for" });
    }
    await closeVote(await acts(organiser, begin + 9), { motionId });
  }
  for (const personId of jurors.keys()) await setPresence(await acts(organiser, -10), { ...input, personId, present: false });
  await setClosing(await acts(organiser, 5), { ...input, closing: CLOSING });
  return new Set(first.map(({ idea }) => idea));
}
