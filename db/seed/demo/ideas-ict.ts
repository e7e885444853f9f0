import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_ICT = [
  {
    slug: "huiswerkradar", lang: "nl", campus: "t2-campus", domain: "ict", growthMarket: "stem-it",
    productionStep: "design", stage: "bloom", audience: ["pupil"], team: ["senne", "yara"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 115,
    title: "Huiswerkradar",
    pitch: "Een app die toont welke week te vol wordt.",
    description:
      "Alle taken staan op vier plaatsen en niemand telt ze op. Onze webapp leest ze in en tekent een radar: hoe dichter bij " +
      "het midden, hoe dringender.",
    needs: [
      { kind: "expertise", term: "ux-design", words: "schermen die prettig zijn", weight: 3 },
      { kind: "expertise", term: "privacy-gdpr", words: "weten wat mag met gegevens van leerlingen", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "web-apps", words: "webapps bouwen", weight: 3 },
      { kind: "customers", term: "class-tester", words: "dertig leerlingen die testen", weight: 1 },
    ],
    edits: [
      { field: "pitch", daysAgo: 42, by: "senne",
        text: "Je ziet in één oogopslag welke week te vol wordt, nog voor je leerkrachten dat weten. En het zeurt niet." },
      { field: "description", daysAgo: 15, by: "yara",
        text:
          "Alle taken staan op vier plaatsen en niemand telt ze op. Onze webapp leest ze in en tekent een radar: hoe dichter bij " +
          "het midden, hoe dringender. Dertig klasgenoten gebruiken hem. Hij werkt goed, maar hij ziet eruit als een rekenblad." },
    ],
    comments: [
      { by: "bart", daysAgo: 40, text: "Sterk dat jullie zelf de eerste gebruikers zijn." },
      { by: "helene", daysAgo: 14, text: "Wat leerden de leerkrachten ervan?" },
    ],
  },
  {
    slug: "stageplek-zoeker", lang: "nl", campus: "t2-campus", domain: "ict",
    productionStep: "design", stage: "plant", audience: ["student"], team: ["senne", "noor"],
    visibility: "coaches", matchConsent: "by_coach", plantedDaysAgo: 76,
    title: "Stageplek-zoeker",
    pitch: "Vul in wat je graag doet en hoe ver je fietst. Je krijgt drie stageplaatsen, geen lijst van driehonderd.",
    description:
      "Stageplaatsen worden verdeeld via tantes en nonkels. Wie die niet heeft, krijgt wat overblijft. Wij bouwden een " +
      "databank die afstand, vak en sfeer vergelijkt.",
    needs: [
      { kind: "network", term: "sme-contact", words: "contact met kleine bedrijven", weight: 3 },
      { kind: "expertise", term: "copywriting", words: "teksten die niet saai zijn", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "databases", words: "een databank die tegen een stoot kan", weight: 3 },
      { kind: "expertise", term: "data-analysis", words: "gegevens verwerken", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 22, by: "senne",
        text:
          "Stageplaatsen worden verdeeld via tantes en nonkels. Wie die niet heeft, krijgt wat overblijft. Wij bouwden een " +
          "databank die afstand, vak en sfeer vergelijkt. Ze is bijna leeg: wij kennen te weinig bedrijven." },
    ],
    comments: [
      { by: "bart", daysAgo: 18, text: "Vijf bedrijven in één straat is genoeg om te starten." },
    ],
  },
  {
    slug: "phish-oefening", lang: "nl", campus: "t2-campus", domain: "ict", growthMarket: "stem-it",
    productionStep: "production", stage: "harvest", audience: ["entrepreneur", "student"], team: ["fatma", "emre"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 530,
    title: "Phish-oefening voor kleine zaken",
    pitch: "Een oefening in valse mails voor kleine zaken.",
    description:
      "Een kapper of garage krijgt dezelfde valse mails als een bank, maar geen opleiding. Onze oefening duurt een week en " +
      "niemand wordt uitgelachen.",
    needs: [
      { kind: "network", term: "shop-contact", words: "contact met winkels en zelfstandigen", weight: 3 },
      { kind: "expertise", term: "sales", words: "verkopen zonder bang te maken", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "cyber-security", words: "cyberveiligheid voor kleine zaken", weight: 3 },
      { kind: "expertise", term: "teaching", words: "rustig uitleggen", weight: 1 },
    ],
    edits: [
      { field: "pitch", daysAgo: 420, by: "emre",
        text: "Wij sturen je ploeg met opzet een valse mail en leggen daarna rustig uit waaraan je het had kunnen zien." },
      { field: "description", daysAgo: 310, by: "fatma",
        text:
          "Een kapper of garage krijgt dezelfde valse mails als een bank, maar geen opleiding. Onze oefening duurt een week en " +
          "niemand wordt uitgelachen. Vier zaken deden mee. Nu zoeken wij winkels die het willen proberen zonder dure verkoper." },
    ],
    comments: [
      { by: "rik", daysAgo: 425, text: "Goed dat niemand wordt uitgelachen. Hou dat vol." },
    ],
  },
  {
    slug: "kassa-zonder-wolk", lang: "nl", campus: "t2-campus", domain: "ict",
    productionStep: "production", stage: "plant", audience: ["entrepreneur"], team: ["fatma", "senne"],
    visibility: "companies", matchConsent: "veiled", plantedDaysAgo: 68,
    title: "Kassa zonder wolk",
    pitch: "Een kassa die blijft werken als het internet wegvalt, en die je klanten niet doorverkoopt.",
    description:
      "Elke kleine winkel betaalt elke maand voor een kassa die in de verte draait. De onze staat in de winkel zelf. Acht " +
      "winkels in Winterslag willen meedoen.",
    needs: [
      { kind: "expertise", term: "cyber-security", words: "iemand die de beveiliging nakijkt", weight: 3 },
      { kind: "expertise", term: "taxes", words: "regels voor kassa en btw", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "shop-contact", words: "contact met acht winkels", weight: 3 },
      { kind: "expertise", term: "payment-systems", words: "een eigen kassasysteem", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 20, by: "fatma",
        text:
          "Elke kleine winkel betaalt elke maand voor een kassa die in de verte draait. De onze staat in de winkel zelf. Acht " +
          "winkels in Winterslag willen meedoen. Wij durven pas beginnen als iemand kan zeggen dat ze veilig is." },
    ],
    comments: [
      { by: "veerle", daysAgo: 22, text: "Een kassa moet aan vaste regels voldoen. Kom langs voor je verder bouwt." },
    ],
  },
  {
    slug: "leegstandskaart", lang: "nl", campus: "t2-campus", domain: "ict", growthMarket: "stem-it",
    productionStep: "design", stage: "plant", audience: ["employee"], team: ["priya", "giulia"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 84,
    title: "Leegstandskaart",
    pitch: "Een kaart van lege winkels met licht, stroom en huurprijs per week.",
    description:
      "In Genk staan zesendertig panden leeg die we zelf telden. Eigenaars willen best voor een maand verhuren, maar niemand " +
      "maakt een contract voor vier weken. Met een eerlijk model van contract zou de kaart gaan leven.",
    needs: [
      { kind: "expertise", words: "een eenvoudig huurcontract voor een maand", weight: 3 },
      { kind: "network", term: "neighbourhood-contact", words: "buurtcomités die helpen tellen", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "maps", words: "digitale kaart van lege panden", weight: 3 },
      { kind: "expertise", term: "open-data", words: "open data van de stad", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 27, by: "giulia",
        text: "Een kaart van lege winkels met licht, stroom en huurprijs per week. Zodat een idee er een maand kan wonen." },
    ],
    comments: [
      { by: "els", daysAgo: 25, text: "De stad wil de lijst graag zien voor ze online komt." },
    ],
  },
  {
    slug: "traduire-atelier", lang: "fr", campus: "atelier-meuse", domain: "ict", growthMarket: "stem-it",
    productionStep: "design", stage: "plant", audience: ["job_seeker", "student"], team: ["amina", "loic"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 87,
    title: "Traduire l'atelier",
    pitch: "On photographie une consigne de sécurité, le téléphone la lit à voix haute dans la langue qu'on comprend.",
    description: "Dans notre formation, treize langues se croisent autour d'une fraiseuse. L'appli lit les consignes dans sept d'entre elles.",
    needs: [
      { kind: "expertise", term: "translation", words: "des traducteurs qui connaissent l'atelier", weight: 3 },
      { kind: "expertise", term: "machine-safety", words: "vérifier les consignes de sécurité", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "mobile-apps", words: "une appli qui marche hors ligne", weight: 3 },
      { kind: "expertise", term: "chatbots", words: "voix et modèle de langue", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 36, by: "amina",
        text:
          "Dans notre formation, treize langues se croisent autour d'une fraiseuse. L'appli lit les consignes dans sept d'entre " +
          "elles. Mais une machine traduit « mors » par « morsure » : il nous faut des gens qui connaissent les vrais mots." },
    ],
    comments: [
      { by: "thibault", daysAgo: 34, text: "Pour la robotique, je relis volontiers les mots." },
    ],
  },
  {
    slug: "pop-up-juridique", lang: "fr", campus: "atelier-meuse", domain: "ict",
    productionStep: "idea", stage: "seed", audience: ["job_seeker"], team: ["amina"],
    visibility: "coaches", matchConsent: "by_coach", plantedDaysAgo: 41,
    title: "Pop-up juridique",
    pitch: "Un contrat court, lisible et juste pour louer une vitrine pendant quatre semaines. Signé en une heure.",
    description:
      "Un projet meurt souvent entre l'envie et le bail de neuf ans. Avec une juriste, nous avons écrit un contrat de deux " +
      "pages. Il faudrait maintenant savoir où sont les vitrines vides, rue par rue.",
    needs: [
      { kind: "expertise", term: "maps", words: "une carte des commerces vides", weight: 3 },
      { kind: "network", term: "city-contact", words: "un service communal du commerce", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "contracts", words: "contrats courts et lisibles", weight: 3 },
      { kind: "expertise", term: "legal-form", words: "choisir une forme juridique", weight: 2 },
    ],
    comments: [
      { by: "sofia", daysAgo: 12, text: "Priya a une carte à Genk. Écris-lui." },
    ],
  },
  {
    slug: "village-mesh", lang: "en", campus: "t2-campus", domain: "ict", growthMarket: "stem-it",
    productionStep: "production", stage: "plant", audience: ["employee"], team: ["priya"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 104,
    title: "Radio mesh for the village",
    pitch: "A handful of small radios carries data from field to field, without a phone company and without a bill.",
    description: "Sensors outside the village have no signal or cost a subscription each. Our mesh hops five kilometres on a button cell.",
    needs: [
      { kind: "network", term: "farmer-contact", words: "farmers or beekeepers with fields", weight: 3 },
      { kind: "workspace", term: "antenna-mast", words: "one tall building for an antenna", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "radio-links", words: "long-range radio (LoRa)", weight: 3 },
      { kind: "expertise", term: "iot-platform", words: "a place where sensor data arrives", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 64, by: "priya",
        text:
          "Sensors outside the village have no signal or cost a subscription each. Our mesh hops five kilometres on a button cell. " +
          "The network is there and almost nobody talks on it." },
      { field: "description", daysAgo: 24, by: "priya",
        text:
          "Sensors outside the village have no signal or cost a subscription each. Our mesh hops five kilometres on a button cell. " +
          "The network is there and almost nobody talks on it. We look for people with something to measure far from a socket." },
    ],
    comments: [
      { by: "bart", daysAgo: 47, text: "The campus roof is 22 metres high. Ask Els." },
    ],
  },
  {
    slug: "oeil-de-tri", lang: "fr", campus: "atelier-meuse", domain: "robotics", growthMarket: "print-vision-3d",
    productionStep: "design", stage: "plant", audience: ["employee", "pupil"], team: ["thibault", "manon"],
    visibility: "campus", matchConsent: "open", plantedDaysAgo: 95,
    title: "Œil de tri",
    pitch: "Une caméra apprend en une matinée à trier ce que vous lui montrez : pommes, vis ou verres de couleur.",
    description:
      "Trier à la main fatigue les yeux après vingt minutes. Notre caméra apprend avec cinquante exemples et dit quand elle " +
      "doute. Avec des vis, elle se trompe une fois sur deux cents.",
    needs: [
      { kind: "network", term: "fruit-grower-contact", words: "des producteurs de fruits", weight: 3 },
      { kind: "expertise", term: "mechatronics", words: "une petite bande transporteuse", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "computer-vision", words: "vision par ordinateur", weight: 3 },
      { kind: "expertise", term: "machine-learning", words: "apprentissage avec peu d'exemples", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 28, by: "thibault",
        text:
          "Trier à la main fatigue les yeux après vingt minutes. Notre caméra apprend avec cinquante exemples et dit quand elle " +
          "doute. Avec des vis, elle se trompe une fois sur deux cents. Nous voulons passer aux fruits, mais nous ne connaissons " +
          "aucun producteur." },
    ],
    comments: [
      { by: "karim", daysAgo: 38, text: "Dire quand il doute, c'est sa plus belle qualité. Mettez-la en premier." },
    ],
  },
  {
    slug: "plukarm", lang: "nl", campus: "t2-campus", domain: "robotics", growthMarket: "robots-cobots",
    productionStep: "idea", stage: "bloom", audience: ["pupil"], team: ["mirte"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 112,
    title: "Plukarm voor aardbeien",
    pitch: "Een robot die aardbeien plukt.",
    description: "Mijn nonkel vindt geen plukkers meer. Een snelle robot kost te veel en kneust.",
    needs: [
      { kind: "expertise", term: "computer-vision", words: "camerabeelden die rijp fruit herkennen", weight: 3 },
      { kind: "expertise", term: "grippers", words: "een grijper die niet kneust", weight: 2 },
    ],
    offers: [
      { kind: "network", term: "fruit-grower-contact", words: "vier fruittelers in Haspengouw", weight: 3 },
      { kind: "workspace", term: "test-garden", words: "een serre om te testen", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 69, by: "mirte",
        text:
          "Mijn nonkel vindt geen plukkers meer. Een snelle robot kost te veel en kneust. Een trage die de hele nacht doorwerkt, " +
          "mag simpel zijn. De arm beweegt al, met een lego-motor." },
      { field: "pitch", daysAgo: 54, by: "mirte", text: "Een langzame robot die 's nachts de rijpe aardbeien plukt." },
      { field: "description", daysAgo: 26, by: "mirte",
        text:
          "Mijn nonkel vindt geen plukkers meer. Een snelle robot kost te veel en kneust. Een trage die de hele nacht doorwerkt, " +
          "mag simpel zijn. De arm beweegt al, met een lego-motor. Maar hij ziet het verschil niet tussen rood en bijna rood." },
      { field: "pitch", daysAgo: 10, by: "mirte",
        text: "Een langzame robot die 's nachts de rijpe aardbeien plukt. Dan is er 's ochtends fruit, ook als er te weinig plukkers zijn." },
    ],
    comments: [
      { by: "meera", daysAgo: 37, text: "Slow and cheap is a real strategy. How many berries an hour is enough?" },
      { by: "bart", daysAgo: 21, text: "Samuel heeft een zachte hand uit silicone. Die moet je zien." },
    ],
  },
] as const satisfies readonly IdeaSeed[];
