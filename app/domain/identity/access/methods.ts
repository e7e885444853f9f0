/** How somebody proves who they are: a password, a mailed link (of an invitation or a new password too), a passkey, another service, or an admin for them. */
export const SIGN_IN_METHODS = ["password", "link", "passkey", "oidc", "impersonation"] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Milliseconds an admin may look through the eyes of somebody in one go. */
export const IMPERSONATION_MAX = 3_600_000;
