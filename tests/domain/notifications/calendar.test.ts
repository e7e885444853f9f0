import { describe, expect, test } from "vitest";
import { actorOf } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { leaveTeam } from "~/domain/ideas/leave-team";
import { makeOwner } from "~/domain/ideas/make-owner";
import { suspendPerson } from "~/domain/identity/suspend-person";
import type { Person } from "~/domain/kernel/actor";
import { after, days } from "~/domain/kernel/time";
import { calendarFeedOf, personOfFeed } from "~/domain/notifications/calendar-feed";
import { closeCalendarFeed } from "~/domain/notifications/close-calendar-feed";
import { agendaOf } from "~/domain/notifications/queries-agenda";
import { renewCalendarFeed } from "~/domain/notifications/renew-calendar-feed";
import { calendarFile } from "~/web/calendar";
import { refusalOf } from "../identity/post";
import { agendaRows } from "./agenda-world";
import type { NoticeWorld } from "./world";
import { join, noticeWorld } from "./world";

const YEAR = { from: NOW, until: after(NOW, days(300)) };
const agenda = ({ store }: NoticeWorld, actor: Person) => agendaOf({ db: store.db, actor }, YEAR);
const shortly = async (world: NoticeWorld, actor: Person) => (await agenda(world, actor)).map(({ kind, title }) => `${kind} ${title}`);

/** Properties of each event of a file, unfolded. */
function eventsIn(file: string): Record<string, string>[] {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({});
    const [property = "", ...rest] = line.split(":");
    const event = events.at(-1);
    if (event) event[property] = rest.join(":");
  }
  return events;
}

describe("the agenda", () => {
  test("is what the person takes part in, and nobody else's", async () => {
    const world = await noticeWorld();
    await agendaRows(world);
    expect(await shortly(world, world.cast.learner)).toEqual([
      "booking Werkbank",
      "action Bel Jan\r\nBEGIN:VEVENT",
      "entries_close T2-awards 2027",
      "talk Warmtemeter voor lokalen",
    ]);
    expect(await shortly(world, world.cast.coach)).toEqual(["talk Warmtemeter voor lokalen"]);
    for (const person of [world.cast.otherLearner, world.cast.organiser, world.cast.admin, world.cast.elsewhere]) {
      expect(await shortly(world, person)).toEqual([]);
    }
  });

  test("follows what the person may see at reading: left the team, idea closed", async () => {
    const world = await noticeWorld();
    const { store, cast, ideaId } = world;
    await agendaRows(world);
    await join(world, cast.otherLearner);
    await makeOwner(testCtx(store, cast.learner), ideaId, cast.otherLearner.personId);
    await changeVisibility(testCtx(store, cast.learner), ideaId, { visibility: "team", matchConsent: "veiled" });
    await leaveTeam(testCtx(store, cast.learner), ideaId);
    expect(await shortly(world, cast.learner)).toEqual(["booking Werkbank"]);
    expect(await shortly(world, cast.coach)).toEqual(["talk "]);
    expect(await shortly(world, cast.otherLearner)).toEqual(["booking Werkbank", "entries_close T2-awards 2027"]);
  });
});

describe("the address", () => {
  test("opens one person's calendar until it is renewed, closed, or the person is suspended", async () => {
    const { store, cast } = await noticeWorld();
    const learner = testCtx(store, cast.learner);
    const opens = async (secret: string) => (await personOfFeed(store.db, secret, NOW))?.personId ?? null;
    const first = await renewCalendarFeed(learner);
    expect(await opens(first.secret)).toBe(cast.learner.personId);
    const second = await renewCalendarFeed(learner);
    expect([await opens(first.secret), await opens(second.secret)]).toEqual([null, cast.learner.personId]);
    await closeCalendarFeed(learner);
    expect([await opens(second.secret), await calendarFeedOf(store.db, cast.learner.personId)]).toEqual([null, null]);
    expect(await refusalOf(closeCalendarFeed(learner))).toBe("already_done");
    const third = await renewCalendarFeed(learner);
    await suspendPerson(testCtx(store, cast.admin), { personId: cast.learner.personId, reason: "Proef" });
    expect([await opens(third.secret), await opens("x' or 1=1"), await opens("")]).toEqual([null, null, null]);
  });
});

test("the file holds UTC moments across the change of the clock, one event an item, and nothing private", async () => {
  const world = await noticeWorld();
  const { store, cast } = world;
  await agendaRows(world);
  const actor = await actorOf(store, cast.learner.personId);
  const file = calendarFile(await agenda(world, actor), { locale: "nl", origin: "https://broeikas.test", now: NOW });
  const events = eventsIn(file);
  expect(events.map(({ SUMMARY, DTSTART, DTEND, "DTSTART;VALUE=DATE": day }) => [SUMMARY, day ?? `${DTSTART}-${DTEND}`])).toEqual([
    ["Reservatie: Werkbank", "20261123T080000Z-20261123T100000Z"],
    ["Actie klaar tegen vandaag: Bel Jan BEGIN:VEVENT", "20261201"],
    ["T2-awards 2027: laatste moment om in te dienen", "20261215T225900Z-20261215T225900Z"],
    ["Coachgesprek: Warmtemeter voor lokalen", "20270328T003000Z-20270328T013000Z"],
  ]);
  expect(file).not.toContain("GEHEIM");
  expect(file.split(/\r\n|\r|\n/).filter((line) => /^(ATTENDEE|BEGIN:VEVENT)/.test(line))).toHaveLength(4);
  expect(events.at(-1)?.LOCATION).toContain("Lokaal 1 ATTENDEE");
});
