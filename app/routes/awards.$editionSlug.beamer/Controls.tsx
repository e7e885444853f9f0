import { useT } from "~/ui/i18n";
import css from "./Beamer.module.css";
import type { BeamerData } from "./route";
import type { Press } from "./usePresses";

/** The same as the keys, for a mouse and for whoever has no JavaScript. */
export function Controls({ stage, press }: { stage: BeamerData["stage"]; press: (intent: Press) => void }) {
  const t = useT();
  const { state, position, black, hasNext, endsAt } = stage;
  const acts: readonly Press[] =
    state === "before"
      ? ["start"]
      : state === "over"
        ? []
        : [
            "back",
            ...(hasNext ? (["next"] as const) : (["end"] as const)),
            black ? "light" : "black",
            ...(endsAt ? (["restart", "more"] as const) : []),
          ];
  return (
    <div className={css.controls} role="group" aria-label={t("ceremony.controls")}>
      {acts.map((intent) => (
        <form
          key={intent}
          method="post"
          onSubmit={(event) => {
            event.preventDefault();
            press(intent);
          }}
        >
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="itemId" value={position.itemId ?? ""} />
          <input type="hidden" name="step" value={position.step} />
          <button type="submit">{t(`ceremony.press.${intent}`)}</button>
        </form>
      ))}
    </div>
  );
}
