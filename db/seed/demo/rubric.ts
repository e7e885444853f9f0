import type { CriterionSeed, LevelSeed, Tri } from "./types";

const tri = (nl: string, fr: string, en: string): Tri => ({ nl, fr, en });

/** One level: its number gives the points; a tile label and the evidence to point at. */
function level(n: 1 | 2 | 3 | 4, label: Tri, evidence: Tri): LevelSeed {
  return { level: n, points: ({ 1: 0, 2: 33, 3: 67, 4: 100 } as const)[n], label, evidence };
}

const PROBLEM: CriterionSeed = {
  key: "problem",
  weight: 20,
  name: tri("Probleem en nood", "Problème et besoin", "Problem and need"),
  question: tri(
    "Wie heeft hier last van, en hoe weet je dat?",
    "Qui en souffre, et comment le savez-vous ?",
    "Who suffers from this, and how do you know?",
  ),
  levels: [
    level(
      1,
      tri("vermoed, niet gevraagd", "supposé, pas demandé", "guessed, not asked"),
      tri(
        "Het dossier noemt niemand die er last van heeft.",
        "Le dossier ne nomme personne de concerné.",
        "The dossier names nobody who suffers from it.",
      ),
    ),
    level(
      2,
      tri("met enkelen besproken", "discuté avec quelques-uns", "talked over with a few"),
      tri(
        "Er staat met wie gesproken is, zonder cijfers.",
        "On lit à qui l'équipe a parlé, sans chiffres.",
        "It says who was spoken to, without figures.",
      ),
    ),
    level(
      3,
      tri("bij gebruikers gemeten", "mesuré chez des usagers", "measured with users"),
      tri(
        "Er is bij minstens vijf gebruikers gekeken of geteld.",
        "Au moins cinq usagers ont été observés ou comptés.",
        "At least five users were watched or counted.",
      ),
    ),
    level(
      4,
      tri("bewezen en becijferd", "prouvé et chiffré", "proven, with figures"),
      tri(
        "Cijfers tonen hoe groot en hoe vaak, met de bron erbij.",
        "Des chiffres disent combien et quand, avec la source.",
        "Figures show how big and how often, with the source.",
      ),
    ),
  ],
};

const SOLUTION: CriterionSeed = {
  key: "solution",
  weight: 20,
  name: tri("Oplossing en eigenheid", "Solution et originalité", "Solution and originality"),
  question: tri(
    "Wat is hier anders dan wat al bestaat?",
    "Qu'est-ce qui diffère de ce qui existe ?",
    "What differs from what exists already?",
  ),
  levels: [
    level(
      1,
      tri("bestaat al zo", "existe déjà", "exists already"),
      tri(
        "Hetzelfde is te koop en het dossier ziet dat niet.",
        "La même chose se vend et le dossier l'ignore.",
        "The same thing is for sale and the dossier misses it.",
      ),
    ),
    level(
      2,
      tri("kleine verbetering", "petite amélioration", "small improvement"),
      tri(
        "Eén verschil met het bestaande is genoemd.",
        "Une différence avec l'existant est nommée.",
        "One difference from what exists is named.",
      ),
    ),
    level(
      3,
      tri("duidelijk anders", "nettement différent", "clearly different"),
      tri("Een prototype toont het verschil.", "Un prototype montre la différence.", "A prototype shows the difference."),
    ),
    level(
      4,
      tri("verrassend en sterk", "surprenant et solide", "surprising and strong"),
      tri(
        "Niemand in de jury zag dit eerder, en het werkt voor je ogen.",
        "Le jury n'a jamais vu cela, et cela marche sous ses yeux.",
        "No juror saw this before, and it works before your eyes.",
      ),
    ),
  ],
};

const IMPACT: CriterionSeed = {
  key: "impact",
  weight: 20,
  name: tri("Impact en duurzaamheid", "Impact et durabilité", "Impact and sustainability"),
  question: tri(
    "Wat wordt beter voor mens en milieu, en blijft dat zo?",
    "Qu'est-ce qui va mieux pour les gens et la nature, et pour longtemps ?",
    "What gets better for people and planet, and does it last?",
  ),
  levels: [
    level(
      1,
      tri("niet benoemd", "pas nommé", "not named"),
      tri("Wie of wat erop vooruitgaat, blijft open.", "On ne sait pas qui ou quoi y gagne.", "Who or what gains stays open."),
    ),
    level(
      2,
      tri("belofte zonder maat", "promesse sans mesure", "promise without measure"),
      tri(
        "Een gunstig gevolg is beschreven, niet geteld.",
        "Un effet utile est décrit, pas compté.",
        "A good effect is described, not counted.",
      ),
    ),
    level(
      3,
      tri("met maat en termijn", "avec mesure et délai", "measured, with a term"),
      tri(
        "Een geschat getal per jaar, en wat er met afval gebeurt.",
        "Un nombre estimé par an, et le sort des déchets.",
        "An estimated number a year, and what happens to waste.",
      ),
    ),
    level(
      4,
      tri("gemeten en blijvend", "mesuré et durable", "measured and lasting"),
      tri(
        "Een meting voor en na, en een plan voor het einde van het product.",
        "Une mesure avant et après, et un plan de fin de vie.",
        "A measure before and after, and a plan for the product's end.",
      ),
    ),
  ],
};

const FEASIBILITY: CriterionSeed = {
  key: "feasibility",
  weight: 15,
  name: tri("Haalbaarheid en centen", "Faisabilité et argent", "Feasibility and money"),
  question: tri(
    "Kan dit, met welke mensen, tijd en geld?",
    "Est-ce possible, avec qui, quel temps et quel argent ?",
    "Can it be done, with which people, time and money?",
  ),
  levels: [
    level(
      1,
      tri("geen beeld", "aucune idée", "no picture"),
      tri("Geen stappen, geen kosten.", "Ni étapes ni coûts.", "No steps, no costs."),
    ),
    level(
      2,
      tri("ruwe schatting", "estimation grossière", "rough guess"),
      tri("Stappen staan er, kosten zijn geraden.", "Des étapes, des coûts devinés.", "Steps are there, costs are guessed."),
    ),
    level(
      3,
      tri("rekent, met gaten", "calcule, avec des trous", "reckons, with gaps"),
      tri(
        "Een kostprijs per stuk en een planning, met iets wat ontbreekt.",
        "Un prix de revient et un planning, avec un manque.",
        "A cost per piece and a plan, with something missing.",
      ),
    ),
    level(
      4,
      tri("klopt en is getest", "juste et testé", "right and tested"),
      tri(
        "De kostprijs is nagerekend en iemand heeft al betaald.",
        "Le prix de revient est vérifié et quelqu'un a déjà payé.",
        "The cost is checked and somebody has already paid.",
      ),
    ),
  ],
};

const LEARNING: CriterionSeed = {
  key: "learning",
  weight: 15,
  name: tri("Team en leren", "Équipe et apprentissage", "Team and learning"),
  question: tri(
    "Wat heeft het team geleerd en wie vulde wie aan?",
    "Qu'a appris l'équipe et qui a complété qui ?",
    "What did the team learn and who completed whom?",
  ),
  levels: [
    level(
      1,
      tri("niet verteld", "pas raconté", "not told"),
      tri("Het dossier zegt niets over de weg erheen.", "Le dossier ne dit rien du chemin.", "The dossier tells nothing of the road."),
    ),
    level(
      2,
      tri("wel gedaan, niet bekeken", "fait, pas relu", "done, not looked back on"),
      tri("Stappen zijn opgesomd, zonder les.", "Les étapes sont listées, sans leçon.", "Steps are listed, without a lesson."),
    ),
    level(
      3,
      tri("bijgestuurd na fout", "corrigé après erreur", "changed after a mistake"),
      tri("Eén fout en wat er daarna veranderde.", "Une erreur et ce qui a changé ensuite.", "One mistake and what changed after it."),
    ),
    level(
      4,
      tri("zoekt wie aanvult", "cherche qui complète", "seeks who completes it"),
      tri(
        "Het team haalde er kennis bij die het niet had, en toont het verschil.",
        "L'équipe a cherché un savoir absent et montre la différence.",
        "The team brought in knowledge it lacked, and shows the difference.",
      ),
    ),
  ],
};

const PITCH: CriterionSeed = {
  key: "pitch",
  weight: 10,
  name: tri("Pitch", "Pitch", "Pitch"),
  question: tri(
    "Begrijpt een buur het in drie minuten?",
    "Un voisin comprend-il en trois minutes ?",
    "Does a neighbour get it in three minutes?",
  ),
  levels: [
    level(
      1,
      tri("niet te volgen", "difficile à suivre", "hard to follow"),
      tri("Na lezen blijft de vraag wat het is.", "Après lecture, on ignore ce que c'est.", "After reading it is unclear what it is."),
    ),
    level(
      2,
      tri("duidelijk na uitleg", "clair après explication", "clear once explained"),
      tri("Het wordt helder na een tweede keer lezen.", "Cela devient clair à la deuxième lecture.", "It gets clear on a second reading."),
    ),
    level(
      3,
      tri("meteen helder", "clair tout de suite", "clear at once"),
      tri(
        "Eén keer lezen volstaat, met een beeld of voorbeeld.",
        "Une lecture suffit, avec une image ou un exemple.",
        "One reading is enough, with a picture or example.",
      ),
    ),
    level(
      4,
      tri("blijft hangen", "reste en tête", "sticks in the mind"),
      tri(
        "Je kunt het morgen doorvertellen, met het getal erbij.",
        "On peut le raconter demain, avec le chiffre.",
        "You can retell it tomorrow, with the number.",
      ),
    ),
  ],
};

/** The default rubric: six criteria of four levels, weights 20, 20, 20, 15, 15 and 10. */
export const DEFAULT_RUBRIC: readonly CriterionSeed[] = [PROBLEM, SOLUTION, IMPACT, FEASIBILITY, LEARNING, PITCH];
