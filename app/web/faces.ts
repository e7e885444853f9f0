import { photosOf } from "~/domain/identity/photo/queries-photo";
import type { WebCtx } from "./ctx";

/** Photos to show beside names, by the id of the person; those the reader may not see are absent. One statement. */
export async function facesOf(ctx: WebCtx, personIds: readonly (string | undefined)[]): Promise<Readonly<Record<string, string>>> {
  const known = personIds.filter((id) => typeof id === "string");
  return Object.fromEntries(await photosOf({ db: ctx.store.db, actor: ctx.actor, now: ctx.now }, known));
}

/** The same of a team, of which some are not named. */
export function facesOfTeam(ctx: WebCtx, members: readonly { readonly person: { readonly personId: string } | null }[]) {
  return facesOf(
    ctx,
    members.map(({ person }) => person?.personId),
  );
}
