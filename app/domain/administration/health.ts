/** Days a chart shows. */
export const CHART_DAYS = 30;

/** What is counted a day. */
export type ChartName = "sign_ins" | "ideas" | "bookings" | "mails";

/** Tables that grow. */
export type Table =
  "people" | "sessions" | "ideas" | "ideaVersions" | "comments" | "bookings" | "notifications" | "outbox" | "jobs" | "audit";
