import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Picture, useMatchName } from "~/ui/matching/MatchCard";
import css from "~/ui/matching/Matches.module.css";
import { Reasons } from "~/ui/matching/Reasons";
import type { InterestData } from "./route";

/** The other side: an idea, open or veiled, or who was asked by name. */
export function Other({ data }: { data: InterestData }) {
  const t = useT();
  const nameOf = useMatchName();
  const { other, party, names } = data;
  if (!other) return party ? <Card label={party.name}>{<h2>{party.name}</h2>}</Card> : null;
  const match = { idea: other, person: null };
  return (
    <Card>
      <div className={css.head}>
        <Picture match={match} />
        <div className={css.text}>
          <h2>{other.open ? <Link to={`/ideas/${other.open.id}`}>{other.open.title}</Link> : nameOf(match)}</h2>
          {other.open ? <p lang={other.lang}>{other.open.pitch}</p> : <p>{t("matching.veiled_why")}</p>}
          {names.length > 0 ? (
            <p>
              {t("matching.interest.team")}: <strong>{names.join(", ")}</strong>
            </p>
          ) : null}
        </div>
      </div>
      <Reasons reasons={data.reasons} />
    </Card>
  );
}

/** What was written with the question and with the answer, unless it was hidden. */
export function Message({ data }: { data: InterestData }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("matching.interest.message")}</h2>
      {data.hidden ? <p>{t("rooms.message.hidden")}</p> : null}
      {data.message ? <p lang={data.lang}>{data.message}</p> : data.hidden ? null : <p>{t("matching.interest.no_message")}</p>}
      {data.answerReason ? (
        <>
          <h3>{t("matching.interest.said")}</h3>
          <p>{data.answerReason}</p>
        </>
      ) : null}
      {data.rights.report ? (
        <p>
          <Link to={`/report/interest/${data.id}`}>{t("rooms.report")}</Link>
        </p>
      ) : null}
    </Card>
  );
}
