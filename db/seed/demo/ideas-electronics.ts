import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_ELECTRONICS = [
  {
    slug: "print-d-un-jour", lang: "fr", campus: "atelier-meuse", domain: "electronics",
    productionStep: "production", stage: "plant", audience: ["company"], team: ["laura"],
    visibility: "companies", matchConsent: "veiled", plantedDaysAgo: 77,
    title: "Circuit imprimé en un jour",
    pitch: "Déposez votre schéma le matin, repartez avec une carte le soir. Pour les écoles et les petites équipes.",
    description:
      "Commander une carte prend trois semaines, et la première a toujours une faute. Nous gravons sur place, avec un contrôle " +
      "simple. Les cartes fonctionnent.",
    needs: [
      { kind: "expertise", term: "print-3d", words: "des boîtiers en impression 3D", weight: 3 },
      { kind: "network", term: "care-home-contact", words: "un client du secteur des soins", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "pcb-design", words: "conception de circuits imprimés", weight: 3 },
      { kind: "expertise", term: "emc-testing", words: "contrôle de sécurité électrique", weight: 1 },
    ],
    edits: [
      { field: "description", daysAgo: 23, by: "laura",
        text:
          "Commander une carte prend trois semaines, et la première a toujours une faute. Nous gravons sur place, avec un contrôle " +
          "simple. Les cartes fonctionnent. Mais chaque client demande un boîtier, et nous n'imprimons pas en 3D." },
    ],
    comments: [
      { by: "didier", daysAgo: 30, text: "Proposez-le le mardi soir, l'atelier reste ouvert plus tard." },
    ],
  },
  {
    slug: "toy-rescue", lang: "en", campus: "t2-campus", domain: "circular", growthMarket: "stem-it",
    productionStep: "maintenance", stage: "bloom", audience: ["student"], team: ["samuel", "yara"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 151,
    title: "Toy brain rescue",
    pitch: "Broken toys get a new little brain.",
    description: "Most talking toys die because of one cheap chip. We replace it with a board of three euros and our own calm sounds.",
    needs: [
      { kind: "network", term: "care-home-contact", words: "a care home that lets us in", weight: 3 },
      { kind: "expertise", term: "nursing", words: "a nurse who tells us what is safe", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "microcontrollers", words: "microcontrollers in small things", weight: 3 },
      { kind: "expertise", term: "electronics-repair", words: "repairing toys and devices", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 63, by: "samuel",
        text: "Broken toys get a new little brain and a second owner: people with dementia who like a cat that purrs." },
      { field: "description", daysAgo: 22, by: "yara",
        text:
          "Most talking toys die because of one cheap chip. We replace it with a board of three euros and our own calm sounds. " +
          "Eleven toys work. Children brought them to us, and we think older people need them more. We have never been allowed in " +
          "a care home." },
    ],
    comments: [
      { by: "greet", daysAgo: 58, text: "Ik ken drie huizen die hierop zitten te wachten." },
      { by: "goele", daysAgo: 20, text: "Fijn idee. Onze eerste vraag is altijd: kan het gewassen worden?" },
    ],
  },
  {
    slug: "soldeercafe", lang: "nl", campus: "t2-campus", domain: "electronics", growthMarket: "stem-it",
    productionStep: "maintenance", stage: "harvest", audience: ["pupil", "student"], team: ["senne", "samuel"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 590,
    title: "Soldeercafé",
    pitch: "Samen toestellen herstellen in het labo.",
    description:
      "Mensen gooien weg wat één losse draad mist. In het elektronicalabo staan twaalf soldeerplekken die 's avonds leeg zijn. " +
      "Wij leren het aan wie komt.",
    needs: [
      { kind: "customers", term: "class-tester", words: "een klas die het eens probeert", weight: 3 },
      { kind: "expertise", term: "teaching", words: "iemand die les kan geven", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "soldering", words: "solderen aanleren", weight: 3 },
      { kind: "expertise", term: "electronics-repair", words: "toestellen herstellen", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 400, by: "senne",
        text: "Elke derde donderdag herstellen we samen wat stuk is. Wie nog nooit soldeerde, kan het na een uur." },
      { field: "description", daysAgo: 180, by: "samuel",
        text:
          "Mensen gooien weg wat één losse draad mist. In het elektronicalabo staan twaalf soldeerplekken die 's avonds leeg zijn. " +
          "Wij leren het aan wie komt, en gaven al negen avonden. Nu willen we naar scholen, maar een klas van twintig is iets " +
          "anders dan een café." },
    ],
    comments: [
      { by: "hilde", daysAgo: 90, text: "Mijn klas wil komen. Twee groepen van tien, kan dat?" },
    ],
  },
  {
    slug: "capteur-crue", lang: "fr", campus: "atelier-meuse", domain: "electronics", growthMarket: "new-energy",
    productionStep: "production", stage: "bloom", audience: ["pupil", "teacher"], team: ["manon", "camille"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 168,
    title: "Capteur de crue de l'école",
    pitch: "Notre classe mesure le ruisseau et prévient la rue.",
    description:
      "En 2021, l'eau est montée sans que personne ne prévienne notre rue. Un capteur sous le pont envoie la hauteur à un " +
      "tableau public. La commune veut en poser six.",
    needs: [
      { kind: "expertise", term: "enclosures", words: "un boîtier vraiment étanche", weight: 3 },
      { kind: "network", term: "fire-service-contact", words: "les pompiers, pour l'alerte", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "sensors", words: "capteurs de niveau et de température", weight: 3 },
      { kind: "network", term: "city-contact", words: "la commune est d'accord", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 34, by: "manon",
        text: "Notre classe mesure le ruisseau toutes les dix minutes et prévient la rue avant que les caves soient pleines." },
      { field: "description", daysAgo: 13, by: "manon",
        text:
          "En 2021, l'eau est montée sans que personne ne prévienne notre rue. Un capteur sous le pont envoie la hauteur à un " +
          "tableau public. La commune veut en poser six. Le premier est dans une boîte à tartines : il n'a pas aimé l'hiver." },
    ],
    comments: [
      { by: "helene", daysAgo: 40, text: "Bravo pour le journal de mesures. Montrez aussi les jours où il s'est trompé." },
    ],
  },
  {
    slug: "climate-box", lang: "en", campus: "t2-campus", domain: "electronics",
    productionStep: "production", stage: "plant", audience: ["student"], team: ["samuel", "oksana"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 64,
    title: "Climate box for small growers",
    pitch: "A cupboard that holds any weather you ask for: damp, dark, warm or cool. Built around a small PLC.",
    description:
      "Growing indoors fails when the air goes wrong at night. Our box keeps temperature and moisture within a narrow band and " +
      "writes it down. It stands empty.",
    needs: [
      { kind: "network", term: "restaurant-contact", words: "cafés or restaurants that buy", weight: 2 },
      { kind: "expertise", term: "growing", words: "someone who grows mushrooms or herbs", weight: 3 },
    ],
    offers: [
      { kind: "expertise", term: "climate-control", words: "climate control of air and moisture", weight: 3 },
      { kind: "expertise", term: "plc", words: "PLC programming", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 19, by: "samuel",
        text:
          "Growing indoors fails when the air goes wrong at night. Our box keeps temperature and moisture within a narrow band and " +
          "writes it down. It stands empty. We would like someone who grows something people order in a café." },
    ],
    comments: [
      { by: "ilse", daysAgo: 27, text: "Nice control loop. What happens when the door stays open?" },
    ],
  },
  {
    slug: "couleur-juste", lang: "fr", campus: "atelier-meuse", domain: "electronics", growthMarket: "print-vision-3d",
    productionStep: "design", stage: "seed", audience: ["pupil"], team: ["manon"],
    visibility: "private", matchConsent: "not", plantedDaysAgo: 49,
    title: "Couleur juste",
    pitch: "Une petite sonde lit la couleur d'un mur et dit quel mélange de restes de peinture la refait.",
    description:
      "Repeindre un coin veut dire racheter un pot entier. Notre sonde mesure la couleur sous trois lumières et calcule un " +
      "mélange. Avec dix teintes, l'erreur se voit à peine. Nous n'avons pas assez de peinture ni de peintres pour aller plus " +
      "loin.",
    needs: [
      { kind: "network", term: "painter-contact", words: "des peintres qui ont des restes", weight: 3 },
      { kind: "expertise", term: "painting", words: "savoir comment la peinture sèche", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "colour-measurement", words: "mesure de couleur", weight: 3 },
      { kind: "expertise", term: "data-analysis", words: "calcul des mélanges", weight: 1 },
    ],
  },
  {
    slug: "smart-lock", lang: "en", campus: "t2-campus", domain: "electronics",
    productionStep: "design", stage: "seed", audience: ["student"], team: ["samuel"],
    visibility: "team", matchConsent: "veiled", plantedDaysAgo: 55,
    title: "A lock that asks nicely",
    pitch: "A bike lock that opens with a library card, says how long you have, and never shouts.",
    description:
      "Shared things get lost because locks are either rude or stupid. Ours reads any card, works for a year on one battery " +
      "and shows a small light. I need a street that shares something real.",
    needs: [
      { kind: "network", term: "neighbourhood-contact", words: "a neighbourhood that shares things", weight: 3 },
      { kind: "expertise", term: "bike-mechanics", words: "fixing the lock to a frame", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "rfid-locks", words: "smart locks with a card reader", weight: 3 },
      { kind: "expertise", term: "low-power", words: "electronics for a year on one battery", weight: 2 },
    ],
  },
] as const satisfies readonly IdeaSeed[];
