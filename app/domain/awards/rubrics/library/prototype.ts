import type { LibraryRubric } from "./make";
import { criterion, labels } from "./make";

/** For something technical that was built. */
export const PROTOTYPE: LibraryRubric = {
  code: "prototype",
  no: 1,
  name: labels(["Technisch prototype", "Prototype technique", "Technical prototype"]),
  about: labels([
    "Voor een toestel, machine of programma dat gebouwd is: wat werkt en hoe het getest is, weegt het zwaarst.",
    "Pour un appareil, une machine ou un logiciel construit : ce qui marche et les essais pèsent le plus.",
    "For a device, machine or program that was built: what works and how it was tested weigh most.",
  ]),
  sources: [
    { name: "AECOM CityHack", url: "https://cityhack.aecom.com/judging.html" },
    { name: "Devpost, Impact Hacks", url: "https://impact-hacks.devpost.com/rules" },
    { name: "Technovation Girls 2018", url: "http://www.alli.science/technovation-judging/" },
  ],
  criteria: [
    criterion(
      "works",
      30,
      ["Het werkt", "Cela marche", "It works"],
      ["Wat doet het prototype echt?", "Que fait vraiment le prototype ?", "What does the prototype really do?"],
      [
        ["Er is een tekening of een plan.", "Il y a un dessin ou un plan.", "There is a drawing or a plan."],
        ["Een deel werkt, met hulp van het team.", "Une partie marche, avec l'aide de l'équipe.", "A part works, with the team's help."],
        [
          "Het belangrijkste werkt voor de ogen van de jury.",
          "L'essentiel marche devant le jury.",
          "The main thing works before the jury.",
        ],
        [
          "Het werkt ook in andere handen en telkens opnieuw.",
          "Cela marche aussi en d'autres mains, à chaque fois.",
          "It works in other hands too, time and again.",
        ],
      ],
    ),
    criterion(
      "tests",
      25,
      ["Testen", "Essais", "Tests"],
      [
        "Hoe is het beproefd, en wat kwam eruit?",
        "Comment l'a-t-on essayé, avec quel résultat ?",
        "How was it tried, and what came of it?",
      ],
      [
        ["Er is niets getest.", "Rien n'a été essayé.", "Nothing was tested."],
        [
          "Het is geprobeerd, zonder op te schrijven wat er gebeurde.",
          "On a essayé, sans noter le résultat.",
          "It was tried, but nothing was written down.",
        ],
        [
          "Metingen staan op papier, met hoe er gemeten is.",
          "Des mesures sont notées, avec la méthode.",
          "Measurements are on paper, with how they were made.",
        ],
        [
          "Een fout uit een test is opgelost en opnieuw gemeten.",
          "Une erreur a été corrigée puis mesurée à nouveau.",
          "A fault from a test was mended and measured again.",
        ],
      ],
    ),
    criterion(
      "choices",
      20,
      ["Technische keuzes", "Choix techniques", "Technical choices"],
      ["Waarom deze techniek en deze onderdelen?", "Pourquoi cette technique et ces pièces ?", "Why this technique and these parts?"],
      [
        ["Keuzes worden niet uitgelegd.", "Les choix ne sont pas expliqués.", "Choices are not explained."],
        [
          "Het team zegt wat het koos, niet waarom.",
          "L'équipe dit ce qu'elle a choisi, pas pourquoi.",
          "The team says what it chose, not why.",
        ],
        [
          "Elke grote keuze is vergeleken met een andere.",
          "Chaque grand choix est comparé à un autre.",
          "Each big choice is compared with another.",
        ],
        [
          "De keuzes volgen uit metingen of uit de gebruiker.",
          "Les choix découlent de mesures ou de l'usager.",
          "Choices follow from measurements or from the user.",
        ],
      ],
    ),
    criterion(
      "making",
      15,
      ["Veilig en te maken", "Sûr et réalisable", "Safe and makeable"],
      [
        "Kan dit veilig gebruikt en nog eens gemaakt worden?",
        "Peut-on l'utiliser sans danger et le refaire ?",
        "Can it be used safely and made again?",
      ],
      [
        [
          "Gevaar en namaken zijn niet bekeken.",
          "Ni danger ni refabrication n'ont été vus.",
          "Danger and making it again were not looked at.",
        ],
        ["Eén van beide is bekeken.", "Un des deux a été vu.", "One of the two was looked at."],
        [
          "Gevaren zijn opgelost en er is een lijst van onderdelen.",
          "Dangers réglés, et une liste de pièces existe.",
          "Dangers are mended and there is a list of parts.",
        ],
        [
          "Iemand anders maakte het na met de beschrijving.",
          "Un tiers l'a refait avec la description.",
          "Somebody else made it from the description.",
        ],
      ],
    ),
    criterion(
      "explain",
      10,
      ["Uitleg", "Explication", "Explanation"],
      [
        "Kan het team vertellen hoe het werkt en wat het leerde?",
        "L'équipe explique-t-elle le fonctionnement et ses leçons ?",
        "Can the team tell how it works and what it learned?",
      ],
      [
        ["Het blijft onduidelijk hoe het werkt.", "Le fonctionnement reste flou.", "How it works stays unclear."],
        ["De werking is duidelijk voor vakmensen.", "Le fonctionnement est clair pour les initiés.", "It is clear to those in the trade."],
        ["Ook een leek begrijpt hoe het werkt.", "Un profane comprend aussi.", "A layperson understands it too."],
        [
          "Het team vertelt ook wat mislukte en waarom.",
          "L'équipe dit aussi ce qui a échoué et pourquoi.",
          "The team also tells what failed and why.",
        ],
      ],
    ),
  ],
};
