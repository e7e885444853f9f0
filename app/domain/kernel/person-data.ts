import type { Db, Tx } from "./store";

/** What a context keeps about people: how it is handed over, and how it is erased. */
export interface PersonData {
  /** Name of the context; the heading in an export. */
  readonly context: string;
  /** Everything the context keeps about a person, as plain data for JSON. */
  exportPerson(db: Db, personId: string): Promise<Readonly<Record<string, unknown>>>;
  /** Erases or pseudonymises it, in the transaction that erases the person; other contexts may have gone before. */
  erasePerson(tx: Tx, personId: string, now: Date): Promise<void>;
}

const parts = new Map<string, PersonData>();

/** Adds a context to export and erasure. Called when the module `person-data.ts` of the context is loaded; a second call replaces the first. */
export function registerPersonData(part: PersonData): void {
  parts.set(part.context, part);
}

/** The registered contexts, by name. */
export function personDataParts(): readonly PersonData[] {
  return [...parts.values()].sort((a, b) => (a.context < b.context ? -1 : 1));
}
