import type { LibraryRubric } from "./make";
import { criterion, labels } from "./make";

/** For a study by students. */
export const RESEARCH: LibraryRubric = {
  code: "research",
  no: 1,
  name: labels(["Studentenonderzoek", "Recherche d'étudiants", "Student research"]),
  about: labels([
    "Voor een eindwerk of onderzoek: een goede vraag, een eerlijke aanpak en wat je ermee kan.",
    "Pour un mémoire ou une recherche : une bonne question, une démarche honnête et son usage.",
    "For a thesis or a study: a good question, an honest method and what can be done with it.",
  ]),
  sources: [
    { name: "Nationaal Luchtvaartfonds", url: "https://www.luchtvaartfonds.nl/criteria" },
    { name: "Fonds Pascal Decroos, werkbeurs", url: "https://www.fondspascaldecroos.org/nl/werkbeurs/criteria" },
    { name: "EIC Accelerator pilot 2020", url: "https://www.sunrise.co.il/post/eic-accelerator-evaluation-procedure" },
  ],
  criteria: [
    criterion(
      "question",
      20,
      ["Vraag", "Question", "Question"],
      [
        "Is de vraag scherp, en nog niet beantwoord?",
        "La question est-elle précise et encore ouverte ?",
        "Is the question sharp and still open?",
      ],
      [
        [
          "Het onderwerp is duidelijk, de vraag niet.",
          "Le sujet est clair, la question non.",
          "The subject is clear, the question is not.",
        ],
        ["De vraag is te groot voor dit werk.", "La question est trop vaste.", "The question is too big for this work."],
        ["De vraag is scherp en steunt op bronnen.", "La question est précise et sourcée.", "The question is sharp and rests on sources."],
        [
          "Bronnen tonen dat niemand dit beantwoordde.",
          "Les sources montrent que personne n'a répondu.",
          "Sources show that nobody answered it.",
        ],
      ],
    ),
    criterion(
      "method",
      25,
      ["Aanpak", "Démarche", "Method"],
      ["Kan een ander het overdoen?", "Un autre peut-il le refaire ?", "Can somebody else do it again?"],
      [
        ["Er staat niet hoe er gewerkt is.", "La démarche n'est pas décrite.", "How it was done is not told."],
        [
          "Stappen staan er, keuzes zijn niet verklaard.",
          "Étapes décrites, choix non expliqués.",
          "Steps are told, choices are not explained.",
        ],
        ["Een ander kan het overdoen met deze tekst.", "On peut le refaire avec ce texte.", "Somebody can do it again from this text."],
        [
          "Zwakke plekken zijn gezocht en besproken.",
          "Les faiblesses sont cherchées et discutées.",
          "Weak spots were looked for and discussed.",
        ],
      ],
    ),
    criterion(
      "result",
      25,
      ["Resultaat", "Résultat", "Result"],
      [
        "Volgt het besluit uit wat gevonden is?",
        "La conclusion suit-elle les résultats ?",
        "Does the conclusion follow from what was found?",
      ],
      [
        ["Er is nog geen resultaat.", "Pas encore de résultat.", "There is no result yet."],
        [
          "Het besluit gaat verder dan wat gevonden is.",
          "La conclusion dépasse les résultats.",
          "The conclusion goes beyond what was found.",
        ],
        ["Besluit en cijfers passen bij elkaar.", "Conclusion et chiffres s'accordent.", "Conclusion and figures fit together."],
        [
          "Ook wat niet uitkwam, wordt getoond en verklaard.",
          "Les résultats contraires sont montrés et expliqués.",
          "What did not come out is shown and explained.",
        ],
      ],
    ),
    criterion(
      "use",
      20,
      ["Nut", "Utilité", "Use"],
      ["Wie kan hier wat mee?", "Qui peut en faire quoi ?", "Who can do what with it?"],
      [
        ["Nut wordt niet genoemd.", "L'utilité n'est pas évoquée.", "Use is not mentioned."],
        ["Nut in het algemeen, zonder wie.", "Une utilité générale, sans public.", "Use in general, without for whom."],
        ["Een gebruiker en een toepassing staan erbij.", "Un usager et un usage sont nommés.", "A user and a use are named."],
        ["Iemand uit het veld wil het gebruiken.", "Un acteur du terrain veut l'utiliser.", "Somebody in the field wants to use it."],
      ],
    ),
    criterion(
      "telling",
      10,
      ["Verslag", "Rapport", "Report"],
      ["Kan een lezer van buiten het vak volgen?", "Un lecteur hors du domaine suit-il ?", "Can a reader from outside follow?"],
      [
        ["De lijn is niet te volgen.", "Le fil se perd.", "The line cannot be followed."],
        ["Te volgen voor wie het vak kent.", "Clair pour les spécialistes.", "Clear to those who know the field."],
        [
          "Helder, met bronnen en duidelijke beelden.",
          "Clair, avec sources et images lisibles.",
          "Clear, with sources and plain pictures.",
        ],
        [
          "Een leek vertelt daarna juist waarover het gaat.",
          "Un profane redit juste de quoi il s'agit.",
          "A layperson can say rightly what it is about.",
        ],
      ],
    ),
  ],
};
