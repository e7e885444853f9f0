import { expect, test } from "vitest";
import { testCtx } from "#tests/support/ctx";
import { addComment } from "~/domain/ideas/add-comment";
import { TIMELINE_SIZE } from "~/domain/ideas/queries-timeline";
import type { Actor } from "~/domain/kernel/actor";
import { journeyOf } from "~/web/timeline";
import { refusalOf } from "../identity/post";
import { agendaRows } from "./agenda-world";
import { noticeWorld } from "./world";

test("the way of an idea tells what happened elsewhere, to whom may know it, each thing on one page", async () => {
  const world = await noticeWorld();
  const { store, cast, ideaId } = world;
  await agendaRows(world);
  const minute = (n: number) => new Date(Date.UTC(2026, 10, 22, 8, n)).toISOString();
  for (let n = 0; n < 40; n += 1) await addComment(testCtx(store, cast.coach, minute(n)), ideaId, { body: `Reactie ${n}` });
  const pages = async (actor: Actor) => {
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await journeyOf({ db: store.db, actor }, ideaId, cursor);
      found.push(page.items.map(({ kind }) => kind));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return found;
  };
  // Forty reactions and the planting, by pages; what happened elsewhere stands on the page of its moment.
  const comments = Array.from({ length: TIMELINE_SIZE }, () => "comment");
  const others = [...Array.from({ length: 40 / TIMELINE_SIZE - 1 }, () => comments), ["planted"]];
  expect(await pages(cast.learner)).toEqual([["talk", "booking", ...comments], ...others]);
  // Somebody of the campus sees the booking, and no talk that is not theirs.
  expect(await pages(cast.otherLearner)).toEqual([["booking", ...comments], ...others]);
  expect(await refusalOf(pages(cast.elsewhere))).toBe("not_found");
});
