/** Work for the first start after a restore, by kind of job: what was erased since the backup is erased again, its statements are kept. */
export const AFTER_RESTORE = { eraseAgain: "identity.erase_again", keepErasure: "identity.keep_erasure" } as const;
