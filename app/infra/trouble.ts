/** Why something cannot be read or kept just now, though nothing is wrong with what was asked. */
export type Trouble = "busy" | "cannot_store";

/** What the engines and the system call it: somebody else holds the database, it has no connection left, or it is not there. */
const BUSY = /^(SQLITE_(BUSY|LOCKED)(_\w+)?|40001|40P01|53300|55P03|57P0[123]|08[\dA-Z]{3}|ECONNREFUSED)$/;
/** The disk or the allowance is full, or takes no writes. */
const CANNOT_STORE = /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE|SHMOPEN)|53100|ENOSPC|EDQUOT|EFBIG|EROFS)$/;

/** Tells such trouble from a fault of ours; null for anything else. Drizzle and others keep what the driver threw as the cause of their own error. */
export function troubleOf(thrown: unknown): Trouble | null {
  for (let at = thrown; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code !== "string") continue;
    if (BUSY.test(code)) return "busy";
    if (CANNOT_STORE.test(code)) return "cannot_store";
  }
  return null;
}
