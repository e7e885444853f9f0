import type { IdeaSeed } from "./types";

// prettier-ignore
export const IDEAS_CARE_EDUCATION = [
  {
    slug: "pillendoos", lang: "nl", campus: "t2-campus", domain: "care", growthMarket: "print-vision-3d",
    productionStep: "production", stage: "bloom", audience: ["student", "pupil"], team: ["noor", "yara"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 145,
    title: "Pillendoos met een lichtje",
    pitch: "Een pillendoos die oplicht op het juiste uur.",
    description: "Mijn oma neemt elf pillen per dag en vertrouwt geen enkel scherm. Wij printten een doos met zeven lades en één knop.",
    needs: [
      { kind: "expertise", term: "pcb-design", words: "een printplaat in plaats van draadjes", weight: 3 },
      { kind: "customers", term: "care-tester", words: "een afdeling die een maand test", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "print-3d", words: "3D-geprinte doosjes en behuizingen", weight: 3 },
      { kind: "network", term: "care-home-contact", words: "contact met een woonzorghuis", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 66, by: "yara",
        text: "Het juiste vakje licht op op het juiste uur. Geen scherm, geen app, wel een seintje naar de dochter." },
      { field: "description", daysAgo: 19, by: "noor",
        text:
          "Mijn oma neemt elf pillen per dag en vertrouwt geen enkel scherm. Wij printten een doos met zeven lades en één knop. De " +
          "vorm is goed en de bewoners van De Lindehoek begrijpen hem. Binnenin is het een draadjesnest dat telkens loskomt." },
    ],
    comments: [
      { by: "goele", daysAgo: 50, text: "Twee bewoners vroegen wanneer de doos terugkomt." },
      { by: "laura", daysAgo: 16, text: "Envoyez-nous le schéma, même sur une serviette en papier." },
    ],
  },
  {
    slug: "valmat", lang: "nl", campus: "t2-campus", domain: "care",
    productionStep: "design", stage: "bloom", audience: ["employee"], team: ["giulia", "stan"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 128,
    title: "De mat die het merkt",
    pitch: "Een badmat die voelt of iemand valt.",
    description: "Mensen dragen hun alarmknop niet in de badkamer. Onze mat heeft drie drukstroken en kan tegen water.",
    needs: [
      { kind: "expertise", words: "een microcontroller programmeren", weight: 3 },
      { kind: "expertise", term: "radio-links", words: "een seintje tot bij de buur", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "care-home-contact", words: "contact met een woonzorgcentrum", weight: 3 },
      { kind: "network", term: "family-contact", words: "zes families die meedenken", weight: 1 },
    ],
    edits: [
      { field: "pitch", daysAgo: 48, by: "giulia",
        text: "Een badmat die voelt of iemand valt en stil een buur verwittigt. Zonder camera en zonder knop om je hals." },
      { field: "description", daysAgo: 17, by: "stan",
        text:
          "Mensen dragen hun alarmknop niet in de badkamer. Onze mat heeft drie drukstroken en kan tegen water. Een woonzorghuis " +
          "wil ze testen en ik heb de families mee. Het bordje dat moet beslissen of het een val is, krijgen wij niet goed." },
    ],
    comments: [
      { by: "greet", daysAgo: 46, text: "Hoe vaak mag hij zich vergissen? Vraag dat aan de nachtploeg." },
    ],
  },
  {
    slug: "rolstoelhelling", lang: "nl", campus: "t2-campus", domain: "care",
    productionStep: "design", stage: "plant", audience: ["pupil", "teacher"], team: ["hilde", "mirte"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 69,
    title: "Helling om mee te nemen",
    pitch: "Een opvouwbare helling die je in een boekentas stopt. Voor elke winkel met één trede te veel.",
    description:
      "In onze straat heeft bijna elke winkel een trede. Een klasgenoot wacht daarom buiten. Wij tekenden een helling in vier " +
      "delen en praatten met negen rolstoelgebruikers.",
    needs: [
      { kind: "expertise", words: "een lichte plaat, liefst composiet", weight: 3 },
      { kind: "network", term: "shop-contact", words: "winkels die willen proberen", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "disability-contact", words: "negen rolstoelgebruikers die testen", weight: 3 },
      { kind: "expertise", term: "accessibility", words: "kennis van toegankelijkheid", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 20, by: "hilde",
        text:
          "In onze straat heeft bijna elke winkel een trede. Een klasgenoot wacht daarom buiten. Wij tekenden een helling in vier " +
          "delen en praatten met negen rolstoelgebruikers. In hout weegt ze twaalf kilo, dat is te veel." },
    ],
    comments: [
      { by: "greet", daysAgo: 29, text: "Laat de testers ook nee zeggen. Schrijf hun redenen op." },
    ],
  },
  {
    slug: "geluidslicht", lang: "nl", campus: "t2-campus", domain: "education", growthMarket: "stem-it",
    productionStep: "design", stage: "plant", audience: ["teacher"], team: ["hilde"],
    visibility: "public", matchConsent: "veiled", plantedDaysAgo: 82,
    title: "Geluidslicht voor de klas",
    pitch: "Een lamp die groen, geel of rood wordt met het lawaai in de klas. De leerlingen regelen het zelf.",
    description: "Roepen dat het te luid is, maakt het luider. Met een lamp zien leerlingen het zelf.",
    needs: [
      { kind: "expertise", words: "iemand die de schakeling soldeert", weight: 3 },
      { kind: "workspace", term: "sound-meter", words: "een geluidsmeter om te vergelijken", weight: 1 },
    ],
    offers: [
      { kind: "customers", term: "class-tester", words: "twee klassen als tester", weight: 3 },
      { kind: "expertise", term: "teaching", words: "lesgeven en lesmateriaal", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 38, by: "hilde",
        text:
          "Roepen dat het te luid is, maakt het luider. Met een lamp zien leerlingen het zelf. Ik heb twee klassen die het willen " +
          "testen en een tekening. Solderen kan ik niet, en de schakeling op het breekbord valt elke week uit elkaar." },
    ],
    comments: [
      { by: "samuel", daysAgo: 35, text: "We fix that in one evening at the soldeercafé." },
    ],
  },
  {
    slug: "vertelbank", lang: "nl", campus: "t2-campus", domain: "education",
    productionStep: "idea", stage: "seed", audience: ["employee"], team: ["giulia"],
    visibility: "campus", matchConsent: "veiled", plantedDaysAgo: 46,
    title: "Vertelbank",
    pitch: "Ga zitten en de bank begint zacht te vertellen: een mijnwerker, een kapster, een kind van 1962.",
    description:
      "Ik heb tachtig uur opnames van mensen uit de cité. Niemand hoort ze in een archief. Een bank aan het oude station, met " +
      "een luidspreker die alleen jij hoort, brengt ze terug. Ik ken het vertellen, maar geen enkel museum dat mee wil.",
    needs: [
      { kind: "network", term: "museum-contact", words: "een museum of erfgoedhuis dat meedoet", weight: 3 },
      { kind: "expertise", term: "audio-electronics", words: "een luidspreker in een bank", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "storytelling", words: "verhalen en stemmen van vroeger", weight: 3 },
      { kind: "workspace", term: "recording-studio", words: "een kleine opnamestudio", weight: 1 },
    ],
    comments: [
      { by: "els", daysAgo: 21, text: "Begin met één bank en één stem." },
    ],
  },
  {
    slug: "mijnmuseum-ar", lang: "nl", campus: "t2-campus", domain: "education", growthMarket: "print-vision-3d",
    productionStep: "design", stage: "plant", audience: ["employee", "pupil"], team: ["giulia", "senne"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 99,
    title: "De mijn onder je voeten",
    pitch: "Hou je telefoon boven het plein en kijk duizend meter naar beneden, naar de gangen waar opa werkte.",
    description:
      "Het mijnmuseum gaf ons de plannen en zes voorwerpen. Op een scherm bouwen we de gangen na. De voorwerpen zouden we " +
      "graag in 3D laten zien, en er zijn nog geen stemmen bij.",
    needs: [
      { kind: "expertise", term: "scan-3d", words: "voorwerpen in 3D scannen", weight: 3 },
      { kind: "expertise", term: "storytelling", words: "stemmen en verhalen erbij", weight: 3 },
    ],
    offers: [
      { kind: "network", term: "museum-contact", words: "contact met het mijnmuseum", weight: 3 },
      { kind: "expertise", term: "heritage", words: "kennis van het mijnverleden", weight: 2 },
    ],
    edits: [
      { field: "description", daysAgo: 29, by: "giulia",
        text:
          "Het mijnmuseum gaf ons de plannen en zes voorwerpen. Op een scherm bouwen we de gangen na. De voorwerpen zouden we " +
          "graag in 3D laten zien, en er zijn nog geen stemmen bij. Zonder stem blijft het een tekening." },
    ],
    comments: [
      { by: "priya", daysAgo: 39, text: "I can place the old shafts on today's map for you." },
    ],
  },
  {
    slug: "scan-old-town", lang: "en", campus: "t2-campus", domain: "ict", growthMarket: "print-vision-3d",
    productionStep: "production", stage: "seedling", audience: ["employee"], team: ["priya", "samuel"],
    visibility: "coaches", matchConsent: "veiled", plantedDaysAgo: 62,
    title: "Scan the old town",
    pitch: "Volunteers scan one doorway a week with a phone. In two years the whole cité exists twice.",
    description:
      "We have a routine that turns forty pictures into a clean model. Ten doorways are done and look wonderful. Now we want " +
      "objects with a story, and a place that wants to show them.",
    needs: [
      { kind: "network", term: "museum-contact", words: "a museum or heritage centre", weight: 3 },
      { kind: "expertise", term: "heritage", words: "someone who knows the mining past", weight: 2 },
    ],
    offers: [
      { kind: "expertise", term: "scan-3d", words: "3D scanning with a phone", weight: 3 },
      { kind: "expertise", term: "volunteers", words: "guiding volunteers", weight: 1 },
    ],
    comments: [
      { by: "nele", daysAgo: 19, text: "The city archive has an open afternoon on Wednesdays." },
    ],
  },
  {
    slug: "easy-words", lang: "en", campus: "t2-campus", domain: "education", growthMarket: "stem-it",
    productionStep: "design", stage: "plant", audience: ["job_seeker"], team: ["oksana", "amina"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 91,
    title: "Easy words for hard tools",
    pitch: "Every machine gets one card: five pictures, twelve easy words, three languages.",
    description:
      "People who learn a language and a trade at once need small steps. Our cards are tested with nine newcomers, who made " +
      "half as many mistakes. On paper they get dirty and old.",
    needs: [
      { kind: "expertise", words: "a small web app for the cards", weight: 3 },
      { kind: "network", term: "newcomer-contact", words: "groups of newcomers to test", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "ux-design", words: "screens and cards that are easy to read", weight: 3 },
      { kind: "expertise", term: "plain-language", words: "plain language and pictograms", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 37, by: "oksana", text: "Every machine gets one card: five pictures, twelve easy words, three languages. No manual." },
      { field: "description", daysAgo: 27, by: "oksana",
        text:
          "People who learn a language and a trade at once need small steps. Our cards are tested with nine newcomers, who made " +
          "half as many mistakes. On paper they get dirty and old. We want them on the phone, next to the machine." },
    ],
    comments: [
      { by: "nele", daysAgo: 26, text: "Half as many mistakes: write down how you counted." },
    ],
  },
  {
    slug: "buddy-workshop", lang: "en", campus: "atelier-meuse", domain: "education",
    productionStep: "idea", stage: "seed", audience: ["job_seeker"], team: ["amina"],
    visibility: "private", matchConsent: "by_coach", plantedDaysAgo: 33,
    title: "A buddy in the workshop",
    pitch: "Whoever is new in a trade gets someone who was new last year. Two hours a week, at the machine.",
    description:
      "The first month decides who stays. We matched six pairs by hand and all six are still there. We speak six languages " +
      "between us. Keeping track on paper does not work beyond ten pairs, so we need something on the phone.",
    needs: [
      { kind: "expertise", term: "mobile-apps", words: "a simple phone app", weight: 3 },
      { kind: "network", term: "school-contact", words: "training centres that join", weight: 1 },
    ],
    offers: [
      { kind: "expertise", term: "translation", words: "translation in six languages", weight: 3 },
      { kind: "expertise", term: "winning-people", words: "winning people over", weight: 1 },
    ],
  },
  {
    slug: "carte-metiers", lang: "fr", campus: "atelier-meuse", domain: "education", growthMarket: "stem-it",
    productionStep: "production", stage: "harvest", audience: ["teacher", "student"], team: ["camille", "loic"],
    visibility: "public", matchConsent: "open", plantedDaysAgo: 575,
    title: "Carte des métiers qu'on entend",
    pitch: "Une carte de la région avec des métiers et leurs bruits.",
    description:
      "Les élèves choisissent un métier sans jamais l'avoir entendu. Nous avons enregistré quarante entreprises, avec le bruit " +
      "et trois questions.",
    needs: [
      { kind: "expertise", term: "databases", words: "une base de données qui tient", weight: 3 },
      { kind: "expertise", term: "video", words: "de petites vidéos", weight: 1 },
    ],
    offers: [
      { kind: "network", term: "sme-contact", words: "contact avec quarante entreprises", weight: 3 },
      { kind: "network", term: "school-contact", words: "contact avec douze écoles", weight: 2 },
    ],
    edits: [
      { field: "pitch", daysAgo: 405, by: "camille",
        text: "Une carte de la région où chaque point est un métier : on clique, on entend l'atelier, on voit un visage." },
      { field: "description", daysAgo: 250, by: "camille",
        text:
          "Les élèves choisissent un métier sans jamais l'avoir entendu. Nous avons enregistré quarante entreprises, avec le bruit " +
          "et trois questions. Les fichiers sont partout et nulle part : il faut une base de données solide." },
    ],
    comments: [
      { by: "helene", daysAgo: 410, text: "Mes élèves ont passé une heure dessus sans regarder leur téléphone." },
    ],
  },
] as const satisfies readonly IdeaSeed[];
