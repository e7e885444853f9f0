import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_PLASTICS = [
  {
    slug: "gietdoos", lang: "nl", campus: "t2-campus", domain: "plastics", growthMarket: "print-vision-3d",
    productionStep: "production", stage: "plant", audience: ["company"], team: ["youssef"],
    visibility: "companies", matchConsent: "open", plantedDaysAgo: 92,
    title: "Gietdoos",
    pitch: "Waterdichte doosjes uit gerecycleerde kunststof, in reeksen van vijftig. Voor iedereen met een print en geen behuizing.",
    description: "Een matrijs kost duizenden euro's, dus kleine makers tapen hun elektronica in een brooddoos. Wij maken een basismatrijs met wisselstukken.",
    needs: [
      { kind: "expertise", term: "sensors", words: "sensoren om de matrijs te meten", weight: 3 },
      { kind: "network", term: "city-contact", words: "een stad die toestellen buiten hangt", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "enclosures", words: "waterdichte behuizingen", weight: 3 },
      { kind: "expertise", term: "injection-moulding", words: "spuitgieten in kleine reeks", weight: 3 },
    ],
    edits: [
      { field: "description", daysAgo: 28, by: "youssef",
        text:
          "Een matrijs kost duizenden euro's, dus kleine makers tapen hun elektronica in een brooddoos. Wij maken een basismatrijs " +
          "met wisselstukken. De eerste doosjes zijn dicht tot een meter water. Wij willen beter weten hoe warm de matrijs wordt, " +
          "en zoeken een eerste maker met een echt toestel." },
    ],
    comments: [
      { by: "marek", daysAgo: 21, text: "I know a class in Seraing with a sensor in a lunch box." },
    ],
  },
  {
    slug: "gips-uit-3d-afval", lang: "nl", campus: "t2-campus", domain: "plastics", growthMarket: "print-vision-3d",
    productionStep: "idea", stage: "seed", audience: ["teacher"], team: ["hilde"],
    visibility: "private", matchConsent: "veiled", plantedDaysAgo: 36,
    title: "Gips uit 3D-afval",
    pitch: "Mislukte prints en steunmateriaal vermalen we tot vulstof voor gips. De klas giet er tegels mee.",
    description:
      "Naast elke printer staat een emmer mislukte stukken. Vermalen en gemengd met gips wordt het licht en taai. Wij kunnen " +
      "gieten en hebben genoeg afval van vier scholen, maar onze mallen lekken en elke tegel is anders.",
    needs: [
      { kind: "expertise", term: "print-3d", words: "geprinte mallen die niet lekken", weight: 3 },
      { kind: "expertise", term: "material-testing", words: "testen of de tegel sterk genoeg is", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "plastering", words: "werken met gips", weight: 2 },
      { kind: "capital", term: "plastic-stock", words: "printafval van vier scholen", weight: 3 },
    ],
  },
  {
    slug: "moules-imprimes", lang: "fr", campus: "atelier-meuse", domain: "plastics", growthMarket: "print-vision-3d",
    productionStep: "production", stage: "plant", audience: ["teacher", "pupil"], team: ["camille", "manon"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 86,
    title: "Moules imprimés à la demande",
    pitch: "Un artisan envoie un croquis, nous lui imprimons un moule souple en une nuit.",
    description:
      "Faire un moule coûte plus cher que les dix pièces qu'on veut couler. Avec une imprimante 3D et une peau de silicone, " +
      "nous restons sous vingt euros. Nous voulons imprimer avec du plastique récupéré et trouver des gens qui coulent " +
      "vraiment quelque chose.",
    needs: [
      { kind: "capital", term: "plastic-stock", words: "déchets d'impression bien triés", weight: 2 },
      { kind: "expertise", term: "plastering", words: "quelqu'un qui coule du plâtre", weight: 3 },
    ],
    offers: [
      { kind: "expertise", term: "print-3d", words: "impression 3D de moules", weight: 3 },
      { kind: "expertise", term: "casting", words: "peaux en silicone", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 40, by: "camille",
        text: "Un artisan envoie un croquis, nous lui imprimons un moule souple en une nuit. Pour le plâtre, la cire ou le chocolat." },
    ],
    comments: [
      { by: "karim", daysAgo: 14, text: "Les tuiles de Bilzen seraient un beau premier client." },
    ],
  },
  {
    slug: "composite-leger", lang: "fr", campus: "atelier-meuse", domain: "plastics",
    productionStep: "production", stage: "plant", audience: ["job_seeker"], team: ["adil", "amina"],
    visibility: "companies", matchConsent: "veiled", plantedDaysAgo: 109,
    title: "Composite léger en lin",
    pitch: "Des panneaux en fibre de lin, légers et solides.",
    description: "Le lin pousse ici, et la résine vient à moitié du bois. Nos panneaux portent 300 kilos sans plier.",
    needs: [
      { kind: "network", term: "disability-contact", words: "des usagers en fauteuil roulant", weight: 3 },
      { kind: "expertise", term: "insurance", words: "savoir qui est responsable en cas de chute", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "composites", words: "panneaux composites en lin", weight: 3 },
      { kind: "expertise", term: "material-testing", words: "mesures de résistance", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 67, by: "adil",
        text:
          "Le lin pousse ici, et la résine vient à moitié du bois. Nos panneaux portent 300 kilos sans plier. On nous demande " +
          "toujours : pour quoi faire ?" },
      { field: "pitch", daysAgo: 32, by: "adil",
        text: "Des panneaux en fibre de lin, deux fois plus légers que le contreplaqué et assez solides pour porter un fauteuil." },
      { field: "description", daysAgo: 26, by: "amina",
        text:
          "Le lin pousse ici, et la résine vient à moitié du bois. Nos panneaux portent 300 kilos sans plier. On nous demande " +
          "toujours : pour quoi faire ? Nous cherchons des usagers qui ont besoin de léger et de solide." },
    ],
  },
  {
    slug: "soft-gripper", lang: "en", campus: "t2-campus", domain: "robotics", growthMarket: "robots-cobots",
    productionStep: "design", stage: "plant", audience: ["student"], team: ["samuel"],
    visibility: "campus", matchConsent: "open", plantedDaysAgo: 94,
    title: "Soft gripper from kitchen silicone",
    pitch: "A robot hand made from baking silicone and a bicycle pump. It can hold an egg, and it costs nine euros.",
    description: "Hard grippers break fruit and scare people. Ours is cast in a printed mould and moves on air.",
    needs: [
      { kind: "workspace", term: "cobot-cell", words: "a robot arm to test on for a week", weight: 3 },
      { kind: "capital", term: "wood-stock", words: "rough wood to grip", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "grippers", words: "soft grippers", weight: 3 },
      { kind: "expertise", term: "casting", words: "casting silicone", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 50, by: "samuel",
        text:
          "Hard grippers break fruit and scare people. Ours is cast in a printed mould and moves on air. On the bench it lifts 800 " +
          "grams. I would love to see it work for eight hours on a real arm, with real dirt." },
    ],
    comments: [
      { by: "bart", daysAgo: 42, text: "The cobot cell is free on Fridays. Induction first." },
    ],
  },
  {
    slug: "zaagrobot", lang: "nl", campus: "t2-campus", domain: "robotics", growthMarket: "robots-cobots",
    productionStep: "production", stage: "plant", audience: ["employee"], team: ["stan", "jef"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 71,
    title: "Palettenplukker",
    pitch: "Een robotarm haalt paletten uit elkaar zonder de planken te breken. Nu doen mensen dat met een breekijzer.",
    description:
      "In Genk komen duizenden paletten aan die niemand terugneemt. De planken zijn goed hout. Wij mogen een oude robotarm " +
      "gebruiken en hebben een loods vol paletten.",
    needs: [
      { kind: "expertise", term: "grippers", words: "een zachte grijper", weight: 3 },
      { kind: "expertise", term: "computer-vision", words: "een camera die nagels ziet", weight: 2 },
    ],
    offers: [
      { kind: "workspace", term: "cobot-cell", words: "een robotarm die we mogen uitlenen", weight: 3 },
      { kind: "capital", term: "wood-stock", words: "een loods vol pallethout", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 21, by: "stan",
        text:
          "In Genk komen duizenden paletten aan die niemand terugneemt. De planken zijn goed hout. Wij mogen een oude robotarm " +
          "gebruiken en hebben een loods vol paletten. Alleen grijpt de arm te hard: elke derde plank splijt." },
    ],
    comments: [
      { by: "samuel", daysAgo: 33, text: "I have a soft hand for you." },
    ],
  },
] as const satisfies readonly IdeaSeed[];
