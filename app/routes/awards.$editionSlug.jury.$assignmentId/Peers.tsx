import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { SheetData } from "./route";
import css from "./Sheet.module.css";

/** What the others of the jury gave this entry, once one's own sheet is sent. */
export function Peers({ peers }: { peers: NonNullable<SheetData["peers"]> }) {
  const t = useT();
  const label = useLabel();
  return (
    <Card>
      <h2>{t("jury.peers")}</h2>
      {peers.length === 0 ? <p className={css.note}>{t("jury.peers_none")}</p> : null}
      {peers.map((peer) => (
        <section key={peer.name} className={css.peer}>
          <h3>{peer.name}</h3>
          <ul>
            {peer.levels.map(({ code, name, level, label: said }) => (
              <li key={code}>
                {label(name)}: {level === null ? t("awards.sheet.no_level") : `${level}${said ? ` · ${label(said)}` : ""}`}
              </li>
            ))}
          </ul>
          {peer.note ? <blockquote>{peer.note}</blockquote> : null}
        </section>
      ))}
    </Card>
  );
}
