/** What a notice is about. */
export const NOTICE_SUBJECTS = [
  "idea",
  "comment",
  "team_invitation",
  "role_grant",
  "report",
  "interest",
  "graft",
  "room",
  "session",
  "group_session",
  "action",
  "allotment",
  "coach_relation",
  "booking",
  "entry",
  "assignment",
  "edition",
  "person",
  "company",
] as const;
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number];

/**
 * Whether a kind of notice also goes by mail: `on` and `off` until the person says otherwise; `never` where a mail of its own
 * exists, or none is wanted.
 */
export type MailHabit = "on" | "off" | "never";

/** Everything people are told of, in the order of the preferences. */
export const NOTICES = {
  team_invitation: "never",
  invitation_answered: "on",
  comment: "on",
  stage_changed: "on",
  idea_edited: "off",
  graft_proposed: "on",
  graft_answered: "on",
  graft_due: "on",
  grafted: "on",
  ungrafted: "on",
  interest_received: "on",
  interest_answered: "on",
  interest_due: "on",
  interest_to_confirm: "on",
  help_asked: "on",
  room_message: "on",
  meeting_proposed: "on",
  meeting_answered: "on",
  meeting_due: "on",
  talk_booked: "on",
  talk_moved: "on",
  talk_cancelled: "on",
  talk_soon: "on",
  session_registered: "on",
  session_offered: "on",
  session_moved: "on",
  session_cancelled: "on",
  session_soon: "on",
  coach_given: "on",
  idea_given: "on",
  idea_given_closed: "on",
  coach_ended: "on",
  allotment_due: "on",
  action_given: "on",
  action_due: "on",
  booking_made: "off",
  booking_cancelled: "on",
  booking_closed: "on",
  entry_made: "on",
  entry_submitted: "on",
  entry_withdrawn: "on",
  entry_extended: "on",
  entry_due: "on",
  entry_ruled: "on",
  sheet_given: "on",
  sheet_due: "on",
  jury_nudge: "on",
  plan_due: "on",
  paper_typed: "on",
  paper_waiting: "on",
  vote_due: "on",
  result_published: "on",
  letter_sent: "on",
  company_asked: "on",
  company_due: "on",
  company_unchecked: "on",
  company_vat: "on",
  company_answered: "on",
  role_granted: "on",
  impersonated: "on",
  report_opened: "on",
} as const satisfies Readonly<Record<string, MailHabit>>;
export type NoticeKind = keyof typeof NOTICES;
/** Kinds that a person may choose to get by mail. */
export type MailableKind = { [K in NoticeKind]: (typeof NOTICES)[K] extends "never" ? never : K }[NoticeKind];
export const NOTICE_KINDS = Object.keys(NOTICES) as NoticeKind[];

/** Groups of kinds, as the preferences show them. */
export const NOTICE_GROUPS = {
  ideas: [
    "invitation_answered",
    "comment",
    "stage_changed",
    "idea_edited",
    "graft_proposed",
    "graft_answered",
    "graft_due",
    "grafted",
    "ungrafted",
  ],
  matching: [
    "interest_received",
    "interest_answered",
    "interest_due",
    "interest_to_confirm",
    "help_asked",
    "room_message",
    "meeting_proposed",
    "meeting_answered",
    "meeting_due",
  ],
  coaching: [
    "talk_booked",
    "talk_moved",
    "talk_cancelled",
    "talk_soon",
    "coach_given",
    "idea_given",
    "idea_given_closed",
    "coach_ended",
    "allotment_due",
    "action_given",
    "action_due",
  ],
  sessions: ["session_registered", "session_offered", "session_moved", "session_cancelled", "session_soon"],
  lab: ["booking_made", "booking_cancelled", "booking_closed"],
  awards: [
    "entry_made",
    "entry_submitted",
    "entry_withdrawn",
    "entry_extended",
    "entry_due",
    "entry_ruled",
    "sheet_given",
    "sheet_due",
    "jury_nudge",
    "plan_due",
    "paper_typed",
    "paper_waiting",
    "vote_due",
    "result_published",
    "letter_sent",
  ],
  campus: [
    "role_granted",
    "impersonated",
    "report_opened",
    "company_asked",
    "company_due",
    "company_unchecked",
    "company_vat",
    "company_answered",
  ],
} as const satisfies Readonly<Record<string, readonly NoticeKind[]>>;
export type NoticeGroup = keyof typeof NOTICE_GROUPS;

/** The kind with this name; null when there is none. */
export function noticeKind(name: string): NoticeKind | null {
  return NOTICE_KINDS.find((kind) => kind === name) ?? null;
}

/** Whether a person may choose to get this kind by mail. */
export function isMailable(kind: NoticeKind): kind is MailableKind {
  return NOTICES[kind] !== "never";
}

/** Whether this kind goes by mail, given what the person chose (null: nothing yet). */
export function goesByMail(kind: NoticeKind, chosen: boolean | null): boolean {
  return isMailable(kind) && (chosen ?? NOTICES[kind] === "on");
}

/** What an address of a notice is made of. */
export interface NoticePlace {
  readonly subjectKind: NoticeSubject;
  readonly subjectId: string;
  readonly ideaId: string | null;
  /** Slug of the campus or edition the subject belongs to, when that is in its address. */
  readonly slug: string | null;
}

/** The page to look at what a notice tells of. */
export function pathOf({ subjectKind, subjectId, ideaId, slug }: NoticePlace): string {
  switch (subjectKind) {
    case "idea":
      return `/ideas/${subjectId}`;
    case "comment":
      return ideaId === null ? "/greenhouse" : `/ideas/${ideaId}#comments`;
    case "interest":
      return `/interest/${subjectId}`;
    case "graft":
      return `/graft/${subjectId}`;
    case "company":
      return `/companies/${subjectId}`;
    case "room":
      return `/rooms/${subjectId}`;
    case "role_grant":
    case "person":
      return "/account";
    case "report":
      return slug === null ? "/desk" : `/campus/${slug}/reports`;
    case "session":
      return `/coaching/session/${subjectId}`;
    case "group_session":
      return `/sessions/${subjectId}`;
    case "booking":
      return slug === null ? "/greenhouse" : `/lab/${slug}/booking/${subjectId}`;
    case "entry":
      return slug === null ? "/greenhouse" : `/awards/${slug}/entry/${subjectId}`;
    case "edition":
      return slug === null ? "/greenhouse" : `/awards/${slug}`;
    case "assignment":
      return slug === null ? "/greenhouse" : `/awards/${slug}/jury/${subjectId}`;
    case "coach_relation":
      return ideaId === null ? "/greenhouse#coaching" : `/ideas/${ideaId}`;
    case "allotment":
      return slug === null ? "/desk" : `/campus/${slug}/allotment`;
    case "team_invitation":
    case "action":
      return "/greenhouse";
  }
}
