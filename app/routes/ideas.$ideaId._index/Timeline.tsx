import { Link } from "@remix-run/react";
import { useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import type { IdeaData } from "./route";
import css from "./Timeline.module.css";

type Item = IdeaData["timeline"]["items"][number];

function useSaid(): (item: Item) => string {
  const t = useT();
  return (item) => {
    if (item.kind === "edited") return t("ideas.timeline.edited", { no: item.no });
    if (item.kind === "stage") return t("ideas.timeline.stage", { from: t(`stage.${item.from}`), to: t(`stage.${item.to}`) });
    return t(`ideas.timeline.${item.kind}`);
  };
}

/** Everything that happened to the idea, newest first. */
export function Timeline({ data }: { data: IdeaData }) {
  const t = useT();
  const said = useSaid();
  const { idea, timeline } = data;
  return (
    <section>
      <h2 className={css.title}>{t("ideas.page.timeline")}</h2>
      <ol className={css.line}>
        {timeline.items.map((item) => (
          <li key={item.id} data-kind={item.kind}>
            <p>
              <strong>{item.by?.name ?? t("ideas.timeline.someone")}</strong> {said(item)}
            </p>
            {item.kind === "stage" && item.reason ? <p className={css.words}>{item.reason}</p> : null}
            <p className={css.when}>
              <Time at={item.at} zone={idea.campus.zone} />
            </p>
          </li>
        ))}
      </ol>
      {timeline.next ? <Link to={`/ideas/${idea.id}?earlier=${timeline.next}`}>{t("ideas.timeline.more")}</Link> : null}
    </section>
  );
}
