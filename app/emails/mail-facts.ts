import type { MessageKey } from "../locales/translate";
import type { AccessEventName, EmailFacts, UnusedFacts } from "./access-mail";

type RoleKey = Extract<MessageKey, `identity.role.${string}`>;
type RoleName = RoleKey extends `identity.role.${infer Name}` ? Name : never;

type NoticeKey = Extract<MessageKey, `notices.kind.${string}`>;
type NoticeName = NoticeKey extends `notices.kind.${infer Name}` ? Name : never;

/** A moment, told on the clock of a place. */
export interface Due {
  readonly at: Date;
  /** IANA time zone. */
  readonly zone: string;
}

type PlaceKey = Extract<MessageKey, `awards.place.${number}`>;
type PlaceName = PlaceKey extends `awards.place.${infer Name extends number}` ? Name : never;

/** A letter as it stands in a mail: its text, and the prize if there is one. */
export interface LetterInMail {
  readonly body: string;
  readonly place: PlaceName | null;
}

/** The statement of an erasure: counts by context. */
export interface ErasureInMail {
  readonly number: string;
  readonly at: Date;
  readonly sha256: string;
  readonly lines: readonly { readonly context: string; readonly removed: number; readonly kept: number }[];
}

/** What each mail tells. Paths begin with a slash and belong to our own site. */
export type MailFacts =
  | {
      readonly template: "account_link";
      readonly facts: { readonly variant: "sign_in" | "sign_up" | "unknown"; readonly name: string; readonly path: string };
    }
  | {
      readonly template: "password_reset";
      readonly facts: { readonly variant: "reset" | "unknown"; readonly name: string; readonly path: string };
    }
  | {
      readonly template: "role_invite";
      readonly facts: {
        readonly name: string;
        readonly inviter: string;
        readonly role: RoleName;
        readonly campus: string;
        readonly due: Due;
        readonly isReminder: boolean;
        readonly path: string;
      };
    }
  | {
      readonly template: "team_invitation";
      readonly facts: {
        readonly name: string;
        readonly inviter: string;
        readonly title: string;
        readonly due: Due;
        readonly isReminder: boolean;
        readonly path: string;
      };
    }
  | {
      readonly template: "notice";
      readonly facts: {
        readonly name: string;
        readonly kind: NoticeName;
        readonly by: string | null;
        readonly title: string;
        readonly role: RoleName | null;
        readonly when: Due | null;
        /** The letter of the jury that a notice brings. */
        readonly letter?: LetterInMail;
        readonly path: string;
        readonly unsubscribePath: string;
      };
    }
  | {
      readonly template: "talk_booked" | "talk_moved" | "talk_cancelled" | "talk_reminder";
      readonly facts: {
        readonly name: string;
        readonly coach: string;
        /** Null when the idea is not the reader's to know any more. */
        readonly title: string | null;
        readonly when: Due;
        readonly place: string;
        readonly reason: string;
        readonly path: string;
      };
    }
  | {
      readonly template: "backup_failed";
      readonly facts: {
        readonly name: string;
        /** When the backup was begun. */
        readonly begun: Due;
        /** What went wrong, in the words of the machine. */
        readonly reason: string;
      };
    }
  | {
      readonly template: "access_changed";
      readonly facts: {
        readonly event: AccessEventName;
        readonly name: string;
        readonly when: Due;
        readonly device: string;
        readonly network: string;
        readonly path: string;
      };
    }
  | { readonly template: "account_unused"; readonly facts: Omit<UnusedFacts, "moment"> & { readonly until: Due } }
  | { readonly template: "email_change" | "email_notice"; readonly facts: EmailFacts }
  | { readonly template: "erasure_done"; readonly facts: ErasureInMail };
