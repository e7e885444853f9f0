import { useLocale, useT } from "../i18n";
import css from "./SaveNote.module.css";
import type { SaveState } from "./useAutosave";

/** "Saved 14:02": what became of what was typed last. */
export function SaveNote({ state }: { state: SaveState }) {
  const t = useT();
  const locale = useLocale();
  const time =
    state.kind === "saved" ? new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(state.at)) : "";
  return (
    <span className={css.note} role="status" data-failed={state.kind === "failed" || state.kind === "refused" || undefined}>
      {state.kind === "saved"
        ? t("saved.at", { time })
        : state.kind === "saving"
          ? t("saved.saving")
          : state.kind === "failed"
            ? t("saved.failed")
            : state.kind === "refused"
              ? t("saved.refused")
              : ""}
    </span>
  );
}
