import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_METAL = [
  {
    slug: "echangeur-cuivre", lang: "fr", campus: "atelier-meuse", domain: "metal", growthMarket: "new-energy",
    productionStep: "production", stage: "bloom", audience: ["job_seeker"], team: ["adil", "didier"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 175,
    title: "Échangeur en cuivre recyclé",
    pitch: "Nous fabriquons de petits échangeurs avec du cuivre de récupération.",
    description:
      "Un four, une machine à laver, un frigo de boucher : partout de la chaleur qui sort. Notre échangeur est brasé à la main " +
      "avec du cuivre de récupération. Une pièce tourne à l'atelier.",
    needs: [
      { kind: "network", term: "city-contact", words: "une commune qui ouvre une porte", weight: 3 },
      { kind: "expertise", term: "refrigeration", words: "quelqu'un de la technique du froid", weight: 2 },
      { kind: "expertise", term: "pricing", words: "calculer notre prix de revient", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "heat-exchanger", words: "échangeur thermique sur mesure", weight: 3 },
      { kind: "expertise", term: "brazing", words: "brasage du cuivre", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 37, by: "adil",
        text: "Avec les chutes de cuivre d'un atelier, nous fabriquons de petits échangeurs pour récupérer la chaleur perdue des commerces." },
      { field: "description", daysAgo: 9, by: "adil",
        text:
          "Un four, une machine à laver, un frigo de boucher : partout de la chaleur qui sort. Notre échangeur est brasé à la main " +
          "avec du cuivre de récupération et coûte la moitié d'un neuf. Deux pièces tournent à l'atelier. Il manque un lieu réel, " +
          "une commune qui ouvre une porte et quelqu'un du froid pour calculer." },
    ],
    comments: [
      { by: "karim", daysAgo: 36, text: "Pesez le cuivre et notez les heures : le prix est là." },
      { by: "emre", daysAgo: 7, text: "Bonjour, nous cherchons justement un échangeur pour une boulangerie à Genk." },
    ],
  },
  {
    slug: "cobot-last-mee", lang: "nl", campus: "t2-campus", domain: "robotics", growthMarket: "robots-cobots",
    productionStep: "production", stage: "harvest", audience: ["job_seeker"], team: ["jef"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 560,
    title: "Cobot last mee",
    pitch: "Een cobot die rechte naden last in een kleine werkplaats.",
    description:
      "Lange rechte naden zijn saai en slecht voor je rug. Ik las al dertig jaar en weet welke naden een robot aankan. Ik zoek " +
      "iemand die het ding programmeert.",
    needs: [
      { kind: "expertise", term: "cobot-programming", words: "cobot programmeren zonder code", weight: 3 },
      { kind: "expertise", term: "machine-safety", words: "risicoanalyse van de opstelling", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "welding", words: "lassen, dertig jaar ervaring", weight: 3 },
      { kind: "network", term: "workshop-contact", words: "contact met zeven metaalbedrijven", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 395, by: "jef", text: "Een kleine werkplaats vindt geen lassers. Een cobot doet de rechte naden, de mens doet de rest." },
      { field: "description", daysAgo: 200, by: "jef",
        text:
          "Lange rechte naden zijn saai en slecht voor je rug. Ik las al dertig jaar en weet welke naden een robot aankan. Met een " +
          "tang, een mal en een cobot op wielen kan elke werkplaats dat. Ik zoek iemand die het ding zo programmeert dat mijn " +
          "collega's het durven gebruiken." },
    ],
    comments: [
      { by: "bart", daysAgo: 510, text: "Zullen we de cobotcel een zaterdag vrijhouden?" },
      { by: "meera", daysAgo: 380, text: "The jig is the real invention here." },
    ],
  },
  {
    slug: "cobot-sans-code", lang: "fr", campus: "atelier-meuse", domain: "robotics", growthMarket: "robots-cobots",
    productionStep: "design", stage: "plant", audience: ["employee"], team: ["thibault"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 118,
    title: "Cobot sans code",
    pitch: "On guide le bras à la main et le cobot refait le geste.",
    description:
      "Les petites entreprises n'achètent pas de cobot parce qu'il faut un programmeur. Notre tablette transforme un geste en " +
      "étapes que chacun peut lire et corriger.",
    needs: [
      { kind: "expertise", term: "welding", words: "un soudeur qui explique ses gestes", weight: 3 },
      { kind: "network", term: "workshop-contact", words: "un petit atelier prêt à essayer", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "cobot-programming", words: "programmation de cobots", weight: 3 },
      { kind: "expertise", term: "ux-design", words: "écrans faciles à utiliser", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 73, by: "thibault",
        text:
          "Les petites entreprises n'achètent pas de cobot parce qu'il faut un programmeur. Notre tablette transforme un geste en " +
          "étapes que chacun peut lire et corriger. Ça marche pour poser et visser." },
      { field: "description", daysAgo: 28, by: "thibault",
        text:
          "Les petites entreprises n'achètent pas de cobot parce qu'il faut un programmeur. Notre tablette transforme un geste en " +
          "étapes que chacun peut lire et corriger. Ça marche pour poser et visser. Le soudage serait la vraie preuve, mais il me " +
          "faut un soudeur patient." },
      { field: "pitch", daysAgo: 16, by: "thibault",
        text: "On guide le bras à la main, on dit trois mots, et le cobot refait le geste. Comme une recette de cuisine." },
    ],
    comments: [
      { by: "meera", daysAgo: 45, text: "How many minutes until a new user runs the first part? Measure it." },
    ],
  },
  {
    slug: "kinderfiets", lang: "nl", campus: "t2-campus", domain: "mobility", growthMarket: "print-vision-3d",
    productionStep: "design", stage: "bloom", audience: ["student"], team: ["noor"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 133,
    title: "Kinderfiets die vijf jaar meegroeit",
    pitch: "Een kinderfiets die meegroeit.",
    description: "Kinderfietsen worden drie keer gekocht en twee keer weggegooid. Ik tekende een frame dat op twee plaatsen uitschuift.",
    needs: [
      { kind: "expertise", term: "tube-bending", words: "buizen buigen voor het frame", weight: 3 },
      { kind: "expertise", term: "standards", words: "veiligheidsnorm voor kinderfietsen", weight: 2 },
    ],
    offers: [
      { kind: "network", term: "family-contact", words: "vijftien gezinnen die willen testen", weight: 2 },
      { kind: "expertise", term: "product-design", words: "productontwerp", weight: 3 },
    ],
    edits: [
      { field: "description", daysAgo: 82, by: "noor",
        text:
          "Kinderfietsen worden drie keer gekocht en twee keer weggegooid. Ik tekende een frame dat op twee plaatsen uitschuift. " +
          "Het kartonnen model rijdt zelfs een beetje." },
      { field: "description", daysAgo: 31, by: "noor",
        text:
          "Kinderfietsen worden drie keer gekocht en twee keer weggegooid. Ik tekende een frame dat op twee plaatsen uitschuift. " +
          "Het kartonnen model rijdt zelfs een beetje. Nu moet er een echte gebogen buis komen, en die kan ik niet maken." },
      { field: "pitch", daysAgo: 26, by: "noor",
        text: "Eén frame dat van vier tot negen jaar past. De buis schuift uit, de wielen wissel je, de rest blijft." },
    ],
    comments: [
      { by: "rik", daysAgo: 24, text: "Wat gebeurt er als een kind valt op de schuif? Test dat eerst." },
    ],
  },
  {
    slug: "tube-atelier", lang: "en", campus: "t2-campus", domain: "metal",
    productionStep: "production", stage: "seedling", audience: ["student", "job_seeker"], team: ["samuel", "jef"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 57,
    title: "The tube corner",
    pitch: "A corner in the lab where anyone can have a tube bent, notched and tacked within a day.",
    description:
      "There is a good bender in the workshop and nobody books it because the settings are a mystery. We wrote them down for " +
      "eleven tubes. We want a first product that proves it, and families who will really use it.",
    needs: [
      { kind: "customers", term: "test-users", words: "families or clubs who test a first product", weight: 2 },
      { kind: "expertise", term: "product-design", words: "a designer with a product in tubes", weight: 3 },
    ],
    offers: [
      { kind: "expertise", term: "tube-bending", words: "bending tubes up to 50 mm", weight: 3 },
      { kind: "expertise", term: "cad", words: "frame drawings in CAD", weight: 2 },
    ],
    comments: [
      { by: "noor", daysAgo: 23, text: "Kijk eens naar mijn kinderfiets, twee bochten per kant." },
    ],
  },
  {
    slug: "fietsenstalling-schroot", lang: "nl", campus: "t2-campus", domain: "metal",
    productionStep: "production", stage: "harvest", audience: ["job_seeker", "student"], team: ["jef", "noor"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 505,
    title: "Fietsenstalling uit schroot",
    pitch: "Fietsenrekken uit oude vangrails.",
    description: "De stad vervangt elk jaar kilometers vangrail. Het staal is nog goed.",
    needs: [
      { kind: "network", term: "city-contact", words: "iemand bij een gemeente die beslist", weight: 3 },
      { kind: "expertise", term: "cad", words: "een technische tekening", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "metal-cutting", words: "staal snijden met plasma", weight: 3 },
      { kind: "capital", term: "metal-stock", words: "partij vangrail en staalresten", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 410, by: "noor",
        text: "Van oude vangrails en hekken maken we fietsenrekken die niemand meer durft te vervangen door plastic." },
      { field: "description", daysAgo: 300, by: "jef",
        text:
          "De stad vervangt elk jaar kilometers vangrail. Het staal is nog goed. Wij snijden en stapelen het tot een rek voor acht " +
          "fietsen. Het eerste staat aan het labo. De stad vindt het mooi, maar wij vinden de juiste mens niet op de juiste " +
          "dienst." },
    ],
    comments: [
      { by: "els", daysAgo: 420, text: "Het rek aan de ingang wordt elke dag gebruikt. Bedankt daarvoor." },
    ],
  },
] as const satisfies readonly IdeaSeed[];
