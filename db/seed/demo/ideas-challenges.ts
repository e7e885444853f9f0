import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_CHALLENGES = [
  {
    slug: "daken-die-achterblijven", lang: "nl", campus: "t2-campus", domain: "energy", growthMarket: "new-energy",
    productionStep: "maintenance", stage: "seed", audience: ["company"], team: ["wim"], challengeOf: "voltakker",
    visibility: "public", matchConsent: "open", plantedDaysAgo: 8,
    title: "Welke zonnedaken blijven achter?",
    pitch: "Wij delen stroom van veertig daken en zien niet welk dak te weinig geeft. Wie maakt dat zichtbaar?",
    description:
      "We hebben meetgegevens van elk kwartier, maar niemand leest ze. Schaduw, vuil of een kapotte omvormer merken we pas op de " +
      "jaarafrekening. We zoeken een team dat de afwijkingen toont in een beeld dat onze leden begrijpen. Je krijgt de gegevens " +
      "van twee jaar, drie daken om iets op te proberen en elke maand een uur van onze technicus.",
    needs: [
      { kind: "expertise", term: "dashboards", words: "grafieken die onze leden begrijpen", weight: 3 },
      { kind: "expertise", term: "sensors", words: "meten op een dak in weer en wind", weight: 1 },
    ],
    offers: [
      { kind: "workspace", term: "test-roof", words: "drie daken om te testen", weight: 3 },
      { kind: "customers", term: "pilot-household", words: "proefgezinnen die meekijken", weight: 2 },
    ],
  },
  {
    slug: "warmte-in-de-matrijs", lang: "nl", campus: "t2-campus", domain: "plastics",
    productionStep: "production", stage: "seed", audience: ["company"], team: ["youssef"], challengeOf: "plastiekerij",
    visibility: "companies", matchConsent: "open", plantedDaysAgo: 15,
    title: "Hoe warm is het in de matrijs?",
    pitch: "Eén graad te veel en honderd stukken trekken krom. Wij zoeken een meting die in de vorm zelf past.",
    description:
      "Onze vormen zijn klein en gaan vaak van de machine. Een dure meetkast loont niet. Toon ons met een proef dat je op drie plaatsen " +
      "kan meten zonder de vorm te verzwakken. Wij maken de vorm en draaien de proefreeks met jou.",
    needs: [
      { kind: "expertise", term: "sensors", words: "kleine sensoren die tegen warmte kunnen", weight: 3 },
      { kind: "expertise", term: "dashboards", words: "een scherm naast de machine", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "injection-moulding", words: "spuitgieten in kleine reeksen", weight: 3 },
      { kind: "customers", term: "pilot-company", words: "een proefreeks in onze zaal", weight: 2 },
    ],
  },
  {
    slug: "petite-serie-cherche-idee", lang: "fr", campus: "atelier-meuse", domain: "electronics",
    productionStep: "design", stage: "seed", audience: ["company"], team: ["laura"], challengeOf: "lumeco",
    visibility: "public", matchConsent: "open", plantedDaysAgo: 5,
    title: "Une petite série cherche son idée",
    pitch: "Notre ligne est libre le vendredi : quelle carte électronique utile pouvons-nous fabriquer à cinquante pièces ?",
    description:
      "Nous montons des circuits pour des clients lointains. Nous voulons fabriquer quelque chose pour notre quartier : un objet simple, " +
      "réparable, qui sert à une école, un commerce ou une maison de repos. Apportez le besoin et le prototype, nous apportons la carte.",
    needs: [
      { kind: "network", term: "sme-contact", words: "un commerce qui a un besoin précis", weight: 2 },
      { kind: "expertise", term: "pricing", words: "calculer un prix juste", weight: 2 },
    ],
    offers: [{ kind: "expertise", term: "pcb-design", words: "conception et montage de circuits", weight: 3 }],
  },
] as const satisfies readonly IdeaSeed[];
