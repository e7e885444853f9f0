import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Row, Rows } from "../kit/Rows";
import { Time } from "../when";
import type { IdeaView } from "./MatchCard";
import { useMatchName } from "./MatchCard";

export interface InterestView {
  readonly id: string;
  readonly state: string;
  readonly own: { readonly title: string; readonly lang: string } | null;
  readonly other: IdeaView | null;
  readonly party: { readonly name: string } | null;
  readonly dueAt: Date;
}

/** Questions between teams under one heading; nothing when there are none. */
export function InterestRows({ title, lines }: { title: string; lines: readonly InterestView[] }) {
  const t = useT();
  const nameOf = useMatchName();
  if (lines.length === 0) return null;
  return (
    <Rows title={title}>
      {lines.map((line) => (
        <Row
          key={line.id}
          title={<Link to={`/interest/${line.id}`}>{line.party?.name ?? nameOf({ idea: line.other, person: null })}</Link>}
          facts={
            <>
              {line.own ? t("matching.for", { title: line.own.title }) : t("matching.for_you")}
              {line.state === "proposed" ? ` · ${t("matching.interest.state.proposed")}` : null}
              {line.state === "open" || line.state === "proposed" ? (
                <>
                  {" · "}
                  {t("matching.until")} <Time at={line.dueAt} />
                </>
              ) : null}
            </>
          }
        />
      ))}
    </Rows>
  );
}
