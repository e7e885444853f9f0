import { hash, parseOptions, verify } from "@node-rs/argon2";

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a random value nobody knows: an unknown address costs the same time as a wrong password. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$0HN81fD777l30xyVVUXnNA$eLiIehM/4KsKWL6znGm4U1H71l3Q3+othKd+X2obY3M";

/** The same word typed on another keyboard gives the same bytes. */
const canonical = (password: string): string => password.normalize("NFKC");

/** Hashes a password with argon2id. Takes tens of milliseconds: never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), COST);
}

/** Compares a password with a kept hash; without one it takes the same time and says no. Never inside a transaction. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? NOBODY, canonical(password)).catch(() => false);
  return kept !== null && matches;
}

/** Tells whether a hash was made with less work than is asked for today. */
export function isWeakerHash(kept: string): boolean {
  const { memoryCost, timeCost, algorithm } = parseOptions(kept);
  const argon2id = 2;
  return algorithm !== argon2id || memoryCost < COST.memoryCost || timeCost < COST.timeCost;
}

/** Length of a password as a person counts it: in code points. */
export function passwordLength(password: string): number {
  return [...canonical(password)].length;
}
