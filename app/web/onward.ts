import { campusById } from "~/domain/campus/queries";
import { coachOfIdea } from "~/domain/coaching/allotment/queries-relations";
import { ideaToRead } from "~/domain/ideas/visible";
import { interestsFor } from "~/domain/matching/queries-interests";
import type { WebCtx } from "./ctx";
import { freshMatches, matchViewOf } from "./matches";
import { readingOf } from "./view";

const HELPERS = 6;
const SHOWN = 3;

/** Somebody who could help an idea on, and the page to turn to. */
export interface Helper {
  readonly name: string;
  readonly path: string;
}
export interface Onward {
  readonly ideaId: string;
  /** Who coaches the idea already; null without a coach. */
  readonly coach: Helper | null;
  /** Coaches that go with the idea. */
  readonly coaches: readonly Helper[];
  /** Where hours are booked for the idea; null when its campus is gone. */
  readonly labPath: string | null;
  /** Organisations with which the team said yes to each other, then those that go with the idea: these by their name alone. */
  readonly together: readonly Helper[];
  readonly companies: readonly Helper[];
}

/** How an idea can go on, for its team: who coaches it or could, hours in the lab, companies. What others show of themselves is asked by their own rules. */
export async function onwardOf(ctx: WebCtx, ideaId: string): Promise<Onward> {
  const view = readingOf(ctx);
  const { idea, membership } = await ideaToRead(view, ideaId);
  const active = idea.status === "active";
  const found = active ? await freshMatches(ctx, { ...idea, membership }, { ideas: 0, people: HELPERS }) : null;
  const relation = await coachOfIdea(view, { id: idea.id, campusId: idea.homeCampusId, inTeam: membership !== null }, ctx.now);
  const campus = await campusById(ctx.store.db, idea.homeCampusId);
  const matches = (found?.items ?? []).filter(({ standing }) => standing !== "declined" && standing !== "together");
  const lines = (await interestsFor(matchViewOf(ctx))).together;
  return {
    ideaId,
    coach: relation && {
      name: relation.coach.name,
      path: relation.bookable ? `/coaching/${relation.coach.id}?idea=${ideaId}` : `/ideas/${ideaId}`,
    },
    coaches: matches
      .flatMap(({ person }) => (person?.role === "coach" ? [{ name: person.name, path: `/coaching/${person.id}?idea=${ideaId}` }] : []))
      .slice(0, SHOWN),
    labPath: campus && active ? `/lab/${campus.slug}/book?for=idea:${ideaId}` : null,
    together: lines.flatMap(({ id, own, party }) =>
      own?.id === ideaId && party?.kind === "organisation" ? [{ name: party.name, path: `/interest/${id}` }] : [],
    ),
    companies: matches
      .flatMap(({ organisation, kind, token }) =>
        organisation ? [{ name: organisation.name, path: `/ideas/${ideaId}/match/${kind}/${token}` }] : [],
      )
      .slice(0, SHOWN),
  };
}
