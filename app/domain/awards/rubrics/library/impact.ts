import type { LibraryRubric } from "./make";
import { criterion, labels } from "./make";

/** For an idea that wants to change something for people or their surroundings. */
export const IMPACT: LibraryRubric = {
  code: "impact",
  no: 1,
  name: labels(["Maatschappelijk verschil", "Utilité sociale", "Social difference"]),
  about: labels([
    "Voor een idee dat iets wil veranderen voor mensen, buurt of milieu. Winst hoeft niet, volhouden wel.",
    "Pour une idée qui veut changer quelque chose pour les gens, le quartier ou l'environnement. Durer compte, le profit non.",
    "For an idea that wants to change something for people, a neighbourhood or nature. It need not earn, it must last.",
  ]),
  sources: [
    { name: "UNIZO STEP-UP", url: "https://www.ondernemendeschool.be/step-wedstrijd" },
    { name: "WV Innovates", url: "https://www.wvinnovates.com/judging-criteria-rubric" },
    { name: "EIC, coordination and support 2025", url: "https://eueic.com/tag/re-work-programme-2025-professional-part-235" },
  ],
  criteria: [
    criterion(
      "people",
      25,
      ["Met wie het aangaat", "Avec les personnes concernées", "With those concerned"],
      ["Dachten de mensen om wie het gaat mee?", "Les personnes concernées ont-elles participé ?", "Did the people it is about take part?"],
      [
        ["Er is over hen gepraat, niet met hen.", "On a parlé d'eux, pas avec eux.", "They were talked about, not with."],
        ["Enkelen vertelden wat ze ervan vinden.", "Quelques-uns ont donné leur avis.", "Some said what they think of it."],
        ["Hun woorden veranderden het idee.", "Leurs mots ont changé l'idée.", "Their words changed the idea."],
        ["Zij maken mee uit hoe het verder gaat.", "Ils décident avec l'équipe de la suite.", "They help decide how it goes on."],
      ],
    ),
    criterion(
      "change",
      25,
      ["Verschil", "Changement", "Change"],
      [
        "Wat wordt er anders, en hoe zie je dat?",
        "Qu'est-ce qui change, et comment le voit-on ?",
        "What becomes different, and how do you see it?",
      ],
      [
        ["Er staat een wens, geen verschil.", "Un souhait, pas un changement.", "There is a wish, no change."],
        [
          "Het verschil is beschreven, niet te meten.",
          "Le changement est décrit, sans mesure.",
          "The change is described, not measurable.",
        ],
        ["Er is een maat en een beginmeting.", "Il y a une mesure et un point de départ.", "There is a measure and a first reading."],
        ["Een proef toont al verschil.", "Un essai montre déjà un effet.", "A trial already shows a difference."],
      ],
    ),
    criterion(
      "reach",
      15,
      ["Wie het bereikt", "Qui est touché", "Whom it reaches"],
      [
        "Raakt het ook wie het moeilijkst te bereiken is?",
        "Touche-t-il aussi les plus éloignés ?",
        "Does it reach those who are hardest to reach?",
      ],
      [
        ["Drempels zijn niet bekeken.", "Les obstacles n'ont pas été vus.", "Barriers were not looked at."],
        ["Drempels staan er, zonder oplossing.", "Les obstacles sont cités, sans solution.", "Barriers are named, not solved."],
        [
          "Voor taal, geld of afstand is een oplossing.",
          "Langue, argent ou distance ont une réponse.",
          "Language, money or distance have an answer.",
        ],
        [
          "Mensen die anders ontbreken, deden al mee.",
          "Des personnes souvent absentes ont déjà participé.",
          "People who are often absent already took part.",
        ],
      ],
    ),
    criterion(
      "planet",
      15,
      ["Zorg voor morgen", "Souci de demain", "Care for tomorrow"],
      [
        "Wat doet het met materiaal, energie en afval?",
        "Quel effet sur matières, énergie et déchets ?",
        "What does it do to materials, energy and waste?",
      ],
      [
        ["Dit is niet bekeken.", "Ce n'est pas examiné.", "This was not looked at."],
        ["Het team noemt een goed gevolg.", "L'équipe cite un effet positif.", "The team names a good effect."],
        ["Goede en slechte gevolgen zijn geschat.", "Effets positifs et négatifs sont estimés.", "Good and bad effects are estimated."],
        [
          "Keuzes in het ontwerp verminderen een geschat gevolg.",
          "Des choix réduisent un effet estimé.",
          "Design choices reduce an estimated effect.",
        ],
      ],
    ),
    criterion(
      "lasting",
      20,
      ["Volhouden", "Durer", "Lasting"],
      ["Hoe blijft het bestaan na de wedstrijd?", "Comment survit-il après le concours ?", "How does it go on after the competition?"],
      [
        ["Na de wedstrijd is er geen plan.", "Aucun plan après le concours.", "There is no plan afterwards."],
        ["Er staan stappen, zonder wie of wanneer.", "Des étapes, sans qui ni quand.", "There are steps, without who or when."],
        ["Mensen, middelen en data staan op papier.", "Personnes, moyens et dates sont écrits.", "People, means and dates are on paper."],
        ["Een partner beloofde hulp of een plek.", "Un partenaire a promis aide ou lieu.", "A partner promised help or a place."],
      ],
    ),
  ],
};
