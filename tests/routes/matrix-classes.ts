import type { World } from "#tests/support/app-world";
import { act, read, withId } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

//             visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const READS = "in      hid   hid    hid      hid       hid   ok        hid            hid     ok    in";
const AWAY_ = "in      hid   hid    hid      hid       hid   away      hid            hid     away  in";
const ACTS_ = "ask     hid   hid    hid      hid       hid   go        hid            hid     go    ask";
const IDLE_ = "ask     hid   hid    hid      hid       hid   idle      hid            hid     idle  ask";
const REFUSED = (status: number): string => `ask hid hid hid hid hid ${status} hid hid ${status} ask`;

const PAGE = "/campus/noord/classes?index";
const CHOSEN = { name: "5 houttechnieken", role: "learner", locale: "nl" };
const list = ({ classList }: World): string => `/campus/noord/classes/${classList}`;
const LIST_ID = "0192f0c4-0000-7000-8000-000000000001";
const PEOPLE = JSON.stringify([["nieuwe.leerling@broeikas.test", "Noor", "learner", "nl"]]);

/** Pages on which a class is invited in one go. */
export const CLASS_ROWS: Rows = {
  "routes/campus.$campusSlug.classes._index": [
    read("/campus/noord/classes", READS),
    read("/campus/nergens/classes", "in hid hid hid hid hid hid hid hid hid in", "no such campus"),
    act(PAGE, "look", IDLE_, { fields: () => ({ ...CHOSEN, table: "noor@broeikas.test;Noor" }) }),
    act(PAGE, "look", REFUSED(400), { fields: () => ({ ...CHOSEN, table: "" }), note: "nobody" }),
    act(PAGE, "send", ACTS_, { fields: () => ({ listId: LIST_ID, name: CHOSEN.name, people: PEOPLE }) }),
    act(PAGE, "send", REFUSED(400), { fields: () => ({ listId: LIST_ID, name: CHOSEN.name, people: "[[" }), note: "broken" }),
    act(PAGE, "send", "ask hid hid hid hid hid no hid hid no ask", {
      fields: () => ({ listId: LIST_ID, name: CHOSEN.name, people: PEOPLE.replace("learner", "admin") }),
      note: "as admins",
    }),
    act(PAGE, "nonsense", REFUSED(400)),
  ],
  "routes/campus.$campusSlug.classes.$listId": [
    read(list, READS),
    read((world) => `${list(world)}?state=open`, READS, "narrowed"),
    read(({ classList }) => `/campus/zuid/classes/${classList}`, "in hid hid hid hid hid hid hid hid hid in", "the other campus"),
    act(list, "remind", IDLE_),
    act(list, "withdraw", ACTS_, { fields: withId(({ listedInvite }) => listedInvite) }),
    act(list, "nonsense", REFUSED(400)),
  ],
  "routes/campus.$campusSlug.classes.$listId[.]csv": [
    read((world) => `${list(world)}.csv`, AWAY_),
    act((world) => `${list(world)}.csv`, "", ACTS_),
  ],
};
