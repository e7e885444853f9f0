import type { World } from "#tests/support/app-world";
import { act, read, withId } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const READS = "in hid hid hid hid hid hid hid hid ok in";
const ACTS = "ask hid hid hid hid hid hid hid hid go ask";
const REFUSED = (status: number) => `ask hid hid hid hid hid hid hid hid ${status} ask`;

const strangersPage = ({ people }: World): string => `/admin/people/${people.stranger.personId ?? ""}`;
const onStranger = (name: string, expected: string, fields: Record<string, string> = {}): Row =>
  act(strangersPage, name, expected, { fields: () => fields });

const queueRows = (queue: "outbox" | "jobs", id: (world: World) => string): Row[] => [
  read(`/admin/${queue}`, READS),
  read(`/admin/${queue}?state=gave_up`, READS, "narrowed"),
  act(`/admin/${queue}`, "retry", ACTS, { fields: withId(id) }),
  act(`/admin/${queue}`, "stop", ACTS, { fields: withId(id) }),
  act(`/admin/${queue}`, "retry", "ask hid hid hid hid hid hid hid hid hid ask", {
    fields: () => ({ id: "01a1fe31-0000-7000-8000-000000000000" }),
    note: "of nothing",
  }),
  act(`/admin/${queue}`, "nonsense", REFUSED(400)),
];

/** Pages of the administration, and the way back from looking as somebody. */
export const ADMIN_ROWS: Rows = {
  "routes/admin._index": [read("/admin", READS)],
  "routes/admin.people._index": [read("/admin/people", READS), read("/admin/people?q=naam&role=learner&state=active", READS, "searched")],
  "routes/admin.people.$personId": [
    read(strangersPage, READS),
    read("/admin/people/01a1fe31-0000-7000-8000-000000000000", "in hid hid hid hid hid hid hid hid hid in", "nobody"),
    act(strangersPage, "grant", ACTS, { fields: ({ campus }) => ({ role: "coach", scopeId: campus.id }) }),
    act(strangersPage, "revoke", ACTS, { fields: ({ campus }) => ({ role: "learner", scopeId: campus.id }) }),
    onStranger("grant", "ask hid hid hid hid hid hid hid hid hid ask", { role: "coach", scopeId: "nowhere" }),
    onStranger("grant", "ask hid hid hid hid hid hid hid hid no ask", { role: "coach", scopeId: "instance" }),
    onStranger("suspend", ACTS, { reason: "Proef" }),
    onStranger("end_sessions", ACTS),
    onStranger("borrow", ACTS, { reason: "Kijken wat er mis gaat" }),
    act(({ people }) => `/admin/people/${people.suspended.personId ?? ""}`, "reinstate", ACTS),
    onStranger("reset_step", REFUSED(409), { reason: "Telefoon kwijt" }),
    onStranger("reset_step", REFUSED(400), { reason: "" }),
    onStranger("nonsense", REFUSED(400)),
    act(({ people }) => `/admin/people/${people.admin.personId ?? ""}`, "borrow", REFUSED(400), {
      fields: () => ({ reason: "Zelf" }),
      note: "oneself",
    }),
  ],
  "routes/admin.terms._index": [
    read("/admin/terms", READS),
    read("/admin/terms?q=las&kind=skill&state=offered&page=2", READS, "searched"),
    read("/admin/terms?kind=nonsense&page=-1", READS, "nonsense"),
  ],
  "routes/admin.terms.new": [
    read("/admin/terms/new?kind=skill", READS),
    act("/admin/terms/new", "", ACTS, {
      fields: () => ({ kind: "domain", "labels.nl": "glas", "labels.fr": "verre", "labels.en": "glass" }),
    }),
    act("/admin/terms/new", "", REFUSED(400), { fields: () => ({ kind: "x", "labels.nl": "glas" }), note: "half" }),
  ],
  "routes/admin.terms.$termId._index": [
    read("/admin/terms/welding", READS),
    read("/admin/terms/nergens", "in hid hid hid hid hid hid hid hid hid in", "nothing"),
    act("/admin/terms/welding", "change", REFUSED(409), {
      fields: () => ({ "labels.nl": "a", "labels.fr": "b", "labels.en": "c", needKind: "expertise", seen: "other" }),
      note: "stale",
    }),
    act("/admin/terms/welding", "change", REFUSED(400), { fields: () => ({ "labels.nl": "" }), note: "empty" }),
    act("/admin/terms/welding", "retire", ACTS),
    act("/admin/terms/welding", "reinstate", REFUSED(409)),
    act("/admin/terms/welding", "undo", "ask hid hid hid hid hid hid hid hid hid ask", { fields: () => ({ mergeId: "nothing" }) }),
    act("/admin/terms/welding", "nonsense", REFUSED(400)),
  ],
  "routes/admin.terms.$termId.merge": [
    read("/admin/terms/mig-welding/merge?into=welding", READS),
    read("/admin/terms/welding/merge?into=welding", READS.replace("ok", "away"), "into itself"),
    act("/admin/terms/mig-welding/merge", "", ACTS, { fields: () => ({ into: "welding" }) }),
    act("/admin/terms/welding/merge", "", ACTS.replace("go", "idle"), { fields: () => ({ into: "welding" }), note: "into itself" }),
  ],
  "routes/admin.terms[.]csv": [read("/admin/terms.csv", READS)],
  "routes/admin.settings": [
    read("/admin/settings", READS),
    act("/admin/settings", "", ACTS, { fields: () => ({ signUpOpen: "on", contact: "hallo@broeikas.test", privacyContact: "" }) }),
    act("/admin/settings", "", REFUSED(400), { fields: () => ({ signUpOpen: "on", contact: "geen adres" }), note: "no address" }),
  ],
  "routes/admin.audit": [
    read("/admin/audit", READS),
    read(
      ({ people }) => `/admin/audit?subject=${people.stranger.personId ?? ""}&what=person.&from=2026-01-01&until=2027-01-01`,
      READS,
      "narrowed",
    ),
    act("/admin/audit", "verify", ACTS),
    act("/admin/audit", "nonsense", REFUSED(400)),
  ],
  "routes/admin.audit[.]csv": [read("/admin/audit.csv", READS.replace("ok", "away")), act("/admin/audit.csv", "", ACTS)],
  "routes/admin.outbox": queueRows("outbox", ({ stuck }) => stuck.mail),
  "routes/admin.jobs": queueRows("jobs", ({ stuck }) => stuck.job),
  "routes/admin.reports": [read("/admin/reports", READS)],
  "routes/admin.health": [read("/admin/health", READS)],
  "routes/return": [
    read("/return", "away away away away away away away away away away away"),
    act("/return", "", "ask hid hid hid hid hid hid hid hid hid ask"),
  ],
};
