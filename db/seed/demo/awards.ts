import { ENTRIES_2025 } from "./awards-2025";
import { ENTRIES_2026 } from "./awards-2026";
import type { CategorySeed, EditionSeed } from "./types";

export { DEFAULT_RUBRIC } from "./rubric";

const ENERGY: CategorySeed = {
  key: "energy-climate",
  name: { nl: "Energie en klimaat", fr: "Énergie et climat", en: "Energy and climate" },
  about: {
    nl: "Voor ideeën die warmte, stroom of grondstof sparen.",
    fr: "Pour les idées qui épargnent chaleur, courant ou matière.",
    en: "For ideas that save heat, power or material.",
  },
};

const MAKING: CategorySeed = {
  key: "making-robotics",
  name: { nl: "Maken en robotica", fr: "Fabrication et robotique", en: "Making and robotics" },
  about: {
    nl: "Voor toestellen, onderdelen en robots die mensen werk uit handen nemen.",
    fr: "Pour les appareils, pièces et robots qui soulagent le travail.",
    en: "For devices, parts and robots that take work off people's hands.",
  },
};

const PEOPLE_CARE: CategorySeed = {
  key: "people-care",
  name: { nl: "Mens en zorg", fr: "Humain et soin", en: "People and care" },
  about: {
    nl: "Voor ideeën die iemand helpen leren, werken of langer thuis wonen.",
    fr: "Pour les idées qui aident à apprendre, à travailler ou à rester chez soi.",
    en: "For ideas that help somebody learn, work or live at home longer.",
  },
};

const YOUNG: CategorySeed = {
  key: "young-makers",
  name: { nl: "Jonge makers", fr: "Jeunes créateurs", en: "Young makers" },
  about: {
    nl: "Voor teams met een eigenaar die nog op de schoolbanken zit.",
    fr: "Pour les équipes menées par un ou une élève.",
    en: "For teams led by somebody who still goes to school.",
  },
  audience: ["pupil"],
};

/** Last year's edition, published, and this year's, while the jury is scoring. */
export const EDITIONS: readonly EditionSeed[] = [
  {
    slug: "t2-awards-2025",
    campus: "t2-campus",
    year: 2025,
    name: { nl: "T2-awards 2025", fr: "T2-awards 2025", en: "T2-awards 2025" },
    theme: { nl: "Wat al bestaat, beter", fr: "L'existant, en mieux", en: "What exists, made better" },
    state: "published",
    phases: [
      { kind: "announcement", fromDay: -520, toDay: -470 },
      { kind: "submission", fromDay: -470, toDay: -430 },
      { kind: "screening", fromDay: -430, toDay: -423 },
      { kind: "judging", fromDay: -423, toDay: -395 },
      { kind: "deliberation", fromDay: -395, toDay: -388 },
      { kind: "publication", fromDay: -388, toDay: -387 },
    ],
    categories: [ENERGY, MAKING, PEOPLE_CARE],
    jurorsPerEntry: 3,
    jurors: ["rik", "helene", "meera", "goele"],
    conflicts: [{ juror: "rik", idea: "bijenkast-weegt", source: "declared", hard: true }],
    entries: ENTRIES_2025,
  },
  {
    slug: "t2-awards-2026",
    campus: "t2-campus",
    year: 2026,
    name: { nl: "T2-awards 2026", fr: "T2-awards 2026", en: "T2-awards 2026" },
    theme: { nl: "Samen sterker", fr: "Plus forts ensemble", en: "Stronger together" },
    state: "judging",
    phases: [
      { kind: "announcement", fromDay: -75, toDay: -50 },
      { kind: "submission", fromDay: -50, toDay: -14 },
      { kind: "screening", fromDay: -14, toDay: -10 },
      { kind: "judging", fromDay: -10, toDay: 9 },
      { kind: "deliberation", fromDay: 9, toDay: 16 },
      { kind: "publication", fromDay: 21, toDay: 22 },
    ],
    categories: [ENERGY, MAKING, PEOPLE_CARE, YOUNG],
    jurorsPerEntry: 3,
    jurors: ["rik", "helene", "meera", "goele"],
    conflicts: [
      { juror: "goele", idea: "pillendoos", source: "organisation", hard: true },
      { juror: "goele", idea: "valmat", source: "declared", hard: true },
      { juror: "helene", idea: "capteur-crue", source: "declared", hard: true },
      { juror: "rik", idea: "sensordoos", source: "declared", hard: false },
    ],
    entries: ENTRIES_2026,
  },
];
