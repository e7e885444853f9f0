import { grantJuror } from "../../app/domain/awards/grant-juror";
import { addAbsence } from "../../app/domain/awards/panel/add-absence";
import { setMember } from "../../app/domain/awards/panel/set-member";
import { setWish } from "../../app/domain/awards/panel/set-wish";
import { after, hours } from "../../app/domain/kernel/time";
import { PEOPLE } from "./demo";
import { JURORS } from "./demo/jury";
import type { EditionSeed, IdeaSlug, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, dayFromNow, idOf } from "./desk";

/** The jury of an edition: the organiser lets them in, and each says what they know, how much they take and when they are away. */
export async function seedJurors(desk: Desk, { slug, jurors }: EditionSeed, organiser: PersonSlug, at: Date): Promise<void> {
  for (const juror of jurors) {
    const personId = idOf(desk.people, juror);
    await grantJuror(await acting(desk, organiser, at), { editionSlug: slug, personId });
    const says = JURORS[juror];
    const languages = PEOPLE.find((one) => one.slug === juror)?.languages;
    if (!says || !languages) throw new Error(`seed: ${juror} says nothing as a juror`);
    const ctx = await acting(desk, juror, after(at, hours(6)));
    await setMember(ctx, { editionSlug: slug, personId, languages, domainIds: says.domains, most: says.most ?? null });
    if (says.away?.edition !== slug) continue;
    const { fromDay, toDay } = says.away;
    await addAbsence(ctx, { editionSlug: slug, personId, firstDay: dayFromNow(desk, fromDay), lastDay: dayFromNow(desk, toDay) });
  }
}

/** What the jurors had rather not score, of what was entered. */
export async function seedWishes(
  desk: Desk,
  { slug, jurors }: EditionSeed,
  entries: ReadonlyMap<IdeaSlug, string>,
  at: Date,
): Promise<void> {
  for (const juror of jurors) {
    for (const idea of JURORS[juror]?.ratherNot ?? []) {
      const entryId = entries.get(idea);
      if (entryId) await setWish(await acting(desk, juror, at), { editionSlug: slug, entryId, ratherNot: true });
    }
  }
}
