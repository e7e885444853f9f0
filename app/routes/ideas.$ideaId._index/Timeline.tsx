import { GrowthLines } from "~/ui/awards/GrowthLines";
import { useT } from "~/ui/i18n";
import { Kept } from "~/ui/kit/Kept";
import { Link } from "~/ui/kit/Link";
import { Time } from "~/ui/when";
import type { IdeaData } from "./route";
import css from "./Timeline.module.css";

type Item = IdeaData["timeline"]["items"][number];

function useSaid(): (item: Item) => string {
  const t = useT();
  return (item) => {
    switch (item.kind) {
      case "family":
        return t(`graft.event.${item.way}`, { title: item.title });
      case "met":
        return item.name === null
          ? t("graft.event.met", { words: item.words })
          : t("graft.event.met_by", { words: item.words, name: item.name });
      case "talk":
        return t(`notices.journey.talk.${item.state}`, { coach: item.coach });
      case "session":
        return t(`sessions.journey.${item.of}`, { title: item.title });
      case "booking":
        return t("notices.journey.booking", { place: item.place });
      case "growth":
        return t("growth.journey", { rubric: item.rubric });
      case "entered":
        return t("notices.journey.entered", { edition: item.edition, category: item.category });
      case "prize":
        return t(`notices.journey.prize.${item.prize}`, { edition: item.edition, category: item.category });
    }
    const named = item.by !== null;
    if (item.kind === "edited")
      return named ? t("ideas.timeline.edited", { no: item.no }) : t("ideas.timeline.anon.edited", { no: item.no });
    if (item.kind === "stage") {
      const stages = { from: t(`stage.${item.from}`), to: t(`stage.${item.to}`) };
      return named ? t("ideas.timeline.stage", stages) : t("ideas.timeline.anon.stage", stages);
    }
    return named ? t(`ideas.timeline.${item.kind}`) : t(`ideas.timeline.anon.${item.kind}`);
  };
}

function Items({ items, zone }: { items: readonly Item[]; zone: string }) {
  const said = useSaid();
  return (
    <>
      {items.map((item) => (
        <li key={item.id} data-kind={item.kind}>
          <p>
            {"path" in item && item.path !== null ? (
              <Link to={item.path}>{said(item)}</Link>
            ) : (
              <>
                {item.by ? <strong>{item.by.name}</strong> : null} {said(item)}
              </>
            )}
          </p>
          {item.kind === "growth" ? <GrowthLines lines={item.lines} /> : null}
          {item.kind === "stage" && item.reason ? <p className={css.words}>{item.reason}</p> : null}
          <p className={css.when}>
            <Time at={item.at} zone={zone} />
          </p>
        </li>
      ))}
    </>
  );
}

/** Everything that happened to the idea, newest first. */
export function Timeline({ data }: { data: IdeaData }) {
  const t = useT();
  const { idea, timeline } = data;
  const told = { items: timeline.items, zone: idea.campus.zone };
  return (
    <section>
      <h2 className={css.title}>{t("ideas.page.timeline")}</h2>
      <Kept as="ol" name="timeline" of={told} className={css.line}>
        <Items {...told} />
      </Kept>
      {timeline.next ? (
        <p className={css.more}>
          <Link to={`/ideas/${idea.id}?earlier=${timeline.next}`}>{t("ideas.timeline.more")}</Link>
        </p>
      ) : null}
    </section>
  );
}
