import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PapersView } from "./route";

const TONES = { none: "plain", waiting: "sun", differs: "need", counted: "offer", screen: "plain" } as const;

/** Paper sheets with how far each is, and the way to what can be typed. */
export function Sheets({ title, rows, page }: { title: string; rows: PapersView["waiting"]; page: PapersView }) {
  const t = useT();
  const { edition, open, mayType } = page;
  return (
    <Rows title={title}>
      {rows.length === 0 ? <Row title={t("paper.nothing_found")} /> : null}
      {rows.map(({ assignmentId, code, number, juror, state }) => (
        <Row key={assignmentId} title={`${t("awards.entry.number", { number })} · ${juror}`} facts={t("paper.code_is", { code })}>
          <Chips>
            <Chip tone={TONES[state]}>{t(`paper.state.${state}`)}</Chip>
          </Chips>
          {state !== "screen" && mayType && (open || state === "counted") ? (
            <Link to={`/awards/${edition.slug}/papers/${assignmentId}`} aria-label={`${t(`paper.act.${state}`)}: ${code}`}>
              {t(`paper.act.${state}`)}
            </Link>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}
