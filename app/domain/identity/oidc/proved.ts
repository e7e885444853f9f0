/** What another service said of the person who signed in there, after its signature was checked. */
export interface Proved {
  readonly issuer: string;
  readonly subject: string;
  /** Empty when the service told none. */
  readonly email: string;
  /** True only when the service says it made sure of the address. */
  readonly emailVerified: boolean;
  readonly name: string;
  /** Different proofs the service asked for: 2 when it says it was more than one. */
  readonly factors: 1 | 2;
}
