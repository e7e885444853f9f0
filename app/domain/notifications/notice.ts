/** What a notice is about. */
export const NOTICE_SUBJECTS = [
  "idea",
  "comment",
  "team_invitation",
  "role_grant",
  "report",
  "interest",
  "session",
  "action",
  "booking",
  "entry",
  "assignment",
  "edition",
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
  interest_received: "on",
  interest_answered: "on",
  interest_due: "on",
  talk_booked: "on",
  talk_moved: "on",
  talk_cancelled: "on",
  talk_soon: "on",
  action_given: "on",
  action_due: "on",
  booking_made: "off",
  booking_cancelled: "on",
  booking_closed: "on",
  entry_made: "on",
  entry_submitted: "on",
  entry_withdrawn: "on",
  sheet_given: "on",
  sheet_due: "on",
  result_published: "on",
  role_granted: "on",
  report_opened: "on",
} as const satisfies Readonly<Record<string, MailHabit>>;
export type NoticeKind = keyof typeof NOTICES;
/** Kinds that a person may choose to get by mail. */
export type MailableKind = { [K in NoticeKind]: (typeof NOTICES)[K] extends "never" ? never : K }[NoticeKind];
export const NOTICE_KINDS = Object.keys(NOTICES) as NoticeKind[];

/** Groups of kinds, as the preferences show them. */
export const NOTICE_GROUPS = {
  ideas: ["invitation_answered", "comment", "stage_changed", "idea_edited"],
  matching: ["interest_received", "interest_answered", "interest_due"],
  coaching: ["talk_booked", "talk_moved", "talk_cancelled", "talk_soon", "action_given", "action_due"],
  lab: ["booking_made", "booking_cancelled", "booking_closed"],
  awards: ["entry_made", "entry_submitted", "entry_withdrawn", "sheet_given", "sheet_due", "result_published"],
  campus: ["role_granted", "report_opened"],
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
    case "role_grant":
      return "/account";
    case "report":
      return slug === null ? "/desk" : `/campus/${slug}/reports`;
    case "session":
      return `/coaching/session/${subjectId}`;
    case "booking":
      return slug === null ? "/greenhouse" : `/lab/${slug}/booking/${subjectId}`;
    case "entry":
      return slug === null ? "/greenhouse" : `/awards/${slug}/entry/${subjectId}`;
    case "edition":
      return slug === null ? "/greenhouse" : `/awards/${slug}`;
    case "assignment":
      return slug === null ? "/greenhouse" : `/awards/${slug}/jury/${subjectId}`;
    case "team_invitation":
    case "action":
      return "/greenhouse";
  }
}
