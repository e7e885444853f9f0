import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Note } from "~/ui/kit/Note";
import { Row, Rows } from "~/ui/kit/Rows";
import type { ProposalData } from "./route";

/** What is proposed: the text, who will see it, what it receives, and everybody's share. */
export function Proposed({ data }: { data: ProposalData }) {
  const t = useT();
  return (
    <>
      {data.words === "shown" ? null : <Note>{t(`graft.words.${data.words}`)}</Note>}
      <Card>
        <h2 lang={data.lang}>{data.title || t("graft.proposal")}</h2>
        {data.pitch ? <p lang={data.lang}>{data.pitch}</p> : null}
        {data.description ? (
          <p lang={data.lang} style={{ whiteSpace: "pre-wrap" }}>
            {data.description}
          </p>
        ) : null}
        <p>
          {data.by === null ? null : `${t("graft.by", { name: data.by })} · `}
          {t(`visible_for.${data.visibility}`)} · {data.campus.name}
        </p>
        {data.message ? (
          <>
            <h3>{t("graft.message")}</h3>
            <p lang={data.lang} style={{ whiteSpace: "pre-wrap" }}>
              {data.message}
            </p>
          </>
        ) : null}
        {data.needs.length + data.offers.length > 0 ? <h3>{t("graft.joined")}</h3> : null}
        <Chips label={t("ideas.needs_title")}>
          {data.needs.map(({ from, words, lang, state }) => (
            <Chip key={from.join()} tone={state === "met" ? "plain" : "need"} lang={lang}>
              {state === "met" ? t("graft.met_inside", { words }) : t("ideas.chip.need", { words })}
            </Chip>
          ))}
        </Chips>
        <Chips label={t("ideas.offers_title")}>
          {data.offers.map(({ from, words, lang }) => (
            <Chip key={from.join()} tone="offer" lang={lang}>
              {t("ideas.chip.offer", { words })}
            </Chip>
          ))}
        </Chips>
      </Card>
      <Rows title={t("graft.shares")}>
        {data.people.map(({ personId, name, share, from }, at) => (
          <Row
            key={personId}
            title={`${name ?? t("graft.member", { no: at + 1 })}: ${t("graft.edge.share", { share })}`}
            facts={t("graft.share_from", { titles: from.join(", ") })}
          />
        ))}
      </Rows>
    </>
  );
}
