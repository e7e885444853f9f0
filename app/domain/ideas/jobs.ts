import type { Ctx } from "../kernel/context";
import { expireGrafts } from "./graft/expire-grafts";
import { expireTeamInvitations } from "./expire-team-invitations";
import { purgeDrafts } from "./purge-drafts";

/** Timed work of this context, by kind of job; each bears being run again. */
export const ideasJobs: Readonly<
  Record<"ideas.expire_grafts" | "ideas.expire_team_invitations" | "ideas.purge_drafts", (ctx: Ctx) => Promise<unknown>>
> = {
  "ideas.expire_grafts": expireGrafts,
  "ideas.expire_team_invitations": expireTeamInvitations,
  "ideas.purge_drafts": purgeDrafts,
};
