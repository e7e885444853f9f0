import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Row, Rows } from "../kit/Rows";
import { Time } from "../when";

export interface ListedTalk {
  readonly id: string;
  readonly from: Date;
  readonly state: "planned" | "held" | "cancelled";
  readonly campusName: string;
  readonly zone: string;
  readonly coach: { readonly personId: string; readonly name: string };
  readonly ideaTitle: string | null;
  readonly ideaLang: string | null;
}

/** Talks under a title: when, with whom, about what; each leads to its page. */
export function Talks({ title, talks, me }: { title: string; talks: readonly ListedTalk[]; me: string }) {
  const t = useT();
  return (
    <Rows title={title}>
      {talks.map((talk) => (
        <Row
          key={talk.id}
          title={
            <Link to={`/coaching/session/${talk.id}`}>
              <Time at={talk.from} zone={talk.zone} />
              {" · "}
              <span lang={talk.ideaLang ?? undefined}>{talk.ideaTitle ?? t("coaching.talk.closed_idea")}</span>
            </Link>
          }
          facts={
            <>
              {talk.coach.personId === me ? t("coaching.talk.you_coach") : t("coaching.talk.with", { name: talk.coach.name })}
              {" · "}
              {talk.campusName}
              {talk.state === "planned" ? null : ` · ${t(`coaching.state.${talk.state}`)}`}
            </>
          }
        />
      ))}
    </Rows>
  );
}
