import type { EntrySeed } from "./types";

// prettier-ignore
export const ENTRIES_2025 = [
  {
    idea: "drone-thermique", category: "energy-climate", number: 3, submittedDaysAgo: 441, state: "accepted", prizes: [1],
    dossier: {
      problem: "Une maison perd sa chaleur par un mur que personne ne voit. Une visite coûte cher et n'en montre qu'une.",
      done: "Deux quartiers survolés, 212 façades classées, onze propriétaires ont déjà isolé.",
      next: "Convaincre une société de logement de commander dix rues d'un coup.",
    },
    assigned: ["rik", "helene", "meera"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [3, 3, 2, 2, 3, 3], comments: {} },
      { juror: "helene", state: "submitted", levels: [3, 3, 4, 3, 3, 3], comments: { impact: "L'effet est mesuré et il dure." } },
      { juror: "meera", state: "submitted", levels: [3, 3, 3, 3, 3, 4], comments: { pitch: "One sentence and I got it." } },
    ],
  },
  {
    idea: "werkkledij", category: "energy-climate", number: 5, submittedDaysAgo: 436, state: "accepted", prizes: [2],
    dossier: {
      problem: "Een werkbroek gaat weg om één kapotte knie. Een firma met veertig mensen gooit er zo honderd per jaar weg.",
      done: "186 broeken hersteld voor drie firma's. Een nieuwe knie haalt gemiddeld zeven maanden.",
      next: "Iemand vinden die ophaalt en terugbrengt zonder dat het meer kost dan het naaien.",
    },
    assigned: ["rik", "helene", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [2, 2, 3, 2, 2, 3], comments: {} },
      { juror: "helene", state: "submitted", levels: [4, 3, 4, 2, 3, 3],
        comments: { problem: "Le besoin est mesuré chez de vraies personnes.", impact: "On sait qui y gagne, et de combien." } },
      { juror: "goele", state: "submitted", levels: [3, 3, 3, 3, 3, 3], comments: {} },
    ],
  },
  {
    idea: "bijenkast-weegt", category: "energy-climate", number: 9, submittedDaysAgo: 433, state: "accepted", prizes: ["audience"],
    dossier: {
      problem: "Een bijenvolk storen om te kijken kost een dag honing. Niet kijken kost soms het volk.",
      done: "Vier kasten wogen een hele zomer, twee volken werden op tijd gevoederd.",
      next: "De gegevens zonder laptop van het veld naar huis krijgen.",
    },
    assigned: ["meera", "helene", "goele"],
    sheets: [
      { juror: "meera", state: "submitted", levels: [3, 3, 3, 2, 3, 3], comments: {} },
      { juror: "helene", state: "submitted", levels: [3, 3, 3, 3, 3, 3], comments: {} },
      { juror: "goele", state: "submitted", levels: [2, 3, 3, 3, 4, 3],
        comments: { learning: "Het team zocht kennis die het niet had en toont wat dat veranderde." } },
    ],
  },
  {
    idea: "cobot-last-mee", category: "making-robotics", number: 2, submittedDaysAgo: 447, state: "accepted", prizes: [1],
    dossier: {
      problem: "Zeven werkplaatsen in de streek zoeken samen elf lassers. De saaie naden maken het vak kapot.",
      done: "Een mal voor drie soorten naden. In de cobotcel 140 meter gelast, de rug van de lasser gemeten voor en na.",
      next: "De bediening zo eenvoudig maken dat een collega het in een uur kan.",
    },
    assigned: ["rik", "meera", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [3, 3, 3, 3, 4, 3], comments: { learning: "Mooi hoe een fout hier een versie werd." } },
      { juror: "meera", state: "submitted", levels: [4, 3, 3, 3, 3, 3], comments: { problem: "Real users, real numbers, and I can check them." } },
      { juror: "goele", state: "submitted", levels: [4, 3, 3, 3, 4, 3],
        comments: { problem: "De cijfers komen van echte gebruikers en de bron staat erbij.", learning: "Je ziet de weg, niet enkel het resultaat." } },
    ],
  },
  {
    idea: "fietsenstalling-schroot", category: "making-robotics", number: 7, submittedDaysAgo: 439, state: "accepted", prizes: [2],
    dossier: {
      problem: "De stad koopt fietsenrekken van ver en smelt haar vangrails om.",
      done: "Eén rek voor acht fietsen staat buiten en wordt elke dag gebruikt.",
      next: "Een tekening maken die een gemeente kan goedkeuren.",
    },
    assigned: ["rik", "helene", "meera"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [2, 2, 3, 2, 2, 2], comments: {} },
      { juror: "helene", state: "submitted", levels: [2, 3, 3, 3, 3, 3], comments: {} },
      { juror: "meera", state: "submitted", levels: [2, 2, 3, 3, 2, 3], comments: {} },
    ],
  },
  {
    idea: "soldeercafe", category: "people-care", number: 4, submittedDaysAgo: 445, state: "accepted", prizes: [1],
    dossier: {
      problem: "Mensen gooien toestellen weg die één losse draad missen, en jongeren hebben nog nooit gesoldeerd.",
      done: "Vijf avonden, 94 bezoekers, 61 toestellen hersteld, 38 mensen leerden solderen.",
      next: "De avond vertalen naar een klas van twintig.",
    },
    assigned: ["helene", "meera", "goele"],
    sheets: [
      { juror: "helene", state: "submitted", levels: [4, 4, 3, 3, 4, 3],
        comments: { problem: "On voit qui souffre et combien de fois.", solution: "Une idée simple que je n'avais jamais vue.",
          learning: "L'équipe raconte ses erreurs et ce qu'elle en a fait." } },
      { juror: "meera", state: "submitted", levels: [4, 2, 3, 4, 4, 4],
        comments: { problem: "The need is counted, not claimed.", feasibility: "Costs are checked and someone has paid.",
          learning: "They looked for what they lacked and used it.", pitch: "I would retell this tomorrow." } },
      { juror: "goele", state: "submitted", levels: [3, 2, 2, 3, 4, 3],
        comments: { learning: "Het team zocht kennis die het niet had en toont wat dat veranderde." } },
    ],
  },
  {
    idea: "carte-metiers", category: "people-care", number: 6, submittedDaysAgo: 438, state: "accepted", prizes: [2],
    dossier: {
      problem: "Les élèves choisissent un métier sans l'avoir vu ni entendu.",
      done: "Quarante ateliers enregistrés, trois classes ont essayé, sept élèves ont demandé une visite.",
      next: "Ranger les fichiers dans une base solide et ajouter des visages.",
    },
    assigned: ["rik", "helene", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [3, 3, 3, 2, 3, 3], comments: {} },
      { juror: "helene", state: "submitted", levels: [3, 4, 3, 3, 3, 3], comments: { solution: "Le prototype montre bien la différence." } },
      { juror: "goele", state: "submitted", levels: [4, 3, 3, 3, 3, 2], comments: { problem: "Ik weet nu hoe groot het probleem is, en bij wie." } },
    ],
  },
  {
    idea: "phish-oefening", category: "people-care", number: 8, submittedDaysAgo: 434, state: "accepted", prizes: [],
    dossier: {
      problem: "Een kapper krijgt dezelfde valse mails als een bank, zonder de opleiding.",
      done: "Vier zaken, 23 mensen. Na een week klikte nog één op acht in plaats van één op drie.",
      next: "Tien winkels bereiken zonder dure verkoper.",
    },
    assigned: ["rik", "meera", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [2, 1, 3, 3, 2, 2], comments: { solution: "Dit bestaat al, kijk eens rond." } },
      { juror: "meera", state: "submitted", levels: [3, 2, 3, 2, 3, 3], comments: {} },
      { juror: "goele", state: "submitted", levels: [4, 2, 3, 3, 2, 2], comments: { problem: "Geteld, gevraagd en nagekeken. Zo hoort het." } },
    ],
  },
] as const satisfies readonly EntrySeed[];
