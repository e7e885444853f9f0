import type { World } from "#tests/support/app-world";
import { act, onIdeas, read, withId } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const PAGE = "/campus/noord/allotment";
//                  visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const STAFF_READS = "in     hid   hid    hid      hid       ok    ok        hid            hid     ok    in";
const STAFF_ACTS_ = "ask    hid   hid    hid      hid       go    go        hid            hid     go    ask";
const STAFF_LATE_ = "ask    hid   hid    hid      hid       409   409       hid            hid     409   ask";

const draftOf = ({ allotment }: World) => ({ id: allotment.draft, revision: String(allotment.revision) });
const pair = (world: World) => ({ ...draftOf(world), ideaId: world.ideas.public.id, coachId: world.coaching.coachId });
const onDraft = (name: string, expected: string, fields: Row["fields"], note = ""): Row => act(PAGE, name, expected, { fields, note });

/** An act of the page of an idea: its team, its coach and who runs the campus end a coaching. */
export const COACH_ROWS: readonly Row[] = onIdeas(
  "?index",
  "end_coach",
  { campus: "ask go go hid hid go go hid hid go ask" },
  (_idea, { allotment }) => ({ id: allotment.relation }),
);

/** The page from which coaches are given to ideas, and where a coaching ends. */
export const ALLOTMENT_ROWS: Rows = {
  "routes/campus.$campusSlug.allotment": [
    read(PAGE, STAFF_READS),
    read((world) => `${PAGE}?idea=${world.ideas.public.id}`, STAFF_READS, "one opened"),
    read("/campus/nergens/allotment", "in hid hid hid hid hid hid hid hid hid in", "no such campus"),
    onDraft("draft", "ask hid hid hid hid idle idle hid hid idle ask", () => ({}), "there is one"),
    act("/campus/zuid/allotment", "draft", "ask hid hid hid hid hid hid go hid go ask", { note: "the other campus" }),
    onDraft("recompute", STAFF_ACTS_, (world) => ({ ...draftOf(world), withExperts: "on" })),
    onDraft("recompute", STAFF_LATE_, (world) => ({ ...draftOf(world), revision: "7" }), "changed meanwhile"),
    onDraft("pin", STAFF_ACTS_, pair),
    onDraft("pin", STAFF_LATE_, (world) => ({ ...pair(world), ideaId: world.ideas.archived.id }), "an idea that does not wait"),
    onDraft("forbid", STAFF_ACTS_, pair),
    onDraft("release", STAFF_ACTS_, pair),
    onDraft("apply", STAFF_ACTS_, draftOf),
    onDraft("apply", STAFF_LATE_, (world) => ({ ...draftOf(world), revision: "7" }), "changed meanwhile"),
    act("/campus/zuid/allotment", "apply", "ask hid hid hid hid hid hid hid hid go ask", {
      fields: draftOf,
      note: "from the other campus",
    }),
    onDraft(
      "drop",
      STAFF_ACTS_,
      withId(({ allotment }) => allotment.draft),
    ),
    onDraft(
      "end",
      STAFF_ACTS_,
      withId(({ allotment }) => allotment.relation),
    ),
    onDraft("nonsense", "ask hid hid hid hid 400 400 hid hid 400 ask", () => ({})),
  ],
};
