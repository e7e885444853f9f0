import type { Locale } from "./demo/types";

/** Pieces of a language that ideas are put together from. `{thing}`, `{place}`, `{why}`, `{need}`, `{offer}` and `{n}` are filled in. */
export interface Phrases {
  readonly things: readonly string[];
  readonly places: readonly string[];
  readonly titles: readonly string[];
  readonly whys: readonly string[];
  readonly pitches: readonly string[];
  readonly starts: readonly string[];
  readonly middles: readonly string[];
  readonly ends: readonly string[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
}

// prettier-ignore
export const PHRASES: Readonly<Record<Locale, Phrases>> = {
  nl: {
    things: ["warmtemeter", "leenkast", "sorteerbak", "regenton met meter", "stille ventilator", "vouwbare werkbank", "luchtmeter", "plantenbak", "fietsaanhanger",
      "zaagmal", "laadpaal op zonnestroom", "voorraadkast met lampjes", "draaibare muur", "meetkoffer", "lichtbalk", "droogrek", "grijparm", "koelbox",
      "klusdoos", "werkblad op wielen", "waterfilter", "geluidsscherm", "oefenbord", "gereedschapswand"],
    places: ["de buurtbakkerij", "het schoolplein", "de voetbalkantine", "het woonzorghuis", "de volkstuin", "de fietsenwinkel", "het rijhuis", "de bibliotheek",
      "het metaallabo", "de kinderopvang", "de wijkwerkplaats", "de boerderijwinkel", "het busstation", "de markt", "de kleine drukkerij", "het jeugdhuis",
      "de schrijnwerkerij", "het dorpscafé", "de sporthal", "de technische klas", "het oude mijngebouw", "de kringwinkel"],
    titles: ["{thing} voor {place}", "een {thing} die meedenkt met {place}", "{place} krijgt een {thing}", "samen één {thing} voor {place}", "{thing} uit restmateriaal voor {place}"],
    whys: ["daar gaat elke week {n} uur mee verloren", "nu wordt er {n} keer per maand iets weggegooid", "wie het vandaag doet, heeft er rugpijn van",
      "niemand weet wat het kost en iedereen betaalt", "het kan met de helft van de stroom", "de oude manier maakt te veel lawaai", "{n} mensen vroegen er al naar"],
    pitches: ["Een {thing} voor {place}: {why}.", "Wij maken een {thing} voor {place}, want {why}.", "In {place} loopt het spaak: {why}. Een {thing} lost dat op."],
    starts: ["We keken {n} dagen mee in {place}.", "Het begon met een kapot toestel in {place}.", "Een eerste {thing} staat al {n} weken op proef.",
      "We tekenden {n} versies en bouwden er één van karton."],
    middles: ["Wij kunnen {offer} en deden daarmee een eerste proef.", "Met {offer} komen we een heel eind.", "Wat we al hebben: {offer}."],
    ends: ["Nu zoeken we nog {need}.", "Zonder {need} geraken we niet verder.", "Wie {need} meebrengt, is welkom aan de werkbank."],
    givenNames: ["Anke", "Brecht", "Celine", "Daan", "Elif", "Ferre", "Griet", "Hamza", "Ine", "Joris", "Kaat", "Lars", "Merve", "Niels", "Oona", "Pieter", "Roos", "Sarah", "Tuur", "Vera"],
    familyNames: ["Aertgeerts", "Bollen", "Cox", "Daniels", "Engelen", "Frederix", "Gielen", "Houben", "Indeherberge", "Jorissen", "Kaya", "Leenders", "Moons", "Neven", "Özdemir", "Pirard", "Reynders", "Schrijvers", "Theunis", "Vaes"],
  },
  fr: {
    things: ["capteur de chaleur", "armoire de prêt", "bac de tri", "ventilateur silencieux", "établi pliant", "bac potager", "gabarit de sciage", "chariot à outils",
      "filtre à eau", "panneau d'exercice", "bras de levage", "étagère lumineuse", "compteur d'air", "séchoir solaire", "mur mobile", "mallette de mesure"],
    places: ["la boulangerie du coin", "la cour d'école", "la maison de repos", "le potager partagé", "l'atelier vélo", "la bibliothèque", "la crèche", "le marché",
      "la petite imprimerie", "la maison de jeunes", "la menuiserie", "le hall de sport", "la classe technique", "la ferme d'à côté", "le quai de Meuse", "la ressourcerie"],
    titles: ["{thing} pour {place}", "un {thing} pensé avec {place}", "{place} : un {thing} à partager", "{thing} en matériaux de récupération, pour {place}"],
    whys: ["on y perd {n} heures par semaine", "on jette quelque chose {n} fois par mois", "personne ne sait ce que cela coûte", "cela peut se faire avec moitié moins de courant",
      "l'ancienne méthode fait trop de bruit", "{n} personnes l'ont déjà demandé"],
    pitches: ["Un {thing} pour {place} : {why}.", "Nous construisons un {thing} pour {place}, car {why}.", "Dans les faits, {why}. Un {thing} aiderait {place}."],
    starts: ["Nous avons observé pendant {n} jours.", "Tout a commencé par un appareil en panne.", "Une première version est à l'essai depuis {n} semaines.", "Nous avons dessiné {n} versions et monté la meilleure en carton."],
    middles: ["Nous savons faire ceci : {offer}. Un premier essai a marché.", "Ce que nous avons déjà : {offer}.", "Notre point fort : {offer}."],
    ends: ["Il nous manque : {need}.", "Sans cela nous n'avançons pas : {need}.", "Qui apporte ceci est bienvenu à l'établi : {need}."],
    givenNames: ["Anaïs", "Bilal", "Chloé", "Denis", "Elsa", "Farid", "Gaëlle", "Hugo", "Inès", "Julien", "Karima", "Léa", "Mehdi", "Nora", "Olivier", "Pauline"],
    familyNames: ["Antoine", "Bodson", "Collignon", "Deprez", "Etienne", "Fontaine", "Gillet", "Herman", "Istace", "Jacquemin", "Kabongo", "Leroy", "Mathot", "Noël", "Paquay", "Rigaux"],
  },
  en: {
    things: ["heat meter", "lending cupboard", "sorting bin", "quiet fan", "folding workbench", "planter", "bike trailer", "saw guide", "solar charger", "tool wall",
      "water filter", "practice board", "lifting arm", "drying rack", "light shelf", "air meter", "cool box", "moving wall"],
    places: ["the corner bakery", "the school yard", "the care home", "the allotment", "the bike shop", "the library", "the day nursery", "the market",
      "the print shop", "the youth centre", "the joinery", "the sports hall", "the training class", "the farm shop", "the old mine building", "the repair café"],
    titles: ["{thing} for {place}", "a {thing} that helps {place}", "{place} gets a {thing}", "{thing} from offcuts, for {place}"],
    whys: ["{n} hours are lost on it every week", "something is thrown away {n} times a month", "nobody knows what it costs and everybody pays", "it can be done with half the power",
      "the old way makes too much noise", "{n} people have asked for it"],
    pitches: ["A {thing} for {place}: {why}.", "We build a {thing} for {place}, because {why}.", "Today {why}. A {thing} would change that for {place}."],
    starts: ["We watched for {n} days.", "It began with a broken machine.", "A first one has been on trial for {n} weeks.", "We drew {n} versions and built the best one in cardboard."],
    middles: ["What we bring: {offer}. A first test worked.", "We have {offer} already.", "Our strong side is {offer}."],
    ends: ["What is missing: {need}.", "We are stuck without {need}.", "Whoever brings {need} is welcome at the bench."],
    givenNames: ["Abeba", "Bruno", "Clara", "Dmitri", "Esther", "Femi", "Grace", "Henrik", "Irina", "Jonas", "Kenji", "Lucia", "Miguel", "Nadia", "Omar", "Petra"],
    familyNames: ["Adeyemi", "Baker", "Costa", "Duarte", "Eriksen", "Fischer", "Gomez", "Horvat", "Ivanov", "Jensen", "Kowal", "Lindqvist", "Mensah", "Novak", "Owens", "Petrov"],
  },
};
