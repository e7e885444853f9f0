import type { OrganisationSeed } from "./types";

// prettier-ignore
const ALL = [
  {
    slug: "koperwerk", name: "Koperwerk Kolderbos", kind: "company", place: "Genk", domain: "metal", lang: "nl",
    description: {
      nl: "Familiebedrijf dat koperen leidingen en warmtewisselaars op maat maakt en restkoper aan leerlingen geeft.",
      fr: "Entreprise familiale qui fabrique des conduites et des échangeurs en cuivre sur mesure et donne ses chutes aux élèves.",
      en: "Family workshop that makes copper pipework and heat exchangers to measure and gives its offcuts to learners.",
    },
    residency: { campus: "t2-campus", daysAgo: 40, daysAhead: 80 },
    offers: [
      { kind: "capital", term: "metal-stock", words: "koperresten", weight: 3 },
      { kind: "expertise", term: "heat-exchanger", words: "warmtewisselaars op maat", weight: 3 },
      { kind: "customers", term: "pilot-company", words: "wij testen graag een proefstuk", weight: 1 },
    ],
    needs: [
      { kind: "expertise", term: "web-shop", words: "een eenvoudige webwinkel", weight: 2 },
      { kind: "expertise", term: "cobot-programming", words: "een cobot die kan hardsolderen", weight: 2 },
    ],
  },
  {
    slug: "voltakker", name: "Energiecoöperatie Voltakker", kind: "company", place: "Genk", domain: "energy", lang: "nl",
    description: {
      nl: "Coöperatie van 640 gezinnen die zonnestroom delen en daken openstellen voor proeven.",
      fr: "Coopérative de 640 ménages qui partagent du courant solaire et ouvrent leurs toits aux essais.",
      en: "Cooperative of 640 households that share solar power and open their roofs for tests.",
    },
    offers: [
      { kind: "workspace", term: "test-roof", words: "platte daken als proefplek", weight: 3 },
      { kind: "customers", term: "pilot-household", words: "proefgezinnen onder onze leden", weight: 2 },
      { kind: "capital", term: "cooperative-share", words: "coöperatief geld voor goede projecten", weight: 1 },
    ],
    needs: [
      { kind: "expertise", term: "dashboards", words: "grafieken die iedereen begrijpt", weight: 3 },
      { kind: "expertise", term: "battery-packs", words: "kennis van gebruikte batterijen", weight: 2 },
    ],
  },
  {
    slug: "plastiekerij", name: "De Plastiekerij", kind: "company", place: "Houthalen", domain: "plastics", lang: "nl",
    description: {
      nl: "Kleine spuitgieterij die reeksen van vijftig tot vijfduizend stuks maakt, ook uit gerecycleerde kunststof.",
      fr: "Petit atelier d'injection qui produit des séries de cinquante à cinq mille pièces, aussi en plastique recyclé.",
      en: "Small moulding shop that makes batches of fifty to five thousand pieces, also from recycled plastic.",
    },
    residency: { campus: "t2-campus", daysAgo: 12, daysAhead: 45 },
    offers: [
      { kind: "expertise", term: "injection-moulding", words: "spuitgieten in kleine reeksen", weight: 3 },
      { kind: "workspace", term: "shredder", words: "een shredder voor kunststof", weight: 2 },
    ],
    needs: [
      { kind: "capital", term: "plastic-stock", words: "zuivere plasticresten", weight: 2 },
      { kind: "expertise", term: "sensors", words: "sensoren in de matrijs", weight: 2 },
    ],
  },
  {
    slug: "gouden-korst", name: "Bakkerij De Gouden Korst", kind: "company", place: "Genk", domain: "food", lang: "nl",
    description: {
      nl: "Buurtbakkerij in Winterslag met een grote steenoven en een keuken die na de middag leeg staat.",
      fr: "Boulangerie de quartier à Winterslag avec un grand four en pierre et une cuisine libre l'après-midi.",
      en: "Neighbourhood bakery in Winterslag with a large stone oven and a kitchen that is free in the afternoon.",
    },
    offers: [
      { kind: "customers", term: "launching-company", words: "eerste klant voor een proef in de bakkerij", weight: 3 },
      { kind: "workspace", term: "kitchen", words: "een keuken na de middag", weight: 2 },
      { kind: "capital", term: "food-leftovers", words: "oud brood", weight: 1 },
    ],
    needs: [
      { kind: "expertise", term: "heat-exchanger", words: "de warmte van de oven hergebruiken", weight: 3 },
      { kind: "expertise", term: "energy-monitoring", words: "weten wat de oven verbruikt", weight: 1 },
    ],
  },
  {
    slug: "lumeco", name: "Atelier Lumeco", kind: "company", place: "Liège", domain: "electronics", lang: "fr",
    description: {
      nl: "Elektronica-atelier in Luik dat printplaten in kleine reeksen maakt en herstelt.",
      fr: "Atelier d'électronique à Liège qui fabrique et répare des cartes en petites séries.",
      en: "Electronics workshop in Liège that builds and repairs circuit boards in small batches.",
    },
    residency: { campus: "atelier-meuse", daysAgo: 30, daysAhead: 60 },
    offers: [
      { kind: "expertise", term: "pcb-design", words: "conception de circuits imprimés", weight: 3 },
      { kind: "capital", term: "electronic-parts", words: "composants de fin de série", weight: 2 },
    ],
    needs: [
      { kind: "network", term: "school-contact", words: "des écoles avec des projets", weight: 2 },
      { kind: "expertise", term: "computer-vision", words: "contrôle des cartes par caméra", weight: 2 },
    ],
  },
  {
    slug: "zorghuis-lindehoek", name: "Woonzorghuis De Lindehoek", kind: "partner", place: "Genk", domain: "care", lang: "nl",
    description: {
      nl: "Woonzorghuis met 84 bewoners en een afdeling die nieuwe hulpmiddelen eerlijk uitprobeert.",
      fr: "Maison de repos de 84 résidents avec un service qui essaie honnêtement de nouvelles aides.",
      en: "Care home with 84 residents and a ward that gives new aids an honest try.",
    },
    offers: [
      { kind: "customers", term: "care-tester", words: "een afdeling die wil testen", weight: 3 },
      { kind: "network", term: "family-contact", words: "contact met families van bewoners", weight: 2 },
    ],
    needs: [
      { kind: "expertise", term: "sensors", words: "sensoren die niemand storen", weight: 2 },
      { kind: "expertise", term: "storytelling", words: "verhalen voor bewoners met dementie", weight: 1 },
    ],
  },
] as const satisfies readonly OrganisationSeed[];

export type OrganisationSlug = (typeof ALL)[number]["slug"];

/** Invented companies and partners of the two demo campuses. */
export const ORGANISATIONS: readonly (OrganisationSeed & { readonly slug: OrganisationSlug })[] = ALL;
