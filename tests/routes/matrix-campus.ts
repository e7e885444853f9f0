import { emailOf } from "#tests/support/app-world";
import type { World } from "#tests/support/app-world";
import { act, read, withId } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const campusAct = (page: string, name: string, expected: string, fields?: Row["fields"]): Row =>
  act(`/campus/noord/${page}`, name, expected, { fields });
const strangersId = ({ people }: World): string => people.stranger.personId ?? "";

/** Pages of those who run a campus. */
export const CAMPUS_ROWS: Rows = {
  "routes/campus.$campusSlug.people": [
    read("/campus/noord/people", "in hid hid hid hid hid ok hid hid ok in"),
    read((world) => `/campus/noord/people?person=${strangersId(world)}`, "in hid hid hid hid hid ok hid hid ok in", "one opened"),
    read("/campus/nergens/people", "in hid hid hid hid hid hid hid hid hid in", "no such campus"),
    campusAct("people", "invite", "ask hid hid hid hid hid go hid hid go ask", () => ({
      email: "klas@broeikas.test",
      role: "coach",
      locale: "nl",
    })),
    campusAct(
      "people",
      "withdraw",
      "ask hid hid hid hid hid go hid hid go ask",
      withId(({ strangersRoleInvite }) => strangersRoleInvite),
    ),
    campusAct("people", "grant", "ask hid hid hid hid hid go hid hid go ask", withId(strangersId, { role: "coach" })),
    campusAct("people", "revoke", "ask hid hid hid hid hid go hid hid go ask", withId(strangersId, { role: "learner" })),
    campusAct("people", "suspend", "ask hid hid hid hid hid go hid hid go ask", withId(strangersId, { reason: "Proef" })),
    campusAct(
      "people",
      "reinstate",
      "ask hid hid hid hid hid go hid hid go ask",
      withId(({ people }) => people.suspended.personId ?? ""),
    ),
    campusAct("people", "hide_photo", "ask hid hid hid hid hid go hid hid go ask", ({ people, photo }) => ({
      id: people.member.personId ?? "",
      photo,
      reason: "Iemand anders",
    })),
    campusAct(
      "people",
      "show_photo",
      "ask hid hid hid hid hid 409 hid hid 409 ask",
      withId(({ photo }) => photo),
    ),
    campusAct("people", "nonsense", "ask hid hid hid hid hid 400 hid hid 400 ask"),
    read("/campus/zuid/people", "in hid hid hid hid hid hid ok hid ok in", "the other campus"),
    ...(
      [
        ["withdraw", "ask hid hid hid hid hid hid hid hid go ask", withId(({ strangersRoleInvite }) => strangersRoleInvite)],
        ["revoke", "ask hid hid hid hid hid hid hid hid hid ask", withId(strangersId, { role: "learner" })],
        ["suspend", "ask hid hid hid hid hid hid hid hid go ask", withId(strangersId, { reason: "Proef" })],
      ] as const
    ).map(([name, expected, fields]) => act("/campus/zuid/people", name, expected, { fields, note: "from the other campus" })),
  ],
  "routes/campus.$campusSlug.reports": [
    read("/campus/noord/reports", "in hid hid hid hid ok ok hid hid ok in"),
    campusAct(
      "reports",
      "close",
      "ask hid hid hid hid hid go hid hid go ask",
      withId(({ report }) => report, { outcome: "kept" }),
    ),
    campusAct(
      "reports",
      "hide",
      "ask hid hid hid hid no go hid hid hid ask",
      withId(({ report }) => report, { reason: "Onveilig" }),
    ),
    campusAct(
      "reports",
      "unhide_idea",
      "ask hid hid hid hid go go hid hid go ask",
      withId(({ ideas }) => ideas.hidden.id),
    ),
    campusAct(
      "reports",
      "unhide_comment",
      "ask hid hid hid hid go go hid hid hid ask",
      withId(({ ideas }) => ideas.campus.hiddenComment),
    ),
    ...(["message", "note"] as const).map((kind) =>
      campusAct(
        "reports",
        `unhide_${kind}`,
        "ask hid hid hid hid go go hid hid hid ask",
        withId(({ rooms }) => (kind === "message" ? rooms.hiddenMessage : rooms.hiddenNote)),
      ),
    ),
    campusAct(
      "reports",
      "unhide_interest",
      "ask hid hid hid hid 409 409 hid hid hid ask",
      withId(({ matching }) => matching.interest),
    ),
    campusAct(
      "reports",
      "unhide_graft",
      "ask hid hid hid hid 409 409 hid hid hid ask",
      withId(({ grafts }) => grafts.proposal),
    ),
    campusAct(
      "reports",
      "unhide_assessment",
      "ask hid hid hid hid no hid hid hid hid ask",
      withId(({ growth }) => growth.coachs),
    ),
    campusAct(
      "reports",
      "unhide_letter",
      "ask hid hid hid hid hid 409 hid hid 409 ask",
      withId(({ awards }) => awards.published.entry),
    ),
    campusAct(
      "reports",
      "unhide_jury_note",
      "ask hid hid hid hid hid hid hid hid hid ask",
      withId(() => "nergens"),
    ),
    campusAct(
      "reports",
      "unhide_photo",
      "ask hid hid hid hid hid 409 hid hid 409 ask",
      withId(({ photo }) => photo),
    ),
    campusAct("reports", "nonsense", "ask hid hid hid hid 400 400 hid hid 400 ask"),
    act("/campus/zuid/reports", "close", "ask hid hid hid hid hid hid hid hid go ask", {
      fields: withId(({ report }) => report, { outcome: "kept" }),
      note: "from the other campus",
    }),
    act("/campus/zuid/reports", "unhide_idea", "ask hid hid hid hid hid hid hid hid go ask", {
      fields: withId(({ ideas }) => ideas.hidden.id),
      note: "from the other campus",
    }),
  ],
  "routes/campus.$campusSlug.settings": [
    read("/campus/noord/settings", "in hid hid hid hid hid ok hid hid ok in"),
    campusAct("settings", "hours", "ask hid hid hid hid hid go hid hid go ask", () => weekOf("08:00", "17:00")),
    campusAct("settings", "closure", "ask hid hid hid hid hid go hid hid go ask", () => ({
      firstDay: "2027-01-04",
      lastDay: "2027-01-05",
      "reason.nl": "Verlof",
      "reason.fr": "Congé",
      "reason.en": "Leave",
    })),
    campusAct(
      "settings",
      "remove_closure",
      "ask hid hid hid hid hid go hid hid go ask",
      withId(({ closure }) => closure),
    ),
    campusAct("settings", "organisation", "ask hid hid hid hid hid go hid hid go ask", () => ({ name: "Lasatelier" })),
    campusAct("settings", "member", "ask hid hid hid hid hid go hid hid go ask", ({ organisation }) => ({
      organisationId: organisation.id,
      email: emailOf("stranger"),
    })),
    campusAct(
      "settings",
      "end_member",
      "ask hid hid hid hid hid go hid hid go ask",
      withId(({ organisation, people }) => `${organisation.id}:${people.company.personId}`),
    ),
    campusAct(
      "settings",
      "restore_member",
      "ask hid hid hid hid hid go hid hid go ask",
      withId(({ organisation, people }) => `${organisation.id}:${people.stranger.personId}`),
    ),
    campusAct("settings", "nonsense", "ask hid hid hid hid hid 400 hid hid 400 ask"),
    act("/campus/zuid/settings", "remove_closure", "ask hid hid hid hid hid hid hid hid hid ask", {
      fields: withId(({ closure }) => closure),
      note: "from the other campus",
    }),
    act("/campus/zuid/settings", "end_member", "ask hid hid hid hid hid hid hid hid hid ask", {
      fields: withId(({ organisation, people }) => `${organisation.id}:${people.company.personId}`),
      note: "from the other campus",
    }),
  ],
};

function weekOf(from: string, until: string): Record<string, string> {
  return Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [
      [`days[${day}].parts[0].from`, from],
      [`days[${day}].parts[0].until`, until],
    ]),
  );
}
