import type { LiveState } from "../live/useLive";
import { useT } from "../i18n";
import css from "./Rooms.module.css";

interface Props {
  readonly live: LiveState;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

/** Whether the page follows by itself, and who else looks at it now. */
export function LiveLine({ live, people }: Props) {
  const t = useT();
  const here = people.filter(({ personId }) => live.present.includes(personId)).map(({ name }) => name);
  return (
    <p className={css.live} data-live={live.state} role="status">
      <span aria-hidden="true" className={css.dot} />
      {live.state === "live" ? t("rooms.live") : t("rooms.not_live")}
      {here.length > 0 ? ` · ${t("rooms.here", { names: here.join(", ") })}` : null}
    </p>
  );
}
