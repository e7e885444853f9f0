/** What two teams of the demo say to each other once both said yes. */
export const TALK: readonly { readonly by: "ours" | "theirs"; readonly body: string }[] = [
  { by: "ours", body: "Dag, fijn dat jullie ja zeiden. Wij zitten vast op één ding: we hebben geen plek om te proberen." },
  { by: "theirs", body: "Die plek hebben wij wel, en wij zoeken net iemand die iets te proberen heeft. Wat hebben jullie nodig?" },
  { by: "ours", body: "Een tafel, stroom en drie weken tijd. En iemand die ons zegt wat er niet klopt." },
  { by: "theirs", body: "Dat lukt. Zullen we eerst samen op het bord zetten wat we weten en wat we nog niet weten?" },
  { by: "ours", body: "Goed plan. Ik begin met drie notities, vul gerust aan." },
  { by: "theirs", body: "Gedaan. Kies je ook een uur dat voor iedereen past?" },
];

/** What is said first in a room where nothing was said yet. */
export const FIRST_WORDS = "Dag, leuk dat we samen kunnen kijken. Wanneer zijn jullie nog eens op de campus?";

/** Their board, by group; a group without a name holds the notes that are in none. */
export const BOARD: readonly {
  readonly title: string | null;
  readonly notes: readonly { readonly by: "ours" | "theirs"; readonly body: string; readonly becomes?: "need" | "action" }[];
}[] = [
  {
    title: "Wat we al hebben",
    notes: [
      { by: "ours", body: "Een eerste tekening en twee testers" },
      { by: "theirs", body: "Een vrije hoek in het labo, elke woensdag" },
      { by: "theirs", body: "Iemand die de machines kent" },
    ],
  },
  {
    title: "Wat nog ontbreekt",
    notes: [
      { by: "ours", body: "Een meettoestel voor een maand", becomes: "need" },
      { by: "ours", body: "Wie betaalt het materiaal?" },
      { by: "theirs", body: "Een naam die iedereen onthoudt" },
    ],
  },
  {
    title: "Eerste stappen",
    notes: [
      { by: "ours", body: "De eerste proef opschrijven op één blad", becomes: "action" },
      { by: "theirs", body: "Tien mensen vragen of ze dit zouden gebruiken" },
    ],
  },
  {
    title: null,
    notes: [
      { by: "theirs", body: "En als de school het zelf kan herstellen?" },
      { by: "ours", body: "Een filmpje van één minuut" },
    ],
  },
];
