import { asc, eq } from "drizzle-orm";
import { notifications } from "#db/schema/across";
import type { Cast } from "#tests/support/actors";
import { makeCast } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { myAccount } from "~/domain/identity/queries";
import { plant } from "../ideas/world";
import { deliver } from "../identity/post";

export interface NoticeWorld {
  readonly store: Store;
  readonly cast: Cast;
  /** An idea of the learner, open to the campus. */
  readonly ideaId: string;
}

/** A cast and one idea, with the mails of making them out of the way. */
export async function noticeWorld(): Promise<NoticeWorld> {
  const store = await freshStore();
  const cast = await makeCast(store);
  const ideaId = await plant(store, cast.learner, cast.campus.id);
  await deliver(store);
  return { store, cast, ideaId };
}

/** Kinds of notice somebody has, oldest first, whether they may see them or not. */
export async function kept(store: Store, person: Person): Promise<string[]> {
  const rows = await store.db
    .select({ kind: notifications.kind })
    .from(notifications)
    .where(eq(notifications.personId, person.personId))
    .orderBy(asc(notifications.at), asc(notifications.id));
  return rows.map(({ kind }) => kind);
}

/** Address of a person. */
export async function addressOf(store: Store, person: Person): Promise<string> {
  return (await myAccount(store.db, person.personId))?.email ?? "";
}

/** Invites a person to the team of an idea of the learner and has them accept. */
export async function join({ store, cast, ideaId }: NoticeWorld, person: Person): Promise<void> {
  const { invitationId } = await inviteToTeam(testCtx(store, cast.learner), ideaId, { email: await addressOf(store, person) });
  await answerTeamInvitation(testCtx(store, person), invitationId, "accept");
}
