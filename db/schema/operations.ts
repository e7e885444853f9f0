import { index, instant, int, real, table, text } from "../dialect";

/** Backups that servers made by themselves: each with what its trial said. Without `verifiedAt` and `error` it is being made. */
export const backups = table(
  "backups",
  {
    id: text("id").primaryKey(),
    /** When it was begun. */
    at: instant("at").notNull(),
    /** Name of the file in the folder of the backups. */
    file: text("file").notNull(),
    /** Size in bytes, which may be more than 32 bits hold. */
    bytes: real("bytes"),
    sha256: text("sha256"),
    /** Rows of all tables together. */
    rows: int("rows"),
    /** Stored files that belong to it. */
    files: int("files"),
    /** When it was restored elsewhere, looked through and found whole. */
    verifiedAt: instant("verified_at"),
    error: text("error"),
  },
  (t) => [index("backups_at").on(t.at)],
);
