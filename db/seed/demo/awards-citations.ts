import type { IdeaSlug } from "./types";

/** What the jury said of each winner, in the language of the team. */
export const CITATIONS: Readonly<Partial<Record<IdeaSlug, string>>> = {
  "drone-thermique": "Deux quartiers survolés et déjà onze toits isolés : l'image a convaincu là où la facture se taisait.",
  werkkledij: "Een knie van twee euro redt een broek van tachtig. Simpel, geteld en door drie firma's gebruikt.",
  "bijenkast-weegt": "Het publiek koos de kast die zegt hoe het met de bijen gaat zonder het deksel te lichten.",
  "cobot-last-mee": "De saaie naad is voor de cobot, het vak blijft bij de lasser. De metingen aan de rug gaven de doorslag.",
  "fietsenstalling-schroot": "Van vangrail tot fietsenrek om de hoek: wat de stad wou smelten, staat nu buiten en werkt.",
  soldeercafe: "Vijf avonden, eenenzestig toestellen gered en achtendertig mensen die nu zelf durven solderen.",
  "carte-metiers": "On entend un métier avant de le choisir. Sept élèves ont demandé une visite : la carte fonctionne.",
};
