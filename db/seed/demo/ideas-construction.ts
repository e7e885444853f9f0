import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_CONSTRUCTION = [
  {
    slug: "sensordoos", lang: "nl", campus: "t2-campus", domain: "construction", growthMarket: "new-energy",
    productionStep: "production", stage: "bloom", audience: ["student"], team: ["lotte", "senne"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 160,
    title: "Sensordoos voor oude gebouwen",
    pitch: "Een doos met sensoren die meet waar een oud huis warmte verliest.",
    description:
      "Wie een oud huis koopt, weet pas na de eerste winter waar het tocht. Onze doos meet een week lang warmte en vocht in " +
      "zes kamers en tekent een kaart.",
    needs: [
      { kind: "expertise", term: "refrigeration", words: "koeltechnische kennis", weight: 3 },
      { kind: "network", term: "city-contact", words: "de stad of de bib als uitlener", weight: 2 },
      { kind: "expertise", term: "product-design", words: "een doos die mooi genoeg is", weight: 1 },
    ],
    offers: [
      { kind: "workspace", term: "data-logger", words: "dataloggers, klaar om te lenen", weight: 3 },
      { kind: "expertise", term: "moisture", words: "vocht in oude muren meten", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 61, by: "lotte", text: "Een doos die oude gebouwen laat vertellen waar de warmte ontsnapt." },
      { field: "pitch", daysAgo: 40, by: "senne", text: "Een doos die oude gebouwen laat vertellen waar de warmte ontsnapt, te leen in de bibliotheek." },
      { field: "description", daysAgo: 12, by: "lotte",
        text:
          "Wie een oud huis koopt, weet pas na de eerste winter waar het tocht. Onze doos meet een week lang warmte, vocht en " +
          "luchtdruk in zes kamers en tekent een kaart. Drie prototypes zijn uitgeleend. Nu willen mensen weten wat ze met een " +
          "koelkast of warmtepomp moeten, en daar kennen wij niets van." },
    ],
    comments: [
      { by: "emre", daysAgo: 55, text: "Van koeling weet ik veel, van meten niets. Ruilen?" },
      { by: "rik", daysAgo: 48, text: "Hebben de eerste huurders iets veranderd aan hun huis? Dat wil ik horen." },
      { by: "nele", daysAgo: 14, text: "Schrijf op hoeveel weken de doos al uitgeleend was. Dat is bewijs." },
    ],
  },
  {
    slug: "leemsteen", lang: "nl", campus: "t2-campus", domain: "construction",
    productionStep: "production", stage: "plant", audience: ["job_seeker"], team: ["oksana", "jef"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 88,
    title: "Leemsteen uit werfgrond",
    pitch: "Elke bouwput levert leem die naar de stort rijdt. Wij persen er stenen van die niet gebakken moeten worden.",
    description: "Grond afvoeren kost geld, stenen kopen ook. Met een handpers maken wij op de werf zelf een steen voor binnenmuren.",
    needs: [
      { kind: "expertise", term: "material-testing", words: "materiaalproeven op onze steen", weight: 3 },
      { kind: "expertise", term: "standards", words: "welke norm geldt voor leem", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "builder-contact", words: "contact met drie werfleiders", weight: 3 },
      { kind: "expertise", term: "clay-building", words: "bouwen met leem", weight: 3 },
    ],
    edits: [
      { field: "description", daysAgo: 45, by: "oksana",
        text:
          "Grond afvoeren kost geld, stenen kopen ook. Met een handpers maken wij op de werf zelf een steen voor binnenmuren. Wij " +
          "hebben drie werven die willen meedoen, maar geen idee hoe sterk onze steen is na een winter." },
    ],
    comments: [
      { by: "didier", daysAgo: 32, text: "Et si on pressait avec un vérin de récupération ? J'en ai deux." },
    ],
  },
  {
    slug: "brick-bench", lang: "en", campus: "t2-campus", domain: "construction",
    productionStep: "design", stage: "seedling", audience: ["job_seeker"], team: ["oksana"],
    visibility: "coaches", matchConsent: "by_coach", plantedDaysAgo: 52,
    title: "A test bench for odd bricks",
    pitch: "Small makers cannot pay a big lab. We press, freeze and soak their samples for the price of a pizza.",
    description:
      "There is a strength press in the school that sleeps on Wednesdays. Students learn best when the sample is real. We can " +
      "break almost anything and write an honest page about it. We only miss people on building sites who send us samples.",
    needs: [
      { kind: "network", term: "builder-contact", words: "builders with real samples", weight: 3 },
      { kind: "expertise", term: "pricing", words: "a price per test", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "material-testing", words: "testing materials: compression, frost and water", weight: 3 },
      { kind: "workspace", term: "strength-tester", words: "a press up to 300 kN", weight: 2 },
    ],
    comments: [
      { by: "nele", daysAgo: 20, text: "Who would trust your page? Ask one insurer." },
    ],
  },
  {
    slug: "isolatieraam", lang: "nl", campus: "t2-campus", domain: "construction", growthMarket: "new-energy",
    productionStep: "production", stage: "bloom", audience: ["employee"], team: ["giulia", "stan"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 142,
    title: "Isolatieraam te huur",
    pitch: "Een licht binnenraam voor huurders die niets mogen verbouwen.",
    description:
      "Huurders mogen niets verbouwen, maar betalen wel de stookkost. Ons raam is een dun kader met folie, vastgehouden door " +
      "magneten. Vijf gezinnen testen het. Elk raam is anders van maat, en met de hand zagen duurt een halve dag.",
    needs: [
      { kind: "expertise", term: "cam", words: "van gsm-foto naar snijbestand", weight: 3 },
      { kind: "expertise", term: "laser-cutting", words: "lasersnijden van kaders", weight: 2 },
    ],
    offers: [
      { kind: "network", term: "housing-contact", words: "contact met huurders en de woonmaatschappij", weight: 3 },
      { kind: "customers", term: "pilot-household", words: "vijf proefgezinnen", weight: 3 },
    ],
    edits: [
      { field: "pitch", daysAgo: 50, by: "giulia", text: "Een licht binnenraam dat huurders zelf vastklikken in oktober en in april weer weghalen." },
      { field: "description", daysAgo: 21, by: "giulia",
        text:
          "Huurders mogen niets verbouwen, maar betalen wel de stookkost. Ons raam is een dun kader met folie, vastgehouden door " +
          "magneten. Vijf gezinnen testen het: twee graden warmer aan het raam. Elk raam is anders van maat, en met de hand zagen " +
          "duurt een halve dag." },
    ],
    comments: [
      { by: "nele", daysAgo: 18, text: "Twee graden is een mooi getal. Hoeveel is dat op de rekening?" },
    ],
  },
  {
    slug: "cut-to-fit", lang: "en", campus: "t2-campus", domain: "ict", growthMarket: "print-vision-3d",
    productionStep: "design", stage: "plant", audience: ["student"], team: ["samuel", "senne"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 66,
    title: "Cut to fit",
    pitch: "Take three phone pictures of a window, a niche or a step. Get a file that a laser or a mill can cut.",
    description:
      "Measuring is where most home projects fail. Our page finds the corners and makes a cutting file with a tolerance you " +
      "choose. It works on our own walls within two millimetres.",
    needs: [
      { kind: "customers", term: "pilot-household", words: "households with crooked walls", weight: 3 },
      { kind: "network", term: "housing-contact", words: "tenants or a housing company", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "cam", words: "from picture to cutting file (CAM)", weight: 3 },
      { kind: "expertise", term: "computer-vision", words: "finding corners in pictures", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 19, by: "samuel",
        text:
          "Measuring is where most home projects fail. Our page finds the corners and makes a cutting file with a tolerance you " +
          "choose. It works on our own walls within two millimetres. We need strangers' crooked walls and people who live between " +
          "them." },
    ],
    comments: [
      { by: "bart", daysAgo: 9, text: "Show the error in millimetres on the page itself, people will trust you more." },
    ],
  },
  {
    slug: "vochtkaart", lang: "nl", campus: "t2-campus", domain: "construction", growthMarket: "print-vision-3d",
    productionStep: "maintenance", stage: "seedling", audience: ["employee"], team: ["stan", "lotte"],
    visibility: "companies", matchConsent: "veiled", plantedDaysAgo: 44,
    title: "Vochtkaart van de wijk",
    pitch: "Zwarte hoeken in sociale woningen komen terug. Met een kaart per blok weet je welke gevel eerst moet.",
    description:
      "Elke woning wordt nu apart hersteld, terwijl het vocht langs één gevel binnenkomt. Wij kennen de woonmaatschappij en " +
      "mogen in veertig huizen meten. Van buiten kijken met warmtebeelden zou in één dag tonen waar het koud is.",
    needs: [
      { kind: "workspace", term: "thermal-camera", words: "warmtebeelden van buitenaf", weight: 3 },
      { kind: "expertise", term: "maps", words: "een digitale kaart maken", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "housing-contact", words: "de woonmaatschappij doet mee", weight: 3 },
      { kind: "expertise", term: "moisture", words: "vochtmeting in huizen", weight: 2 },
    ],
  },
  {
    slug: "drone-thermique", lang: "fr", campus: "atelier-meuse", domain: "ict", growthMarket: "print-vision-3d",
    productionStep: "production", stage: "harvest", audience: ["employee", "student"], team: ["thibault", "loic"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 540,
    title: "Drone thermique de quartier",
    pitch: "Un vol d'une heure, une image de chaleur de toute la rue : on voit quelles maisons chauffent le ciel.",
    description: "Nous survolons le soir, avec autorisation, et nous assemblons les images en une seule carte.",
    needs: [
      { kind: "network", term: "housing-contact", words: "une société de logement social", weight: 3 },
      { kind: "expertise", term: "permits", words: "les autorisations de vol", weight: 1 },
    ],
    offers: [
      { kind: "workspace", term: "thermal-camera", words: "caméra thermique sur drone", weight: 3 },
      { kind: "expertise", term: "drones", words: "pilotage de drone", weight: 3 },
    ],
    edits: [
      { field: "description", daysAgo: 390, by: "loic",
        text:
          "Nous survolons le soir, avec autorisation, et nous assemblons les images en une seule carte. Deux quartiers sont faits. " +
          "Le vol coûte peu si une société de logement commande plusieurs rues d'un coup." },
    ],
    comments: [
      { by: "helene", daysAgo: 400, text: "Les élèves pourraient comparer la carte avec les factures de leur maison." },
    ],
  },
  {
    slug: "plomberie-express", lang: "fr", campus: "atelier-meuse", domain: "construction",
    productionStep: "production", stage: "seedling", audience: ["job_seeker", "teacher"], team: ["adil", "camille"],
    visibility: "team", matchConsent: "veiled", plantedDaysAgo: 61,
    title: "Plomberie express",
    pitch: "Des modules de tuyaux préparés à l'atelier, montés en une heure sans couper l'eau de toute l'école.",
    description:
      "Réparer une douche d'école prend deux jours, parce que tout se coupe et se soude sur place. Nous préparons les pièces à " +
      "l'avance sur un gabarit. Il nous faut une vraie salle de sport pour montrer que ça marche.",
    needs: [
      { kind: "workspace", term: "test-site", words: "une salle de sport comme site pilote", weight: 3 },
      { kind: "network", term: "school-contact", words: "des écoles avec de vieilles douches", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "plumbing", words: "plomberie et tuyauterie", weight: 3 },
      { kind: "expertise", term: "teaching", words: "montrer le geste à des élèves", weight: 1 },
    ],
  },
  {
    slug: "mobilier-rue", lang: "fr", campus: "atelier-meuse", domain: "construction",
    productionStep: "design", stage: "plant", audience: ["student"], team: ["loic", "adil"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 79,
    title: "Mobilier de rue à partager",
    pitch: "Des bancs et des supports que chaque commune peut adapter, avec des plans ouverts et des pièces faites près de chez elle.",
    description:
      "Un banc public vient souvent de très loin. Nos plans se découpent dans une plaque standard et se montent avec huit " +
      "boulons. Deux communes veulent un essai.",
    needs: [
      { kind: "expertise", term: "metal-cutting", words: "découpe de métal en petite série", weight: 3 },
      { kind: "expertise", term: "surface-finish", words: "une peinture qui tient", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "city-contact", words: "contact avec deux communes", weight: 3 },
      { kind: "expertise", term: "cad", words: "plans et dessin technique", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 23, by: "loic",
        text:
          "Un banc public vient souvent de très loin. Nos plans se découpent dans une plaque standard et se montent avec huit " +
          "boulons. Deux communes veulent un essai. Nous savons dessiner, pas couper l'acier." },
    ],
    comments: [
      { by: "karim", daysAgo: 31, text: "Commencez par une pièce à l'échelle un, en carton." },
    ],
  },
] as const satisfies readonly IdeaSeed[];
