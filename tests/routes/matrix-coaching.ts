import { COACH_SLOTS } from "#tests/support/app-coaching";
import type { World } from "#tests/support/app-world";
import { act, PERSONAL_, read, withId } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const coachPage = ({ coaching }: World): string => `/coaching/${coaching.coachId}`;
const talkPage = ({ coaching }: World): string => `/coaching/session/${coaching.talk}`;
const onTalk = (name: string, expected: string, fields?: Row["fields"]): Row => act(talkPage, name, expected, { fields });
const ofCoach = (name: string, expected: string, fields?: Row["fields"]): Row => act("/coaching/availability", name, expected, { fields });
const [, ten, eleven] = COACH_SLOTS;

//                  visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const TALK_READS = "in      ok    ok     hid      hid       ok    hid       hid            hid     hid   in";
const TALK_ACTS_ = "ask      go    go     hid      hid       go    hid       hid            hid     hid ask";
const COACH_ACTS = "ask      hid   hid    hid      hid       go    hid       hid            hid     hid ask";

/** Pages of coaching: coaches, booking, a talk, a coach's own hours. */
export const COACHING_ROWS: Rows = {
  "routes/coaching._index": [read("/coaching", PERSONAL_)],
  "routes/coaching.$coachId": [
    read(coachPage, "in ok ok ok hid ok ok hid ok ok in"),
    read(({ people }) => `/coaching/${people.organiser.personId ?? ""}`, "in hid hid hid hid hid hid hid hid hid in", "no coach"),
    act(coachPage, "book", "ask go go no hid no no hid hid hid ask", {
      note: "an idea of the campus",
      fields: ({ ideas }) => ({ ideaId: ideas.campus.id, slot: ten, question: "Nog eens" }),
    }),
    act(coachPage, "book", "ask 409 409 hid hid hid hid hid hid hid ask", {
      note: "an idea of the team alone",
      fields: ({ ideas }) => ({ ideaId: ideas.team.id, slot: ten }),
    }),
    act(coachPage, "book", "ask go no hid hid hid hid hid hid hid ask", {
      note: "an idea of the team alone, opened",
      fields: ({ ideas }) => ({ ideaId: ideas.team.id, slot: eleven, openToCoaches: "on" }),
    }),
  ],
  "routes/coaching.session.$sessionId": [
    read(talkPage, TALK_READS),
    onTalk("move", TALK_ACTS_, () => ({ slot: ten })),
    onTalk("cancel", TALK_ACTS_, () => ({ reason: "Past niet" })),
    onTalk("held", "ask no no hid hid 409 hid hid hid hid ask"),
    onTalk("note", TALK_ACTS_, () => ({ body: "Nog een nota", visibility: "private" })),
    onTalk(
      "edit_note",
      "ask go no hid hid no hid hid hid hid ask",
      withId(({ coaching }) => coaching.note, { body: "Anders" }),
    ),
    onTalk(
      "remove_note",
      "ask go no hid hid no hid hid hid hid ask",
      withId(({ coaching }) => coaching.note),
    ),
    onTalk("action", TALK_ACTS_, ({ people }) => ({ words: "Meten", ownerId: people.owner.personId ?? "", dueDay: "2026-12-01" })),
    onTalk(
      "due",
      TALK_ACTS_,
      withId(({ coaching }) => coaching.action, { dueDay: "2026-12-02" }),
    ),
    onTalk(
      "finish",
      TALK_ACTS_,
      withId(({ coaching }) => coaching.action),
    ),
    onTalk(
      "reopen",
      "ask idle idle hid hid idle hid hid hid hid ask",
      withId(({ coaching }) => coaching.action),
    ),
    onTalk(
      "remove_action",
      "ask go go hid hid no hid hid hid hid ask",
      withId(({ coaching }) => coaching.action),
    ),
    onTalk("nonsense", "ask 400 400 hid hid 400 hid hid hid hid ask"),
  ],
  "routes/coaching.availability": [
    read("/coaching/availability", "in hid hid hid hid ok hid hid hid hid in"),
    ofCoach("add", COACH_ACTS, ({ campus }) => ({ campusId: campus.id, weekday: "2", from: "09:00", until: "12:00", slotMinutes: "45" })),
    act("/coaching/availability", "add", "ask hid hid hid hid no hid hid hid hid ask", {
      note: "on the other campus",
      fields: ({ otherCampus }) => ({
        campusId: otherCampus.id,
        weekday: "2",
        from: "09:00",
        until: "12:00",
        slotMinutes: "45",
      }),
    }),
    ofCoach(
      "remove",
      COACH_ACTS,
      withId(({ coaching }) => coaching.availability),
    ),
    ofCoach("exception", COACH_ACTS, ({ campus }) => ({ campusId: campus.id, day: "2026-11-30", kind: "away", slotMinutes: "45" })),
    ofCoach(
      "remove_exception",
      COACH_ACTS,
      withId(({ coaching }) => coaching.exception),
    ),
    ofCoach("capacity", COACH_ACTS, () => ({ ideas: "3" })),
    ofCoach("nonsense", "ask hid hid hid hid 400 hid hid hid hid ask"),
  ],
};
