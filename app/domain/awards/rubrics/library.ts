import { DESIGN } from "./library/design";
import { IMPACT } from "./library/impact";
import type { LibraryRubric } from "./library/make";
import { PROTOTYPE } from "./library/prototype";
import { PUPILS } from "./library/pupils";
import { RESEARCH } from "./library/research";
import { STARTUP } from "./library/startup";

export type { LibraryRubric };

/** Good rubrics to begin from, in our own words. */
export const LIBRARY: readonly LibraryRubric[] = [STARTUP, PROTOTYPE, IMPACT, RESEARCH, DESIGN, PUPILS];

/** The rubric of the library with a code. */
export function libraryRubric(code: string): LibraryRubric | undefined {
  return LIBRARY.find((one) => one.code === code);
}

const PREFIX = "library-";

/** The id under which versions of a rubric of the library are stored, once somebody assesses by it. */
export function libraryRubricId(code: string): string {
  return PREFIX + code;
}

/** Tells whether a stored rubric is one of the library: it is everybody's, so nobody changes it. */
export function isLibraryRubric(rubricId: string): boolean {
  return rubricId.startsWith(PREFIX);
}
