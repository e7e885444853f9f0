import type { Ctx } from "../kernel/context";
import { expireGrafts } from "./graft/expire-grafts";
import { expireTeamInvitations } from "./expire-team-invitations";

/** Timed work of this context, by kind of job; each bears being run again. */
export const ideasJobs: Readonly<Record<"ideas.expire_grafts" | "ideas.expire_team_invitations", (ctx: Ctx) => Promise<unknown>>> = {
  "ideas.expire_grafts": expireGrafts,
  "ideas.expire_team_invitations": expireTeamInvitations,
};
