import type { LibraryRubric } from "./make";
import { criterion, labels } from "./make";

/** For pupils: learning and working together weigh most. */
export const PUPILS: LibraryRubric = {
  code: "pupils",
  no: 1,
  name: labels(["Project van leerlingen", "Projet d'élèves", "Pupils' project"]),
  about: labels([
    "Voor leerlingen die voor het eerst iets maken: samenwerken en leren wegen zwaarder dan het resultaat.",
    "Pour des élèves qui créent une première fois : coopérer et apprendre pèsent plus que le résultat.",
    "For pupils who make something for the first time: working together and learning weigh more than the result.",
  ]),
  sources: [
    {
      name: "FIRST LEGO League, Innovation Project 2025-2026",
      url: "https://docs.google.com/presentation/d/1GIf3Iw3OJs7Cf9hm0m7UjysTgpV_wHiZ/htmlpresent",
    },
    { name: "JA Europe, Company of the Year", url: "http://coyc.jaeurope.org/guidelines/criteria.html" },
    { name: "Ondernemersprijs Scholieren", url: "https://ondernemersprijsscholieren.nl/inspiratie" },
  ],
  criteria: [
    criterion(
      "asking",
      20,
      ["Een vraag vinden", "Trouver une question", "Finding a question"],
      [
        "Welk probleem koos de groep, en wie vroeg ze ernaar?",
        "Quel problème, et qui a-t-on interrogé ?",
        "Which problem was chosen, and who was asked?",
      ],
      [
        ["Het probleem is niet verteld.", "Le problème n'est pas raconté.", "The problem is not told."],
        [
          "Het probleem is verteld, niemand is gevraagd.",
          "Problème raconté, personne interrogé.",
          "The problem is told, nobody was asked.",
        ],
        ["De groep vroeg het aan mensen en zocht het op.", "Le groupe a demandé et cherché.", "The group asked people and looked it up."],
        [
          "Wat ze hoorden, maakte hun vraag beter.",
          "Ce qu'ils ont entendu a amélioré la question.",
          "What they heard made their question better.",
        ],
      ],
    ),
    criterion(
      "together",
      25,
      ["Samenwerken", "Coopérer", "Working together"],
      ["Deed iedereen mee?", "Tout le monde a-t-il participé ?", "Did everybody take part?"],
      [
        ["Een paar deden alles.", "Quelques-uns ont tout fait.", "A few did everything."],
        ["Taken waren verdeeld.", "Les tâches étaient réparties.", "Tasks were shared."],
        ["Iedereen vertelt wat die deed en kon.", "Chacun dit ce qu'il a fait.", "Each tells what they did."],
        [
          "De groep loste een ruzie of tegenslag samen op.",
          "Le groupe a réglé ensemble un conflit ou un revers.",
          "The group solved a quarrel or setback together.",
        ],
      ],
    ),
    criterion(
      "making",
      20,
      ["Maken", "Fabriquer", "Making"],
      ["Wat is er gemaakt of geprobeerd?", "Qu'a-t-on fait ou essayé ?", "What was made or tried?"],
      [
        ["Er is nog niets gemaakt.", "Rien n'est encore fait.", "Nothing is made yet."],
        ["Er is een begin of een model.", "Un début ou une maquette.", "There is a beginning or a model."],
        [
          "Het werkt of is te zien, en is geprobeerd.",
          "Cela marche ou se voit, et c'est essayé.",
          "It works or can be seen, and was tried.",
        ],
        ["Na het proberen is het beter gemaakt.", "Amélioré après l'essai.", "It was made better after trying."],
      ],
    ),
    criterion(
      "learned",
      25,
      ["Geleerd", "Appris", "Learned"],
      [
        "Wat kan de groep nu dat ze eerst niet kon?",
        "Que sait faire le groupe maintenant ?",
        "What can the group do now that it could not before?",
      ],
      [
        ["De groep zegt niet wat ze leerde.", "Le groupe ne dit pas ce qu'il a appris.", "The group does not say what it learned."],
        ["Ze noemt iets dat ze leerde.", "Il cite une chose apprise.", "It names something it learned."],
        ["Ze vertelt hoe ze dat leerde, met een voorbeeld.", "Il raconte comment, avec un exemple.", "It tells how, with an example."],
        [
          "Ze zegt ook wat ze een volgende keer anders doet.",
          "Il dit aussi ce qu'il fera autrement.",
          "It also says what it would do differently.",
        ],
      ],
    ),
    criterion(
      "telling",
      10,
      ["Vertellen", "Raconter", "Telling"],
      [
        "Vertelt de groep het zo dat je wil luisteren?",
        "Le groupe donne-t-il envie d'écouter ?",
        "Does the group make you want to listen?",
      ],
      [
        ["Het is moeilijk te volgen.", "Difficile à suivre.", "It is hard to follow."],
        ["Je begrijpt wat ze maakten.", "On comprend ce qu'ils ont fait.", "You understand what they made."],
        ["Je begrijpt ook waarom.", "On comprend aussi pourquoi.", "You understand why as well."],
        ["Ze antwoorden vlot op vragen.", "Ils répondent bien aux questions.", "They answer questions with ease."],
      ],
    ),
  ],
};
