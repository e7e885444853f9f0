import type { Store } from "~/domain/kernel/store";
import type { Person } from "~/domain/kernel/actor";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import type { Matches } from "~/domain/matching/queries";
import { askedIdea, matchesFor } from "~/domain/matching/queries";
import { importTerms } from "~/domain/campus/import-terms";
import type { PlantInput } from "~/domain/ideas/plant-idea";
import { makeCast } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { plant, view, word } from "../ideas/world";

/** A campus with terms, its cast, and an idea of the learner that looks for a datalogger; the other is who may complete it. */
export async function matchWorld() {
  const store = await freshStore();
  await someTerms(store);
  const cast = await makeCast(store);
  const { learner: asker, otherLearner: other } = cast;
  return { store, cast, asker, other, mine: await seeker(store, asker, cast.campus.id) };
}

export const matchView = (store: Store, actor: Person, now = NOW) => ({ ...view(store, actor), now });

/** A small list: one group with two neighbours, and a loose term. */
export async function someTerms(store: Store): Promise<void> {
  await importTerms(testCtx(store, { via: "cli" }), [
    { code: "energy", kind: "domain", nl: "energie", fr: "énergie", en: "energy" },
    { code: "metal", kind: "domain", nl: "metaal", fr: "métal", en: "metal" },
    { code: "group-measure", kind: "skill", needKind: "workspace", nl: "meten", fr: "mesurer", en: "measuring" },
    {
      code: "logger",
      kind: "skill",
      needKind: "workspace",
      parent: "group-measure",
      nl: "datalogger",
      fr: "enregistreur",
      en: "data logger",
    },
    {
      code: "meter",
      kind: "skill",
      needKind: "workspace",
      parent: "group-measure",
      nl: "meetapparatuur",
      fr: "appareil de mesure",
      en: "meter",
    },
    { code: "books", kind: "skill", needKind: "expertise", nl: "boekhouding", fr: "comptabilité", en: "bookkeeping" },
    { code: "welding", kind: "skill", needKind: "expertise", nl: "lassen", fr: "soudage", en: "welding" },
  ]);
}

export const need = (termId: string | null, words: string) => word(words, { termId, kind: "workspace" });

/** Plants an idea that looks for a datalogger and offers welding, or what a test wants different. */
export function seeker(store: Store, actor: Person, campusId: string, more: Partial<PlantInput> = {}): Promise<string> {
  return plant(store, actor, campusId, {
    needs: [need("logger", "een datalogger")],
    offers: [word("lassen", { termId: "welding" })],
    ...more,
  });
}

/** Plants an idea that offers what `seeker` looks for, and looks for what it offers. */
export function helper(store: Store, actor: Person, campusId: string, more: Partial<PlantInput> = {}): Promise<string> {
  return plant(store, actor, campusId, {
    title: "Sensordoos",
    pitch: "Meet stilletjes hoe een oud gebouw ademt.",
    needs: [word("iemand die last", { termId: "welding" })],
    offers: [need("logger", "twee dataloggers")],
    ...more,
  });
}

/** The matches an actor gets of an idea, made anew first. */
export async function matchesOf(store: Store, actor: Person, ideaId: string): Promise<Matches> {
  await refreshMatches(testCtx(store, actor), ideaId);
  const on = matchView(store, actor);
  const found = await matchesFor(on, await askedIdea(on, ideaId), { ideas: 20, people: 20 });
  if (found === null) throw new Error("this actor is shown no matches");
  return found;
}
