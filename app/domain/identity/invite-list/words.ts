import type { Locale, Role } from "../../kernel/actor";
import { fold } from "../../kernel/text";

/** A word as heads and cells are compared: its letters alone, without accents. */
export const lettersOf = (cell: string): string => fold(cell).replace(/[^a-z]/g, "");

const LOCALE_WORDS: Readonly<Record<Locale, string>> = {
  nl: "nl ned nederlands neerlandais dutch nlbe nlnl vlaams",
  fr: "fr fra frans francais french frbe frfr",
  en: "en eng engels anglais english engb enus",
};
/** Jurors and admins are no roles of a campus. */
const ROLE_WORDS: Readonly<Partial<Record<Role, string>>> = {
  learner: "learner leerling leerder lerende cursist student studente deelnemer apprenant apprenante eleve etudiant etudiante participant",
  coach: "coach begeleider begeleidster leerkracht docent lesgever teacher enseignant enseignante formateur formatrice",
  expert: "expert experte deskundige",
  organiser: "organiser organizer organisator organisatrice organisateur",
};

function finder<T extends string>(words: Readonly<Partial<Record<T, string>>>): (cell: string) => T | null {
  const known = new Map<string, T>();
  for (const [meaning, list] of Object.entries(words) as [T, string][]) for (const word of list.split(" ")) known.set(word, meaning);
  return (cell) => known.get(lettersOf(cell)) ?? null;
}

/** The language a cell names, in one of the three; null when it names none. */
export const localeIn = finder<Locale>(LOCALE_WORDS);
/** The role a cell names; null when it names none of a campus. */
export const roleIn = finder<Role>(ROLE_WORDS);
