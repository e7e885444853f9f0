/** Seals short secrets that must be read again, so that the database alone does not tell them. Made by the composition root. */
export interface Vault {
  /** Tells whether it has a key. Without one nothing can be sealed, and what needs it says so. */
  readonly isOpen: boolean;
  /** @param about what the secret belongs to, such as `second_step:PERSON`; the same is needed to open it. Refuses with "vault_closed" without a key. */
  seal(secret: string, about: string): Promise<string>;
  /** The secret again; null when it was sealed with another key, for something else, or was changed. */
  open(sealed: string, about: string): Promise<string | null>;
}
