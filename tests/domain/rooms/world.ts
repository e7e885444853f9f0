import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import type { Person } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { openRoom } from "~/domain/rooms/open-room";
import { makeCast, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { plant } from "../ideas/world";

/** Two teams of one campus in a room: `ann` and `mate` with `annsIdea`, `bob` with `bobsIdea`; and people who have nothing to do with it. */
export async function roomWorld() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const campusId = cast.campus.id;
  const learner = (name: string, email: string) => makePerson(store, { name, email, roles: [{ role: "learner", scopeId: campusId }] });
  const [ann, bob, mate, stranger] = [
    cast.learner,
    cast.otherLearner,
    await learner("Mats Maat", "mats@broeikas.test"),
    await learner("Vera Vreemd", "vera@broeikas.test"),
  ];
  const annsIdea = await plant(store, ann, campusId, { title: "Idee van Ann", visibility: "team" });
  const bobsIdea = await plant(store, bob, campusId, { title: "Idee van Bob", visibility: "team" });
  const { invitationId } = await inviteToTeam(testCtx(store, ann), annsIdea, { email: "mats@broeikas.test" });
  await answerTeamInvitation(testCtx(store, mate), invitationId, "accept");
  const as = (person: Person, now: Date | string = NOW): Ctx => testCtx(store, person, now);
  const { roomId } = await store.tx((tx) =>
    openRoom(tx, as(ann), {
      kind: "match",
      originId: "interest-1",
      campusId,
      sides: [
        { kind: "idea", subjectId: annsIdea },
        { kind: "idea", subjectId: bobsIdea },
      ],
    }),
  );
  const view = (actor: Person) => ({ db: store.db, actor });
  return { store, cast, campusId, ann, bob, mate, stranger, annsIdea, bobsIdea, roomId, as, view };
}
export type RoomWorld = Awaited<ReturnType<typeof roomWorld>>;

/** The code in which a promise is refused, or null when it is not. */
export async function codeOf(promise: Promise<unknown>): Promise<string | null> {
  return promise.then(
    () => null,
    (thrown: unknown) => {
      const { code } = thrown as { code?: unknown };
      if (typeof code === "string") return code;
      throw thrown;
    },
  );
}
