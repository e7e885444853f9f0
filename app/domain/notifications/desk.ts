import type { phases } from "#db/schema/awards";
import type { Role } from "../kernel/actor";

/** Kinds of things that are pending on a campus. */
export type DeskKind =
  | "report"
  | "role_invite"
  | "class_invite"
  | "company"
  | "team_invitation"
  | "interest"
  | "graft"
  | "allotment"
  | "talk_to_close"
  | "booking_closed"
  | "sheets_missing"
  | "to_redact"
  | "next_phase";
export type PhaseName = (typeof phases.$inferSelect)["kind"];

/** One thing that is pending on a campus. */
export interface DeskRow {
  readonly id: string;
  readonly kind: DeskKind;
  readonly campus: { readonly name: string; readonly slug: string; readonly zone: string };
  /** Title, name or address it is about; empty when the organiser may not know. */
  readonly title: string;
  /** Whose move it is; null when it is the organisers'. */
  readonly owner: string | null;
  readonly since: Date;
  readonly dueAt: Date;
  readonly late: boolean;
  /** How many, for a class, sheets that are missing and entries nobody looked at. */
  readonly count: number;
  readonly role: Role | null;
  readonly phase: PhaseName | null;
  readonly path: string;
}
