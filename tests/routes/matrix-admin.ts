import type { World } from "#tests/support/app-world";
import { act, read } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const READS = "in hid hid hid hid hid hid hid hid ok in";
const ACTS = "ask hid hid hid hid hid hid hid hid go ask";
const REFUSED = (status: number) => `ask hid hid hid hid hid hid hid hid ${status} ask`;

const strangersPage = ({ people }: World): string => `/admin/people/${people.stranger.personId ?? ""}`;
const onStranger = (name: string, expected: string, fields: Record<string, string> = {}): Row =>
  act(strangersPage, name, expected, { fields: () => fields });

/** Pages of the administration, and the way back from looking as somebody. */
export const ADMIN_ROWS: Rows = {
  "routes/admin._index": [read("/admin", READS)],
  "routes/admin.people._index": [read("/admin/people", READS), read("/admin/people?q=naam&role=learner&state=active", READS, "searched")],
  "routes/admin.people.$personId": [
    read(strangersPage, READS),
    read("/admin/people/01a1fe31-0000-7000-8000-000000000000", "in hid hid hid hid hid hid hid hid hid in", "nobody"),
    act(strangersPage, "grant", ACTS, { fields: ({ campus }) => ({ role: "coach", scopeId: campus.id }) }),
    act(strangersPage, "revoke", ACTS, { fields: ({ campus }) => ({ role: "learner", scopeId: campus.id }) }),
    onStranger("suspend", ACTS, { reason: "Proef" }),
    onStranger("end_sessions", ACTS),
    onStranger("borrow", ACTS, { reason: "Kijken wat er mis gaat" }),
    act(({ people }) => `/admin/people/${people.suspended.personId ?? ""}`, "reinstate", ACTS),
    onStranger("nonsense", REFUSED(400)),
    act(({ people }) => `/admin/people/${people.admin.personId ?? ""}`, "borrow", REFUSED(400), {
      fields: () => ({ reason: "Zelf" }),
      note: "oneself",
    }),
  ],
  "routes/return": [
    read("/return", "away away away away away away away away away away away"),
    act("/return", "", "ask hid hid hid hid hid hid hid hid hid ask"),
  ],
};
