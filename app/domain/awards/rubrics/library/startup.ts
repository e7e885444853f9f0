import type { LibraryRubric } from "./make";
import { criterion, labels } from "./make";

/** For a team that wants to begin a business. */
export const STARTUP: LibraryRubric = {
  code: "startup",
  no: 1,
  name: labels(["Startende zaak", "Jeune entreprise", "Young business"]),
  about: labels([
    "Voor een team dat met zijn idee een zaak wil beginnen: klanten, geld en team wegen even zwaar als de vondst.",
    "Pour une équipe qui veut lancer une activité : clients, argent et équipe pèsent autant que la trouvaille.",
    "For a team that wants to start a business: customers, money and team weigh as much as the find itself.",
  ]),
  sources: [
    { name: "JA Europe, Gen-E Innovation of the Year", url: "https://gen-e.eu/award/ja-europe-innovation-of-the-year-university-level" },
    { name: "AECOM CityHack", url: "https://cityhack.aecom.com/judging.html" },
    { name: "Livery Academy Awards", url: "https://www.liveryacademyawards.com/assessment-and-scoring" },
  ],
  criteria: [
    criterion(
      "need",
      20,
      ["Nood", "Besoin", "Need"],
      ["Wie zit met dit probleem, en hoe erg is het?", "Qui a ce problème, et à quel point ?", "Who has this problem, and how bad is it?"],
      [
        ["Niemand wordt genoemd die ermee zit.", "Personne de concerné n'est nommé.", "Nobody who has it is named."],
        [
          "Een groep wordt genoemd, zonder gesprek of telling.",
          "Un groupe est nommé, sans entretien ni comptage.",
          "A group is named, without talks or counts.",
        ],
        [
          "Vijf of meer mensen vertelden wat het hun kost.",
          "Cinq personnes ou plus ont dit ce que cela leur coûte.",
          "Five or more people said what it costs them.",
        ],
        [
          "Cijfers en citaten tonen hoe vaak, hoe erg en voor wie.",
          "Chiffres et citations disent la fréquence, la gravité et pour qui.",
          "Figures and quotes show how often, how bad and for whom.",
        ],
      ],
    ),
    criterion(
      "customers",
      20,
      ["Klanten", "Clients", "Customers"],
      [
        "Wie wil ervoor betalen, en hoe weet het team dat?",
        "Qui veut payer, et comment l'équipe le sait-elle ?",
        "Who wants to pay, and how does the team know?",
      ],
      [
        ["Het team denkt dat er klanten zijn.", "L'équipe suppose qu'il y a des clients.", "The team supposes there are customers."],
        [
          "Er is gevraagd wie het zou kopen, zonder prijs.",
          "On a demandé qui achèterait, sans prix.",
          "People were asked who would buy, without a price.",
        ],
        [
          "Klanten reageerden op een prijs of tekenden in.",
          "Des clients ont réagi à un prix ou se sont inscrits.",
          "Customers reacted to a price or signed up.",
        ],
        [
          "Er is betaald, of er ligt een ondertekende bestelling.",
          "Quelqu'un a payé ou signé une commande.",
          "Somebody paid, or signed an order.",
        ],
      ],
    ),
    criterion(
      "difference",
      20,
      ["Wat het anders doet", "Ce qui change", "What it does differently"],
      ["Waarom dit, en niet wat er al is?", "Pourquoi ceci, et pas ce qui existe ?", "Why this, and not what exists?"],
      [
        ["Wat al bestaat, komt niet ter sprake.", "L'existant n'est pas évoqué.", "What exists is not mentioned."],
        [
          "Enkele andere oplossingen staan erbij, zonder vergelijking.",
          "D'autres solutions sont citées, sans comparaison.",
          "Other solutions are listed, not compared.",
        ],
        [
          "Een eerlijke vergelijking toont waarin dit beter is.",
          "Une comparaison honnête montre ce qui est mieux.",
          "An honest comparison shows where this is better.",
        ],
        [
          "Gebruikers bevestigen het verschil, en het is moeilijk na te doen.",
          "Des usagers confirment l'écart, difficile à copier.",
          "Users confirm the difference, and it is hard to copy.",
        ],
      ],
    ),
    criterion(
      "money",
      15,
      ["Geld", "Argent", "Money"],
      ["Wat kost het, wat brengt het op?", "Que coûte-t-il, que rapporte-t-il ?", "What does it cost, what does it bring in?"],
      [
        ["Er staan geen bedragen.", "Aucun montant n'est donné.", "There are no amounts."],
        [
          "Er staan bedragen, maar kosten of inkomsten ontbreken.",
          "Des montants, mais sans coûts ou sans recettes.",
          "There are amounts, but costs or income are missing.",
        ],
        [
          "Kosten en inkomsten van het eerste jaar kloppen met elkaar.",
          "Coûts et recettes de la première année se tiennent.",
          "Costs and income of the first year fit together.",
        ],
        [
          "Bedragen zijn nagevraagd, met een goed en een slecht scenario.",
          "Montants vérifiés, avec un bon et un mauvais scénario.",
          "Amounts were checked, with a good and a bad case.",
        ],
      ],
    ),
    criterion(
      "team",
      15,
      ["Team en leren", "Équipe et apprentissage", "Team and learning"],
      [
        "Wie doet wat, en wat leerde het team onderweg?",
        "Qui fait quoi, et qu'a appris l'équipe ?",
        "Who does what, and what did the team learn?",
      ],
      [
        ["Taken en lessen staan nergens.", "Ni tâches ni leçons.", "Neither tasks nor lessons are told."],
        [
          "Taken zijn verdeeld; wat ontbreekt, is niet gezien.",
          "Tâches réparties ; les manques ne sont pas vus.",
          "Tasks are shared; gaps are not seen.",
        ],
        [
          "Het team noemt wat het mist en wat het leerde.",
          "L'équipe dit ce qui lui manque et ce qu'elle a appris.",
          "The team says what it lacks and what it learned.",
        ],
        [
          "Een les veranderde het plan, en hulp is gevonden.",
          "Une leçon a changé le plan, et l'aide est trouvée.",
          "A lesson changed the plan, and help was found.",
        ],
      ],
    ),
    criterion(
      "pitch",
      10,
      ["Pitch", "Pitch", "Pitch"],
      [
        "Begrijpt een buitenstaander het in twee minuten?",
        "Un profane comprend-il en deux minutes ?",
        "Does an outsider understand it in two minutes?",
      ],
      [
        [
          "Na de pitch is niet duidelijk wat het is.",
          "Après le pitch, on ne sait pas ce que c'est.",
          "After the pitch it is unclear what it is.",
        ],
        [
          "Het idee is duidelijk, de vraag aan de zaal niet.",
          "L'idée est claire, la demande ne l'est pas.",
          "The idea is clear, what is asked is not.",
        ],
        [
          "Idee, bewijs en vraag zijn in twee minuten duidelijk.",
          "Idée, preuve et demande claires en deux minutes.",
          "Idea, proof and request are clear in two minutes.",
        ],
        ["Wie luistert, kan het daarna zelf navertellen.", "L'auditeur peut le raconter à son tour.", "Whoever listens can retell it."],
      ],
    ),
  ],
};
