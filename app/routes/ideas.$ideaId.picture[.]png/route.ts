import { awardEventsOf, resultOfIdea } from "~/domain/awards/queries-public";
import { ideaPage } from "~/domain/ideas/queries-page";
import { visitor } from "~/domain/kernel/actor";
import { found } from "~/domain/kernel/errors";
import { plantOf } from "~/ui/ideas/plant-of";
import { sayIn } from "~/web/say";
import { defineLoader } from "~/web/route";
import { pictureAnswer } from "~/web/share-picture";

/** The picture of a public idea for other sites: its plant, its title and the prize it won. Of any other idea there is none, whoever asks. */
export const loader = defineLoader(async ({ ctx, params, request }) => {
  const view = { db: ctx.store.db, actor: visitor("nl") };
  const idea = await ideaPage(view, params.ideaId ?? "");
  found(idea.visibility === "public" ? idea : null);
  const say = sayIn(idea.lang);
  const prize = (await awardEventsOf(view, idea.id)).filter(({ kind }) => kind === "prize").at(-1);
  const won = prize && prize.place !== null ? `${say(`awards.place.${prize.place}`)} · ${prize.editionName[idea.lang]}` : null;
  return pictureAnswer(request, {
    above: won ?? `${say("ideas.share")} · ${say(`stage.${idea.stage}`)}`,
    title: idea.title,
    below: [idea.pitch],
    plants: [plantOf({ ...idea, ...(await resultOfIdea(view, idea.id)) })],
  });
});
