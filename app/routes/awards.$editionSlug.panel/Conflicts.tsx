import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import css from "./Panel.module.css";
import type { PanelView } from "./load.server";

/** Everybody who may not or had rather not score something, with the reason; the organiser alone sees it. */
export function Conflicts({ view: { conflicts } }: { view: PanelView }) {
  const t = useT();
  if (conflicts.length === 0) return <p className={css.muted}>{t("jury.conflicts_none")}</p>;
  return (
    <Card>
      <Disclosure label={t("jury.conflicts", { count: conflicts.length })}>
        <ul className={css.plain}>
          {conflicts.map((one) => (
            <li key={`${one.jurorId} ${one.entryId} ${one.reason} ${one.source}`}>
              <strong>{one.juror}</strong> · {t("awards.entry.number", { number: one.number })}: {t(`awards.conflict.${one.reason}`)}
              {one.hard ? "" : ` (${t("awards.conflict.soft")})`} {one.words ? <q>{one.words}</q> : null}
            </li>
          ))}
        </ul>
      </Disclosure>
    </Card>
  );
}
