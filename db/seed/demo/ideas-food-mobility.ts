import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_FOOD_MOBILITY = [
  {
    slug: "bijenkast-weegt", lang: "nl", campus: "t2-campus", domain: "food", growthMarket: "stem-it",
    productionStep: "production", stage: "harvest", audience: ["job_seeker", "pupil"], team: ["jef", "ruben"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 600,
    title: "De kast die haar honing weegt",
    pitch: "Een weegschaal onder de bijenkast.",
    description: "Een kast openen om te kijken stoort de bijen een dag. Met vier weegcellen weet je het zonder te storen. Vier imkers hebben er een.",
    needs: [
      { kind: "expertise", words: "een draadloze verbinding (lora) die ver raakt", weight: 3 },
      { kind: "expertise", term: "low-power", words: "een jaar op één batterij", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "farmer-contact", words: "contact met boeren en imkers", weight: 2 },
      { kind: "expertise", term: "beekeeping", words: "imkerij", weight: 3 },
    ],
    edits: [
      { field: "pitch", daysAgo: 415, by: "ruben",
        text: "Een weegschaal onder de bijenkast toont of er honing komt, of het volk honger heeft, en of iemand ze meenam." },
      { field: "description", daysAgo: 170, by: "jef",
        text:
          "Een kast openen om te kijken stoort de bijen een dag. Met vier weegcellen weet je het zonder te storen. Twaalf imkers " +
          "hebben er een. De kasten staan ver van elk stopcontact en elke week met een laptop langsgaan, dat doet niemand." },
    ],
    comments: [
      { by: "nele", daysAgo: 430, text: "Twaalf imkers in één jaar, hoe hebben jullie die gevonden?" },
    ],
  },
  {
    slug: "draf-koekjes", lang: "nl", campus: "t2-campus", domain: "food",
    productionStep: "production", stage: "plant", audience: ["entrepreneur"], team: ["fatma", "ewa"],
    visibility: "team", matchConsent: "not", plantedDaysAgo: 73,
    title: "Koekjes van bierdraf",
    pitch: "Wat na het brouwen overblijft, wordt een krokant koekje vol vezels. Smaakt naar brood en een beetje naar feest.",
    description:
      "Een kleine brouwer gooit per brouwsel honderd kilo draf weg. Wij drogen en malen het binnen de vier uur, anders wordt " +
      "het zuur. Drie brouwers leveren gratis.",
    needs: [
      { kind: "workspace", words: "een professionele keuken", weight: 3 },
      { kind: "expertise", term: "food-packaging", words: "een etiket dat klopt", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "food-safety", words: "voedselveiligheid (haccp)", weight: 3 },
      { kind: "network", term: "brewer-contact", words: "contact met drie brouwers", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 21, by: "fatma",
        text:
          "Een kleine brouwer gooit per brouwsel honderd kilo draf weg. Wij drogen en malen het binnen de vier uur, anders wordt " +
          "het zuur. Drie brouwers leveren gratis. Bij ons thuis mogen we niet verkopen: wij zoeken een echte keuken." },
    ],
  },
  {
    slug: "cuisine-partagee", lang: "fr", campus: "atelier-meuse", domain: "food",
    productionStep: "production", stage: "plant", audience: ["job_seeker"], team: ["amina", "adil"],
    visibility: "companies", matchConsent: "open", plantedDaysAgo: 90,
    title: "La cuisine partagée",
    pitch: "Une cuisine professionnelle louée à l'heure, comme on loue une table de billard. Pour ceux qui cuisinent trois fois par mois.",
    description: "La cuisine d'un ancien restaurant est vide quatre jours sur sept. Dix personnes veulent y cuisiner pour vendre.",
    needs: [
      { kind: "expertise", term: "food-safety", words: "hygiène alimentaire expliquée simplement", weight: 3 },
      { kind: "expertise", term: "booking-software", words: "un système de réservation", weight: 2 },
    ],
    offers: [
      { kind: "workspace", term: "kitchen", words: "cuisine professionnelle à partager", weight: 3 },
      { kind: "expertise", term: "recipes", words: "mise au point de recettes", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 35, by: "amina",
        text:
          "La cuisine d'un ancien restaurant est vide quatre jours sur sept. Dix personnes veulent y cuisiner pour vendre. Avant " +
          "d'ouvrir la porte, il faut des règles d'hygiène que tout le monde comprend et suit." },
    ],
    comments: [
      { by: "sofia", daysAgo: 30, text: "Un tarif heures creuses vous remplirait le mardi." },
    ],
  },
  {
    slug: "koffiedik-zwammen", lang: "nl", campus: "t2-campus", domain: "food",
    productionStep: "production", stage: "plant", audience: ["student"], team: ["emre", "yara"],
    visibility: "coaches", matchConsent: "by_coach", plantedDaysAgo: 59,
    title: "Zwammen op koffiedik",
    pitch: "Koffiedik van vijf cafés wordt in drie weken een kilo oesterzwammen. En die verkopen we aan dezelfde cafés.",
    description:
      "Elke koffiebar betaalt om koffiedik weg te gooien. Oesterzwammen groeien er graag op. In de kelder lukte het twee keer " +
      "en mislukte het drie keer: te droog, te warm, schimmel. Wij kweken goed, maar wij krijgen de lucht niet onder controle.",
    needs: [
      { kind: "expertise", term: "climate-control", words: "klimaatregeling voor de kweek", weight: 3 },
      { kind: "workspace", term: "storage-room", words: "een koele ruimte", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "restaurant-contact", words: "vijf koffiebars die kopen", weight: 3 },
      { kind: "expertise", term: "growing", words: "oesterzwammen kweken", weight: 3 },
    ],
    comments: [
      { by: "greet", daysAgo: 17, text: "Twee keer gelukt is al een recept. Wat was er toen anders?" },
    ],
  },
  {
    slug: "bakfiets-bib", lang: "nl", campus: "t2-campus", domain: "mobility",
    productionStep: "design", stage: "plant", audience: ["employee"], team: ["giulia", "wim"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 80,
    title: "Bakfietsbibliotheek",
    pitch: "Twaalf gezinnen delen twee bakfietsen in één straat. Je leent ze met je bibkaart, zoals een boek.",
    description:
      "Een bakfiets kost evenveel als een kleine auto en staat meestal stil. In onze wijk willen twaalf gezinnen delen. " +
      "Sleutels doorgeven lukt niet: er was al drie keer iemand op vakantie met de sleutel.",
    needs: [
      { kind: "expertise", term: "rfid-locks", words: "een slot dat met een bibkaart opengaat", weight: 3 },
      { kind: "expertise", term: "insurance", words: "een verzekering voor samen delen", weight: 2 },
    ],
    offers: [
      { kind: "network", term: "neighbourhood-contact", words: "een straat met twaalf gezinnen", weight: 3 },
      { kind: "expertise", term: "bike-mechanics", words: "iemand die bakfietsen herstelt", weight: 1 },
    ],
    comments: [
      { by: "nele", daysAgo: 24, text: "Wie betaalt de lekke band? Schrijf het op één blad." },
    ],
  },
  {
    slug: "werkkledij", lang: "nl", campus: "t2-campus", domain: "circular",
    productionStep: "maintenance", stage: "harvest", audience: ["entrepreneur"], team: ["fatma"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 495,
    title: "Werkkledij krijgt een tweede knie",
    pitch: "Wij herstellen werkbroeken met een kapotte knie.",
    description: "Een werkbroek gaat een halfjaar mee, met een nieuwe knie een jaar. Ons atelier herstelt al voor drie firma's.",
    needs: [
      { kind: "expertise", term: "logistics", words: "ophalen en terugbrengen", weight: 3 },
      { kind: "expertise", term: "web-shop", words: "online bestellen", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "textile", words: "naaien van stevige stoffen", weight: 3 },
      { kind: "customers", term: "regular-orders", words: "elke week een vaste vracht", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 399, by: "fatma",
        text: "Bedrijven gooien werkbroeken weg om één kapotte knie. Wij naaien er een sterkere op, met hun logo." },
      { field: "description", daysAgo: 150, by: "fatma",
        text:
          "Een werkbroek gaat een halfjaar mee, met een nieuwe knie een jaar. Ons atelier herstelt al voor drie firma's. Naaien " +
          "lukt, maar ophalen en terugbrengen kost ons meer dan het naaien zelf." },
    ],
    comments: [
      { by: "goele", daysAgo: 405, text: "Ook verpleegkundigen slijten hun broek op de knie." },
    ],
  },
  {
    slug: "return-trip", lang: "en", campus: "t2-campus", domain: "mobility",
    productionStep: "idea", stage: "plant", audience: ["entrepreneur"], team: ["ewa", "priya"],
    visibility: "companies", matchConsent: "open", plantedDaysAgo: 70,
    title: "The return trip",
    pitch: "Half of all small vans drive home empty.",
    description:
      "A baker, a florist and a parcel driver all pass the same street on the way back. Our list tells them what can come " +
      "along. Four drivers have joined.",
    needs: [
      { kind: "customers", term: "regular-orders", words: "a customer with steady freight", weight: 3 },
      { kind: "expertise", term: "textile", words: "strong sewn bags", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "logistics", words: "delivery on vans that drive back", weight: 3 },
      { kind: "expertise", term: "route-planning", words: "planning of trips", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 31, by: "ewa", text: "Half of all small vans drive home empty. We fill them with things that are not in a hurry." },
      { field: "description", daysAgo: 21, by: "ewa",
        text:
          "A baker, a florist and a parcel driver all pass the same street on the way back. Our list tells them what can come " +
          "along. Four drivers have joined. We lack one customer with a steady load, and strong bags that survive it." },
    ],
    comments: [
      { by: "sofia", daysAgo: 18, text: "Start with one street and one weekday." },
    ],
  },
  {
    slug: "verfrestjes", lang: "nl", campus: "t2-campus", domain: "circular",
    productionStep: "production", stage: "plant", audience: ["job_seeker"], team: ["jef", "fatma"],
    visibility: "team", matchConsent: "veiled", plantedDaysAgo: 53,
    title: "Verfrestjes",
    pitch: "Schilders hebben busjes vol restjes. Wij mengen ze tot twaalf vaste kleuren en verkopen ze per liter.",
    description:
      "Elke schilder rijdt jaarlijks tweehonderd liter goede verf naar het containerpark. Wij sorteren op soort en mengen op " +
      "het oog. Vijf schilders leveren graag. Maar elke emmer is een beetje anders en dat wil geen klant.",
    needs: [
      { kind: "expertise", words: "kleur meten in plaats van gokken", weight: 3 },
      { kind: "workspace", term: "storage-room", words: "een vorstvrije berging", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "painter-contact", words: "contact met vijf schilders", weight: 3 },
      { kind: "expertise", term: "painting", words: "weten welke verf samen mag", weight: 2 },
    ],
  },
] as const satisfies readonly IdeaSeed[];
