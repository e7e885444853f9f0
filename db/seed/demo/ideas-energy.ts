import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_ENERGY = [
  {
    slug: "restwarmte-bakker", lang: "nl", campus: "t2-campus", domain: "energy", growthMarket: "new-energy",
    productionStep: "design", stage: "plant", audience: ["student"], team: ["emre", "lotte"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 96,
    title: "Restwarmte van de bakker",
    pitch: "Een bakkersoven verliest elke nacht veel warmte. Daar willen we iets mee doen.",
    description: "Een bakkersoven staat zeven uur aan en verliest een derde van zijn warmte. Wij willen die warmte vangen en er een serre mee verwarmen.",
    needs: [
      { kind: "expertise", term: "heat-exchanger", words: "warmtewisselaar-kennis", weight: 2 },
      { kind: "workspace", term: "data-logger", words: "meetapparatuur", weight: 3 },
      { kind: "network", term: "bakery-contact", words: "eerste bakker", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "refrigeration", words: "koeltechniek", weight: 3 },
      { kind: "network", term: "city-contact", words: "contact met stad Genk", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 71, by: "emre", text: "Elke nacht verdwijnt de warmte van de oven door de schouw. Wij willen er een serre mee verwarmen." },
      { field: "description", daysAgo: 44, by: "emre",
        text:
          "Een bakkersoven staat zeven uur aan en verliest een derde van zijn warmte. Een serre bleek te ver weg, een klein " +
          "zwembad ligt op honderd meter. Wij vangen de warmte in de schouw en brengen ze met een geïsoleerde leiding naar het " +
          "bad." },
      { field: "pitch", daysAgo: 20, by: "lotte",
        text: "Elke nacht verdwijnt de warmte van de oven door de schouw. Wij willen er het wijkzwembad van Winterslag mee warm houden." },
      { field: "description", daysAgo: 12, by: "emre",
        text:
          "Een bakkersoven staat zeven uur aan en verliest een derde van zijn warmte. Honderd meter verder stookt een klein " +
          "zwembad op gas. Wij vangen de warmte in de schouw en brengen ze met een geïsoleerde leiding naar het bad." },
      { field: "description", daysAgo: 1, by: "emre",
        text:
          "Een bakkersoven staat zeven uur aan en verliest een derde van zijn warmte. Honderd meter verder stookt een klein " +
          "zwembad op gas. Wij vangen de warmte in de schouw en brengen ze met een geïsoleerde leiding naar het bad. Eerst meten " +
          "we bij één bakker, daarna rekenen we na of een tweede straat ook kan." },
    ],
    comments: [
      { by: "ilse", daysAgo: 60, text: "Meet eerst de temperatuur van de rookgassen op drie hoogtes. Dan weet je of er condens komt." },
      { by: "rosanne", daysAgo: 41, text: "Mijn oven staat van elf tot zes aan. Kom gerust een nacht kijken, er is koffie." },
      { by: "nele", daysAgo: 19, text: "Wat kost het zwembad vandaag aan gas? Dat getal hebben jullie nodig voor alles wat volgt." },
    ],
  },
  {
    slug: "zonnedak-kantine", lang: "nl", campus: "t2-campus", domain: "energy", growthMarket: "new-energy",
    productionStep: "idea", stage: "seedling", audience: ["company"], team: ["wim"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 58,
    title: "Zonnedak voor de voetbalkantine",
    pitch: "De kantine van onze club heeft een groot plat dak en een hoge rekening.",
    description:
      "Overdag staat de kantine leeg en schijnt de zon, 's avonds branden de lampen en draaien de frigo's. Met panelen, een " +
      "kleine batterij en afspraken met de buren kan dat kloppen. Wij hebben het dak en de leden, maar niemand die laat zien " +
      "wie hoeveel stroom kreeg.",
    needs: [
      { kind: "expertise", term: "dashboards", words: "een schermpje dat toont wie stroom kreeg", weight: 3 },
      { kind: "expertise", term: "energy-sharing", words: "iemand die energie delen snapt", weight: 1 },
    ],
    offers: [
      { kind: "workspace", term: "test-roof", words: "plat dak van 400 m² als proefdak", weight: 3 },
      { kind: "network", term: "sports-club-contact", words: "contact met voetbalclubs", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 30, by: "wim",
        text: "De kantine van onze club heeft een groot plat dak en een hoge rekening. Wij willen er stroom oogsten en delen met de straat." },
    ],
    comments: [
      { by: "karim", daysAgo: 22, text: "Il existe peut-être déjà quelqu'un à Liège qui fait l'affichage. Regardez du côté du carnet solaire." },
    ],
  },
  {
    slug: "batterij-tweede-leven", lang: "nl", campus: "t2-campus", domain: "circular", growthMarket: "new-energy",
    productionStep: "production", stage: "bloom", audience: ["student", "job_seeker"], team: ["noor", "jef"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 210,
    title: "Tweede leven voor fietsbatterijen",
    pitch: "Een fietsbatterij gaat weg als ze nog driekwart kan. Wij meten de cellen na en maken er iets nieuws van.",
    description:
      "Bij de fietsenmaker liggen dozen vol batterijen die te zwak zijn voor een fiets. Wij halen ze veilig open, meten elke " +
      "cel en bouwen er een kist van die een dag licht en koeling geeft. De elektronica lukt, maar de kist zelf valt uit " +
      "elkaar: wij kunnen niet lassen in dun staal.",
    needs: [
      { kind: "expertise", term: "welding", words: "een stevig gelast frame", weight: 3 },
      { kind: "network", term: "market-vendor-contact", words: "marktkramers die willen proberen", weight: 2 },
      { kind: "expertise", term: "insurance", words: "weten hoe je zoiets verzekert", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "battery-packs", words: "batterijpakketten uit nagemeten cellen", weight: 3 },
      { kind: "expertise", term: "electrical-wiring", words: "veilige bekabeling", weight: 1 },
    ],
    edits: [
      { field: "pitch", daysAgo: 60, by: "noor",
        text: "Een fietsbatterij gaat weg als ze nog driekwart kan. Wij meten de cellen na en bouwen er stille, draagbare stroomkisten van." },
      { field: "description", daysAgo: 33, by: "noor",
        text:
          "Bij de fietsenmaker liggen dozen vol batterijen die te zwak zijn voor een fiets. Wij halen ze veilig open, meten elke " +
          "cel en bouwen er een kist van die een dag licht en koeling geeft. Drie kisten draaien al een maand. De kist zelf valt " +
          "nog uit elkaar: wij kunnen niet lassen in dun staal." },
    ],
    comments: [
      { by: "marek", daysAgo: 75, text: "Please put a fuse on every group of cells, not only on the box." },
      { by: "ewa", daysAgo: 31, text: "I would rent one tomorrow, my generator scares the children." },
    ],
  },
  {
    slug: "warmtepomp-luisteraar", lang: "nl", campus: "t2-campus", domain: "energy", growthMarket: "new-energy",
    productionStep: "maintenance", stage: "seedling", audience: ["employee"], team: ["stan"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 74,
    title: "Warmtepomp-luisteraar",
    pitch: "Een warmtepomp klinkt anders voor ze stilvalt. Een klein kastje hoort dat drie weken op voorhand.",
    description:
      "Ik rij elke dag langs toestellen die gisteren nog te redden waren. Een lager dat piept of een ventilator die schuurt, " +
      "dat hoor je. Ik heb jaren ervaring en kan opnames maken bij klanten, maar ik kan geen computer leren luisteren.",
    needs: [
      { kind: "expertise", term: "machine-learning", words: "een computer leren luisteren (AI)", weight: 3 },
      { kind: "expertise", term: "low-power", words: "een kastje dat lang meegaat", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "heat-pump", words: "warmtepompen en hun kwalen", weight: 3 },
      { kind: "network", term: "installer-contact", words: "contact met twaalf installateurs", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 40, by: "stan",
        text:
          "Ik rij elke dag langs toestellen die gisteren nog te redden waren. Een lager dat piept of een ventilator die schuurt, " +
          "dat hoor je. Ik heb al zestig opnames van klanten, met de storing erbij geschreven, maar ik kan geen computer leren " +
          "luisteren." },
    ],
    comments: [
      { by: "bart", daysAgo: 36, text: "Zestig opnames is een mooi begin. Schrijf overal het merk en het toerental bij." },
    ],
  },
  {
    slug: "coolbox-clay", lang: "en", campus: "t2-campus", domain: "energy", growthMarket: "new-energy",
    productionStep: "production", stage: "plant", audience: ["student"], team: ["samuel", "oksana"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 120,
    title: "Cool box without a plug",
    pitch: "A clay box that keeps vegetables cool with only water and wind.",
    description: "Two clay walls with wet sand between them: old idea, new shape. Ours stacks, fits on a cart and refills from a bottle.",
    needs: [
      { kind: "network", term: "farmer-contact", words: "contact with farmers who sell outdoors", weight: 3 },
      { kind: "expertise", term: "food-packaging", words: "someone who knows shelf life", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "passive-cooling", words: "cooling without power", weight: 3 },
      { kind: "expertise", term: "ceramics", words: "firing clay in any shape", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 74, by: "samuel",
        text:
          "Two clay walls with wet sand between them: old idea, new shape. Ours stacks, fits on a cart and refills from a bottle. " +
          "In the lab it holds 14 degrees on a summer day." },
      { field: "description", daysAgo: 28, by: "oksana",
        text:
          "Two clay walls with wet sand between them: old idea, new shape. Ours stacks, fits on a cart and refills from a bottle. " +
          "In the lab it holds 14 degrees on a summer day. We have never tried it with a real crate of lettuce on a real farm." },
      { field: "pitch", daysAgo: 25, by: "oksana",
        text: "A clay box that keeps vegetables ten degrees cooler with only water and wind. No plug, no gas, no noise." },
    ],
    comments: [
      { by: "sofia", daysAgo: 24, text: "Who pays for it: the farmer, the market or the city? Ask five farmers this month." },
    ],
  },
  {
    slug: "douchewater-warmte", lang: "nl", campus: "t2-campus", domain: "energy", growthMarket: "new-energy",
    productionStep: "design", stage: "seed", audience: ["teacher", "pupil"], team: ["hilde", "ruben"],
    visibility: "coaches", matchConsent: "veiled", plantedDaysAgo: 47,
    title: "Warmte uit het douchewater",
    pitch: "In onze sporthal loopt na elke match warm water weg. Mijn klas wil die warmte opvangen voor de volgende douche.",
    description:
      "Na turnles douchen honderd leerlingen in een halfuur. Het afvalwater is nog 32 graden. Wij tekenden een koperen spiraal " +
      "rond de afvoer, maar niemand van ons mag of kan aan de leidingen werken.",
    needs: [
      { kind: "expertise", term: "plumbing", words: "een loodgieter die mee wil werken", weight: 3 },
      { kind: "expertise", term: "heat-exchanger", words: "nakijken of onze spiraal klopt", weight: 1 },
    ],
    offers: [
      { kind: "workspace", term: "test-site", words: "sporthal van de school als proefplek", weight: 2 },
      { kind: "network", term: "school-contact", words: "contact met zes scholen", weight: 3 },
    ],
    comments: [
      { by: "nele", daysAgo: 12, text: "Jullie spiraal is een warmtewisselaar in tegenstroom. Loop met de tekening eens langs bij Ilse." },
    ],
  },
  {
    slug: "carnet-solaire", lang: "fr", campus: "atelier-meuse", domain: "ict", growthMarket: "new-energy",
    productionStep: "design", stage: "plant", audience: ["student", "employee"], team: ["loic", "thibault"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 132,
    title: "Le carnet solaire",
    pitch: "Une application qui explique le partage d'énergie entre voisins.",
    description:
      "Partager le courant est permis, mais personne ne comprend les factures. Notre page affiche le partage en pictogrammes, " +
      "par heure et par maison.",
    needs: [
      { kind: "workspace", term: "test-roof", words: "un toit d'essai avec de vrais voisins", weight: 3 },
      { kind: "network", term: "sports-club-contact", words: "une association qui rassemble une rue", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "dashboards", words: "tableau de bord d'énergie sur le web", weight: 3 },
      { kind: "expertise", term: "energy-sharing", words: "règles du partage d'énergie", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 81, by: "loic",
        text:
          "Partager le courant est permis, mais personne ne comprend les factures. Notre page affiche le partage en pictogrammes, " +
          "par heure et par maison. Elle fonctionne avec des données inventées." },
      { field: "description", daysAgo: 31, by: "thibault",
        text:
          "Partager le courant est permis, mais personne ne comprend les factures. Notre page affiche le partage en pictogrammes, " +
          "par heure et par maison. Elle fonctionne avec des données inventées. Il nous manque un vrai toit, avec de vrais " +
          "voisins." },
      { field: "pitch", daysAgo: 18, by: "loic",
        text: "Un tableau tout simple qui montre à chaque voisin combien de soleil il a reçu aujourd'hui, et combien il en a donné." },
    ],
    comments: [
      { by: "wim", daysAgo: 15, text: "Dat is precies wat onze leden vragen. Kan het ook in het Nederlands?" },
    ],
  },
  {
    slug: "oreille-machine", lang: "fr", campus: "atelier-meuse", domain: "ict", growthMarket: "new-energy",
    productionStep: "design", stage: "plant", audience: ["student"], team: ["loic"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 101,
    title: "Oreille de machine",
    pitch: "Un micro et un peu d'intelligence artificielle pour entendre qu'une machine fatigue.",
    description: "Le modèle reconnaît déjà huit bruits sur dix. Il me faut des enregistrements de machines vraiment malades.",
    needs: [
      { kind: "expertise", term: "heat-pump", words: "un spécialiste des pompes à chaleur", weight: 3 },
      { kind: "network", term: "installer-contact", words: "des installateurs qui enregistrent des pannes", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "machine-learning", words: "intelligence artificielle", weight: 3 },
      { kind: "expertise", term: "sound-recognition", words: "reconnaissance de sons", weight: 3 },
    ],
    edits: [
      { field: "description", daysAgo: 29, by: "loic",
        text:
          "Le modèle reconnaît déjà neuf bruits sur dix, mais seulement ceux que j'ai fabriqués moi-même. Il me faut des " +
          "enregistrements de machines vraiment malades et quelqu'un qui sait ce qu'on entend. Une pompe à chaleur serait parfaite " +
          ": elle tourne toute l'année." },
      { field: "pitch", daysAgo: 28, by: "loic",
        text: "Un micro à dix euros et un peu d'intelligence artificielle pour entendre qu'une machine fatigue avant qu'elle s'arrête." },
    ],
    comments: [
      { by: "ilse", daysAgo: 26, text: "Op onze testbank kan ik met opzet een ventilator laten schuren, als je wil." },
      { by: "karim", daysAgo: 10, text: "Qui entend la panne aujourd'hui, et combien coûte la visite ?" },
    ],
  },
  {
    slug: "power-cart", lang: "en", campus: "t2-campus", domain: "mobility", growthMarket: "new-energy",
    productionStep: "idea", stage: "plant", audience: ["entrepreneur"], team: ["ewa", "jef"],
    visibility: "team", matchConsent: "veiled", plantedDaysAgo: 83,
    title: "Night market power cart",
    pitch: "A push cart that gives a whole row of food stalls silent power for one evening, and goes home to charge on the sun.",
    description:
      "Every stall brings its own generator, so markets stink and nobody hears the music. One welded cart with a big battery " +
      "can serve eight stalls. We have the frame and the customers.",
    needs: [
      { kind: "expertise", term: "battery-packs", words: "battery packs we can trust", weight: 3 },
      { kind: "expertise", term: "charging", words: "a safe way to charge at home", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "welding", words: "welding of light steel frames", weight: 3 },
      { kind: "network", term: "market-vendor-contact", words: "thirty market vendors", weight: 3 },
    ],
    edits: [
      { field: "description", daysAgo: 24, by: "ewa",
        text:
          "Every stall brings its own generator, so markets stink and nobody hears the music. One welded cart with a big battery " +
          "can serve eight stalls. We have the frame and the customers. We do not dare to touch the batteries." },
    ],
  },
  {
    slug: "boerenkar", lang: "nl", campus: "t2-campus", domain: "food",
    productionStep: "design", stage: "seed", audience: ["entrepreneur"], team: ["fatma"],
    visibility: "companies", matchConsent: "veiled", plantedDaysAgo: 39,
    title: "Boerenkar langs de school",
    pitch: "Een kar met groenten van drie hoeves staat om vier uur aan de schoolpoort. Zonder dieselmotor en zonder stopcontact.",
    description:
      "Ouders willen verse groenten, maar rijden niet om naar de boer. Drie boeren uit Diepenbeek doen mee. De sla verlept " +
      "alleen in een uur als het warm is, en een koelwagen is te duur.",
    needs: [
      { kind: "expertise", term: "passive-cooling", words: "koelen zonder stroom", weight: 3 },
      { kind: "expertise", term: "pricing", words: "een eerlijke prijs bepalen", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "farmer-contact", words: "contact met drie boeren", weight: 3 },
      { kind: "customers", term: "regular-orders", words: "elke week vaste bestellingen", weight: 1 },
    ],
    comments: [
      { by: "sofia", daysAgo: 8, text: "Samuel en Oksana koelen met klei en water. Dat past misschien op je kar." },
    ],
  },
] as const satisfies readonly IdeaSeed[];
