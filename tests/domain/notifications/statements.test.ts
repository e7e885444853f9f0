import { expect, test } from "vitest";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import { reportContent } from "~/domain/community/report-content";
import { addComment } from "~/domain/ideas/add-comment";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { after, days } from "~/domain/kernel/time";
import { agendaOf } from "~/domain/notifications/queries-agenda";
import { deskOf } from "~/domain/notifications/queries-desk";
import { nextSteps } from "~/domain/notifications/queries-next-steps";
import { noticesFor, unreadCount } from "~/domain/notifications/queries-notices";
import { waitingForMe, waitingForOthers } from "~/domain/notifications/queries-waiting";
import { journeyOf } from "~/web/timeline";
import { plant } from "../ideas/world";
import { agendaRows } from "./agenda-world";
import { noticeWorld } from "./world";

const LATER = after(NOW, days(12));
const STRETCH = { from: NOW, until: after(NOW, days(300)) };

test("what the pages ask does not grow with what there is; the unread count is one statement", async () => {
  const world = await noticeWorld();
  const { store, cast, ideaId } = world;
  const more = async (ideas: number, comments: number) => {
    for (let i = 0; i < ideas; i += 1) {
      const id = await plant(store, cast.learner, cast.campus.id, { title: `Idee ${i} ${comments}` });
      await inviteToTeam(testCtx(store, cast.learner), id, { email: `later${i}-${comments}@broeikas.test` });
      await reportContent(testCtx(store, cast.otherLearner), { subjectKind: "idea", subjectId: id, reason: "other", words: "" });
    }
    for (let i = 0; i < comments; i += 1) await addComment(testCtx(store, cast.coach), ideaId, { body: `Reactie ${i}` });
  };
  const counted = async () => {
    const learner = { db: store.db, actor: cast.learner };
    const organiser = { db: store.db, actor: cast.organiser };
    const asked = {
      unread: () => unreadCount(store.db, cast.learner),
      notices: () => noticesFor(learner),
      reports: () => noticesFor(organiser),
      agenda: () => agendaOf(learner, STRETCH),
      steps: () => nextSteps(learner, NOW),
      mine: () => waitingForMe(learner, NOW),
      others: () => waitingForOthers(learner, NOW),
      desk: () => deskOf(organiser, LATER),
      journey: () => journeyOf(learner, ideaId),
    };
    const numbers: Record<string, number> = {};
    for (const [name, ask] of Object.entries(asked)) numbers[name] = await countStatements(store, ask);
    return numbers;
  };
  await more(1, 1);
  await agendaRows(world);
  const few = await counted();
  await more(6, 30);
  expect(await counted()).toEqual(few);
  expect(few).toMatchObject({ unread: 1, agenda: 6, steps: 2, mine: 8, others: 5, desk: 14 });
});
