import { sessionWish } from "#tests/support/app-sessions";
import type { World } from "#tests/support/app-world";
import { act, PERSONAL_, read } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const at =
  (which: "planned" | "running" | "workshop", below = "") =>
  ({ sessions }: World): string =>
    `/sessions/${sessions[which]}${below}`;
const onPlanned = (name: string, expected: string, fields?: Row["fields"]): Row => act(at("planned"), name, expected, { fields });
const manage = (name: string, expected: string, fields?: Row["fields"]): Row => act(at("running", "/manage"), name, expected, { fields });

/** What a form sends for a session: numbers are texts. */
const sent = (world: World, more: Record<string, string> = {}): Record<string, string> => {
  const { languages, seats, rounds, tableSize, roundMinutes, ...rest } = sessionWish(world.campus.id);
  const numbers = { seats, rounds, tableSize, roundMinutes };
  return {
    ...rest,
    languages: languages.join(),
    ...Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, String(n)])),
    ...more,
  };
};

//                   visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const SEEN_READS_ = "in       ok    ok     ok       hid       ok    ok        hid            ok      ok    in";
const RUN_READS__ = "in       no    no     no       hid       ok    ok        hid            no      no    in";
const RUN_ACTS___ = "ask      no    no     no       hid       go    go        hid            no      no    ask";
const SEATS_READS = "in       ok    ok     ok       hid       hid   ok        hid            hid     hid   in";

/** Sessions for several people: the list, one session, its form, its run and its report. */
export const SESSION_ROWS: Rows = {
  "routes/sessions._index": [read("/sessions", PERSONAL_)],
  "routes/sessions.new": [
    read("/sessions/new", "in hid hid hid hid ok hid hid hid hid in"),
    read(({ sessions }) => `/sessions/new?from=${sessions.planned}`, "in hid hid hid hid ok hid hid hid hid in", "like another"),
    act("/sessions/new", "", "ask hid hid hid hid go hid hid hid hid ask", { fields: (world) => sent(world, { day: "2026-12-09" }) }),
    act("/sessions/new", "", "ask hid hid hid hid 409 hid hid hid hid ask", {
      note: "at a time that is taken",
      fields: (world) => sent(world),
    }),
    act("/sessions/new", "", "ask hid hid hid hid 400 hid hid hid hid ask", {
      note: "rounds that do not fit",
      fields: (world) => sent(world, { day: "2026-12-09", rounds: "12", roundMinutes: "60" }),
    }),
  ],
  "routes/sessions.$sessionId._index": [
    read(at("planned"), SEEN_READS_),
    read(({ sessions }) => `/sessions/${sessions.running}?code=${sessions.runningCode}`, SEEN_READS_, "by the QR code"),
    onPlanned("register", "ask 409 go no hid 400 no hid hid hid ask", ({ ideas }) => ({ ideaId: ideas.campus.id })),
    onPlanned("leave", "ask go 409 409 hid 409 409 hid 409 409 ask"),
    act(at("workshop"), "take", "ask 409 go 409 hid 409 409 hid 409 409 ask"),
    act(at("running"), "check_in", "ask idle go idle hid 409 idle hid 409 409 ask", {
      fields: ({ sessions }) => ({ code: sessions.runningCode }),
    }),
    act(at("running"), "check_in", "ask 400 400 400 hid 400 400 hid 400 400 ask", {
      note: "a wrong code",
      fields: () => ({ code: "00000" }),
    }),
    onPlanned("nonsense", "ask 400 400 400 hid 400 400 hid 400 400 ask"),
  ],
  "routes/sessions.$sessionId.edit": [
    read(at("planned", "/edit"), RUN_READS__),
    act(at("planned", "/edit"), "", RUN_ACTS___, { fields: (world) => sent(world, { seats: "9" }) }),
    act(at("running", "/edit"), "", "ask no no no hid 409 409 hid no no ask", { note: "begun", fields: (world) => sent(world) }),
  ],
  "routes/sessions.$sessionId.manage": [
    read(at("planned", "/manage"), RUN_READS__),
    read(at("running", "/manage"), RUN_READS__, "running"),
    manage("presence", RUN_ACTS___, ({ people }) => ({ id: people.member.personId ?? "", present: "yes" })),
    manage("next", RUN_ACTS___),
    manage("replan", RUN_ACTS___),
    manage("end", RUN_ACTS___),
    act(at("planned", "/manage"), "start", "ask no no no hid 409 409 hid no no ask"),
    act(at("planned", "/manage"), "cancel", RUN_ACTS___, { fields: () => ({ reason: "De zaal is stuk" }) }),
    manage("nonsense", "ask no no no hid 400 400 hid no no ask"),
  ],
  "routes/sessions.$sessionId.run": [
    read(at("running", "/run"), SEATS_READS),
    act(at("running", "/run"), "answer", "ask go hid go hid hid hid hid hid hid ask", {
      note: "about whom they met",
      fields: ({ people, sessions }, role) => ({ id: sessions.met[people[role].personId ?? ""] ?? "nobody", answer: "yes" }),
    }),
    act(at("running", "/run"), "answer", "ask hid hid hid hid hid hid hid hid hid ask", {
      note: "about somebody they did not meet",
      fields: ({ people }) => ({ id: people.member.personId ?? "", answer: "yes" }),
    }),
  ],
  "routes/sessions.$sessionId.beamer": [read(at("running", "/beamer"), RUN_READS__)],
  "routes/sessions.$sessionId.report": [read(at("running", "/report"), RUN_READS__)],
  "routes/sessions.$sessionId.report[.]csv": [read(at("running", "/report.csv"), RUN_READS__)],
  "routes/sessions.$sessionId.calendar[.]ics": [read(at("planned", "/calendar.ics"), SEEN_READS_)],
  "routes/sessions.$sessionId.events": [read(at("running", "/events"), "in ok ok ok hid ok ok hid hid hid in")],
};
