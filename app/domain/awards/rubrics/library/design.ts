import type { LibraryRubric } from "./make";
import { criterion, labels } from "./make";

/** For a product that was designed for people. */
export const DESIGN: LibraryRubric = {
  code: "design",
  no: 1,
  name: labels(["Productontwerp", "Conception de produit", "Product design"]),
  about: labels([
    "Voor een product dat voor mensen ontworpen is: kijken, maken, bijstellen, met zorg voor materiaal.",
    "Pour un produit conçu pour des gens : observer, fabriquer, corriger, avec soin des matières.",
    "For a product designed for people: watching, making, mending, with care for materials.",
  ]),
  sources: [
    { name: "WV Innovates", url: "https://www.wvinnovates.com/judging-criteria-rubric" },
    { name: "TIC Americas", url: "https://ticamericas.net/cic/?p=103" },
    { name: "UNIZO STEP-UP", url: "https://www.ondernemendeschool.be/step-wedstrijd" },
  ],
  criteria: [
    criterion(
      "insight",
      25,
      ["Inzicht in de gebruiker", "Compréhension de l'usager", "Insight in the user"],
      [
        "Wat zag het team bij wie het gaat gebruiken?",
        "Qu'a vu l'équipe chez l'usager ?",
        "What did the team see with those who will use it?",
      ],
      [
        ["De gebruiker is verzonnen.", "L'usager est imaginé.", "The user is made up."],
        ["Er is gevraagd, niet gekeken.", "On a demandé, sans observer.", "They asked, but did not watch."],
        [
          "Kijken leverde een inzicht op dat niet voor de hand lag.",
          "L'observation a donné une idée inattendue.",
          "Watching gave an insight that was not obvious.",
        ],
        [
          "Het inzicht is bij anderen nagegaan en klopt.",
          "L'idée est vérifiée chez d'autres.",
          "The insight was checked with others and holds.",
        ],
      ],
    ),
    criterion(
      "fit",
      25,
      ["Vorm en gebruik", "Forme et usage", "Form and use"],
      [
        "Past het in de hand, de plaats en de dag?",
        "Convient-il à la main, au lieu, au jour ?",
        "Does it fit the hand, the place and the day?",
      ],
      [
        ["De vorm volgt niet uit het gebruik.", "La forme ne suit pas l'usage.", "The form does not follow from use."],
        ["Het is bruikbaar met uitleg.", "Utilisable avec une explication.", "It can be used with explanation."],
        ["Wie het ziet, weet wat te doen.", "On sait quoi faire en le voyant.", "Whoever sees it knows what to do."],
        [
          "Ook wie minder ziet, hoort of grijpt, kan ermee weg.",
          "Aussi pour qui voit, entend ou saisit moins bien.",
          "Also for who sees, hears or grips less well.",
        ],
      ],
    ),
    criterion(
      "rounds",
      20,
      ["Bijstellen", "Corrections", "Mending"],
      [
        "Hoe vaak is het gemaakt, getoond en beter gemaakt?",
        "Combien de fois fait, montré, amélioré ?",
        "How often was it made, shown and made better?",
      ],
      [
        ["Er is één versie.", "Une seule version.", "There is one version."],
        ["Er is een tweede, zonder reden.", "Une deuxième, sans raison.", "There is a second one, without a reason."],
        ["Elke versie antwoordt op wat gebruikers zeiden.", "Chaque version répond aux usagers.", "Each version answers what users said."],
        ["Het team gooide iets weg dat het mooi vond.", "L'équipe a jeté ce qu'elle aimait.", "The team threw away something it liked."],
      ],
    ),
    criterion(
      "matter",
      20,
      ["Materiaal en kringloop", "Matière et cycle", "Materials and cycle"],
      [
        "Waarvan is het, en wat gebeurt er daarna mee?",
        "De quoi est-il fait, et ensuite ?",
        "What is it made of, and what happens afterwards?",
      ],
      [
        ["Materiaal is niet gekozen.", "La matière n'est pas choisie.", "The material was not chosen."],
        ["Gekozen op prijs of zicht alleen.", "Choisie pour le prix ou l'aspect.", "Chosen on price or looks alone."],
        ["Te herstellen, of uit elkaar te halen.", "Réparable ou démontable.", "It can be repaired or taken apart."],
        [
          "Het materiaal komt terug in de kringloop, met wie.",
          "La matière revient dans le cycle, avec qui.",
          "The material goes round again, and it says with whom.",
        ],
      ],
    ),
    criterion(
      "story",
      10,
      ["Verhaal", "Récit", "Story"],
      ["Zie je in beeld hoe het werd wat het is?", "Voit-on comment il est devenu ce qu'il est ?", "Do you see how it became what it is?"],
      [
        ["Alleen het eindbeeld.", "Seule l'image finale.", "Only the final picture."],
        ["Schetsen, zonder lijn.", "Des esquisses, sans fil.", "Sketches, without a line."],
        ["Beeld en tekst tonen de weg.", "Images et textes montrent le chemin.", "Pictures and words show the way."],
        ["De weg overtuigt ook wie twijfelde.", "Le chemin convainc même les sceptiques.", "The way convinces those who doubted."],
      ],
    ),
  ],
};
