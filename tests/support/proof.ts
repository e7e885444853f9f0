/** How most people of the tests came in. */
export const BY_PASSWORD = { method: "password", factors: 1 } as const;
