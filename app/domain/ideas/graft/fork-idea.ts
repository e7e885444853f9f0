import type { Person } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import type { WordInput } from "../idea";
import { plantIdea } from "../plant-idea";
import { canPlant } from "../policy";
import { ideaPage } from "../queries-page";
import { viewOf } from "../visible";

export interface ForkInput {
  readonly title: string;
  readonly pitch: string;
  /** Take over the needs that are not met. */
  readonly keepNeeds: boolean;
}

/**
 * Plants an idea of the actor's own, inspired by one they see: private at first, in the same field, on the same campus or else their own, with credit on both sides for whoever
 * may see both. Refuses with "not_found" (the source), "forbidden" (the actor plants nothing on that campus) or "invalid".
 */
export async function forkIdea(ctx: Ctx, sourceId: string, input: ForkInput): Promise<{ ideaId: string }> {
  const person = requirePerson(ctx);
  const source = await ideaPage(viewOf(ctx), sourceId);
  const needs = source.needs.filter(({ state }) => input.keepNeeds && state !== "met");
  return plantIdea(
    ctx,
    {
      lang: ctx.actor.locale,
      title: input.title,
      pitch: input.pitch,
      description: "",
      domainId: source.domain?.id ?? null,
      growthMarketId: source.growthMarket?.id ?? null,
      productionStepId: source.productionStep?.id ?? null,
      needs: needs.map(({ kind, term, words, weight }) => ({
        kind,
        termId: term?.id ?? null,
        words,
        weight: weight as WordInput["weight"],
      })),
      offers: [],
      campusId: canPlant(person, source.campus.id) ? source.campus.id : (ownCampus(person) ?? source.campus.id),
      visibility: "private",
      matchConsent: "not",
    },
    { forkOf: sourceId },
  );
}

/** A campus the person belongs to. */
function ownCampus(person: Person): string | undefined {
  return person.keys.find((key) => key.startsWith("campus:"))?.slice("campus:".length);
}
