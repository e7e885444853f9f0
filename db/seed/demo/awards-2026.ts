import type { EntrySeed } from "./types";

// prettier-ignore
export const ENTRIES_2026 = [
  {
    idea: "restwarmte-bakker", category: "energy-climate", number: 12, submittedDaysAgo: 24, state: "accepted", prizes: [],
    dossier: {
      problem: "Een bakkersoven verliest een derde van zijn warmte door de schouw. Honderd meter verder stookt een klein zwembad op gas.",
      done: "Eén nacht gemeten bij een bakker, drie versies van het plan, twee gesprekken met een coach.",
      next: "De wisselaar kiezen en nameten wat er echt bij het zwembad aankomt.",
    },
    assigned: ["rik", "helene", "meera"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [3, 2, 3, 2, 3, 2], comments: {} },
      { juror: "helene", state: "submitted", levels: [4, 4, 4, 3, 4, 4],
        comments: { problem: "Des chiffres, une source, une date : parfait.", solution: "Original et déjà utile.",
          impact: "La fin de vie du produit est prévue.", learning: "Bel apprentissage, avec l'aide d'un autre métier.",
          pitch: "Je pourrais le raconter demain." } },
      { juror: "meera", state: "submitted", levels: [3, 4, 4, 2, 3, 3],
        comments: { solution: "I have not seen this before and it runs.", impact: "Measured before and after." } },
    ],
  },
  {
    idea: "sensordoos", category: "energy-climate", number: 17, submittedDaysAgo: 29, state: "accepted", prizes: [],
    dossier: {
      problem: "Wie een oud huis koopt, weet pas na de eerste winter waar het tocht. Een energieaudit kost 600 euro en komt te laat.",
      done: "Drie prototypes, twaalf uur in het bedrijfslabo, twee gesprekken met een coach, negen weken uitgeleend.",
      next: "Advies over koelen en verwarmen toevoegen en een uitlener vinden.",
    },
    assigned: ["helene", "meera", "goele"],
    sheets: [
      { juror: "helene", state: "submitted", levels: [3, 4, 4, 3, 4, 3],
        comments: { solution: "Une idée simple que je n'avais jamais vue.", impact: "L'effet est mesuré et il dure.",
          learning: "On sent que chacun a appris quelque chose." } },
      { juror: "meera", state: "submitted", levels: [3, 3, 3, 3, 3, 3], comments: {} },
      { juror: "goele", state: "submitted", levels: [3, 4, 3, 3, 3, 3], comments: { solution: "Dit zag ik nog nergens, en het werkt." } },
    ],
  },
  {
    idea: "echangeur-cuivre", category: "energy-climate", number: 14, submittedDaysAgo: 22, state: "accepted", prizes: [],
    dossier: {
      problem: "Les petits commerces chauffent l'air du dehors, et un échangeur neuf coûte trop cher pour eux.",
      done: "Deux échangeurs brasés à la main, 300 heures d'essai, prix de revient à moitié calculé.",
      next: "Poser la première pièce chez un vrai commerçant.",
    },
    assigned: ["rik", "meera", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [2, 3, 3, 3, 3, 2], comments: {} },
      { juror: "meera", state: "submitted", levels: [2, 3, 2, 3, 3, 3], comments: {} },
      { juror: "goele", state: "submitted", levels: [3, 4, 3, 3, 3, 3], comments: { solution: "Eenvoudig en toch nieuw. Het prototype overtuigt." } },
    ],
  },
  {
    idea: "oreille-machine", category: "energy-climate", number: 19, submittedDaysAgo: 18, state: "accepted", prizes: [],
    dossier: {
      problem: "Une panne se voit quand la machine s'arrête, mais elle s'entend trois semaines avant.",
      done: "Neuf bruits sur dix reconnus, mais tous fabriqués à l'atelier.",
      next: "Enregistrer de vraies pompes à chaleur fatiguées.",
    },
    assigned: ["rik", "helene", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [2, 3, 2, 1, 2, 3],
        comments: { feasibility: "Ik zie nog geen kosten en geen stappen. Begin met één stuk." } },
      { juror: "helene", state: "submitted", levels: [3, 4, 3, 2, 4, 3],
        comments: { solution: "Le prototype montre bien la différence.", learning: "L'équipe raconte ses erreurs et ce qu'elle en a fait." } },
      { juror: "goele", state: "submitted", levels: [3, 4, 3, 2, 3, 4],
        comments: { solution: "Slim dat jullie iets bestaands omdraaien.", pitch: "Ik vertelde het thuis door, zonder blaadje." } },
    ],
  },
  {
    idea: "batterij-tweede-leven", category: "energy-climate", number: 21, submittedDaysAgo: 31, state: "accepted", prizes: [],
    dossier: {
      problem: "Een fietsbatterij gaat weg als ze nog driekwart kan, en een markt draait op benzine.",
      done: "214 cellen nagemeten, drie kisten draaien een maand zonder fout.",
      next: "Een gelast frame en een verzekering.",
    },
    assigned: ["rik", "helene", "meera"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [3, 2, 3, 2, 3, 3], comments: {} },
      { juror: "helene", state: "submitted", levels: [3, 3, 4, 4, 3, 3],
        comments: { impact: "On sait qui y gagne, et de combien.", feasibility: "Le prix de revient est vérifié." } },
      { juror: "meera", state: "submitted", levels: [3, 3, 3, 3, 3, 3], comments: {} },
    ],
  },
  {
    idea: "isolatieraam", category: "energy-climate", number: 23, submittedDaysAgo: 20, state: "accepted", prizes: [],
    dossier: {
      problem: "Huurders betalen de stookkost maar mogen niets verbouwen.",
      done: "Vijf gezinnen testten een winter lang: twee graden warmer aan het raam.",
      next: "Van een foto naar een snijbestand, zodat een raam in een kwartier klaar is.",
    },
    assigned: ["meera", "helene", "goele"],
    sheets: [
      { juror: "helene", state: "submitted", levels: [4, 3, 3, 3, 3, 3], comments: { problem: "Le besoin est mesuré chez de vraies personnes." } },
      { juror: "goele", state: "submitted", levels: [3, 2, 3, 4, 3, 3], comments: { feasibility: "De kostprijs klopt en er is al betaald." } },
    ],
  },
  {
    idea: "kinderfiets", category: "making-robotics", number: 11, submittedDaysAgo: 26, state: "accepted", prizes: [],
    dossier: {
      problem: "Een kind krijgt drie fietsen in vijf jaar. Twee ervan belanden in de garage.",
      done: "Vier kartonnen modellen, vijftien gezinnen bevraagd, één schuifstuk getest op val.",
      next: "Het eerste frame in echte buis buigen. Proefrijders mailen naar fiets@demo.broeikas.example of bellen 011 00 12 34.",
    },
    assigned: ["rik", "helene", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [2, 3, 2, 2, 3, 3], comments: {} },
      { juror: "helene", state: "submitted", levels: [3, 3, 3, 3, 3, 3], comments: {} },
      { juror: "goele", state: "submitted", levels: [3, 3, 3, 2, 3, 3], comments: {} },
    ],
  },
  {
    idea: "cobot-sans-code", category: "making-robotics", number: 16, submittedDaysAgo: 19, state: "accepted", prizes: [],
    dossier: {
      problem: "Une petite entreprise renonce au cobot parce qu'il faut un programmeur.",
      done: "Huit personnes ont appris un geste au cobot en moins de vingt minutes.",
      next: "Réussir une soudure droite avec un vrai soudeur.",
    },
    assigned: ["rik", "meera", "goele"],
    sheets: [
      { juror: "rik", state: "submitted", levels: [3, 3, 2, 3, 4, 3], comments: { learning: "Mooi hoe een fout hier een versie werd." } },
      { juror: "goele", state: "draft", levels: [3, 3, 2, null, null, null], comments: {} },
    ],
  },
  {
    idea: "soft-gripper", category: "making-robotics", number: 20, submittedDaysAgo: 17, state: "accepted", prizes: [],
    dossier: {
      problem: "Hard grippers break fruit and scare the people beside them.",
      done: "Eleven casts, one that lifts 800 grams two thousand times.",
      next: "Eight hours on a real arm with real dirt.",
    },
    assigned: ["rik", "helene", "meera"],
    sheets: [
      { juror: "rik", state: "draft", levels: [2, 3, 2, null, null, null], comments: {} },
      { juror: "helene", state: "submitted", levels: [4, 3, 3, 4, 3, 4],
        comments: { problem: "On voit qui souffre et combien de fois.", feasibility: "Le planning tient la route, les coûts aussi.",
          pitch: "Clair dès la première phrase." } },
    ],
  },
  {
    idea: "pillendoos", category: "people-care", number: 13, submittedDaysAgo: 28, state: "accepted", prizes: [],
    dossier: {
      problem: "Wie elf pillen per dag neemt, vergist zich elke week. Een scherm helpt niet wie geen scherm vertrouwt.",
      done: "Zeven modellen, twee bewoners gebruikten de doos drie weken zonder fout.",
      next: "Een printplaat die niet loskomt als je de doos laat vallen.",
    },
    assigned: ["rik", "helene", "meera"],
    sheets: [
      { juror: "helene", state: "draft", levels: [3, 3, 3, null, null, null], comments: {} },
    ],
  },
  {
    idea: "valmat", category: "people-care", number: 18, submittedDaysAgo: 16, state: "accepted", prizes: [],
    dossier: {
      problem: "De alarmknop hangt aan de kapstok als iemand valt in de badkamer.",
      done: "Een mat met drie drukstroken, zes families die meedenken, veertig geoefende vallen met een pop.",
      next: "Het bordje leren wat een val is en wat een natte handdoek.",
    },
    assigned: ["rik", "helene", "meera"],
    sheets: [],
  },
  {
    idea: "toy-rescue", category: "people-care", number: 15, submittedDaysAgo: 23, state: "accepted", prizes: [],
    dossier: {
      problem: "Talking toys die because of one cheap chip, and people with dementia miss something that answers.",
      done: "Eleven toys work, one washable cat, three families tried it for a weekend.",
      next: "Be allowed into one ward for one month.",
    },
    assigned: ["rik", "meera", "goele"],
    sheets: [],
  },
  {
    idea: "plukarm", category: "young-makers", number: 24, submittedDaysAgo: 27, state: "accepted", prizes: [],
    dossier: {
      problem: "Mijn nonkel vindt geen plukkers meer, en een dure robot kneust het fruit.",
      done: "De arm beweegt, één serre om te testen, vier telers bevraagd.",
      next: "Leren zien wat rijp is en zacht genoeg vastnemen.",
    },
    assigned: ["helene", "meera", "goele"],
    sheets: [],
  },
  {
    idea: "huiswerkradar", category: "young-makers", number: 22, submittedDaysAgo: 25, state: "accepted", prizes: [],
    dossier: {
      problem: "Taken staan op vier plaatsen en niemand telt ze op, tot de week te vol is.",
      done: "Dertig klasgenoten gebruiken de radar, zes weken lang elke dag.",
      next: "Schermen maken die je graag opent.",
    },
    assigned: ["rik", "meera", "goele"],
    sheets: [],
  },
  {
    idea: "capteur-crue", category: "young-makers", number: 25, submittedDaysAgo: 30, state: "accepted", prizes: [],
    dossier: {
      problem: "En 2021, l'eau est montée sans que personne ne prévienne notre rue.",
      done: "Un capteur sous un pont, onze mois de mesures, la commune en veut six.",
      next: "Un boîtier qui passe l'hiver et un accord avec les pompiers.",
    },
    assigned: ["rik", "meera", "goele"],
    sheets: [],
  },
  {
    idea: "coolbox-clay", category: "energy-climate", number: 26, submittedDaysAgo: 21, state: "withdrawn", prizes: [],
    dossier: {
      problem: "Vegetables wilt on the way to the market, and cooling needs a plug.",
      done: "Two boxes in the lab, 14 degrees on a summer day.",
      next: "First a season on a farm, then the awards.",
    },
    assigned: [],
    sheets: [],
  },
] as const satisfies readonly EntrySeed[];
