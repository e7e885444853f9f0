import { SubmitButton } from "../forms/parts";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Row, Rows } from "../kit/Rows";
import { Time } from "../when";
import css from "./CoachLine.module.css";

/** Who coaches an idea, as pages show it. */
export interface CoachingLine {
  readonly id: string;
  readonly ideaId: string;
  readonly title: string | null;
  readonly lang: string;
  readonly coach: { readonly id: string; readonly name: string };
  readonly bookable: boolean;
  readonly from: Date;
  readonly mayEnd: boolean;
}

/** The coach of an idea on its page, with a way to end it for who may. */
export function CoachLine({ line, label }: { line: CoachingLine; label?: string }) {
  const t = useT();
  const { coach, bookable, mayEnd, id, ideaId, title } = line;
  return (
    <div className={css.line}>
      <p>
        <span className={label}>{t("coaching.coach_line")}</span>{" "}
        {bookable ? <Link to={`/coaching/${coach.id}?idea=${ideaId}`}>{coach.name}</Link> : coach.name}
      </p>
      {mayEnd ? (
        <ReplyForm formId="end-coach" intent="end_coach" preventScrollReset>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="link" label={t("coaching.allot.end_named", { title: title ?? t("coaching.mine.closed"), name: coach.name })}>
            {t("coaching.allot.end")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
    </div>
  );
}

/** The coaches of somebody's ideas, and the ideas they coach. */
export function Coachings({ ofMine, byMe }: { ofMine: readonly CoachingLine[]; byMe: readonly CoachingLine[] }) {
  const t = useT();
  if (ofMine.length === 0 && byMe.length === 0) return null;
  return (
    <div id="coaching" className={css.lists}>
      {ofMine.length > 0 ? (
        <Rows title={t("coaching.mine.of_mine")}>
          {ofMine.map((line) => (
            <Row
              key={line.id}
              title={<Link to={`/ideas/${line.ideaId}`}>{line.title}</Link>}
              lang={line.lang}
              facts={t("coaching.mine.by", { name: line.coach.name })}
            >
              {line.bookable ? <Link to={`/coaching/${line.coach.id}?idea=${line.ideaId}`}>{t("coaching.mine.book")}</Link> : null}
            </Row>
          ))}
        </Rows>
      ) : null}
      {byMe.length > 0 ? (
        <Rows title={t("coaching.mine.by_me")}>
          {byMe.map((line) => (
            <Row
              key={line.id}
              title={line.title === null ? t("coaching.mine.closed") : <Link to={`/ideas/${line.ideaId}`}>{line.title}</Link>}
              lang={line.title === null ? undefined : line.lang}
              facts={
                <>
                  {t("coaching.allot.since")} <Time at={line.from} dateOnly />
                  {line.title === null ? ` · ${t("coaching.mine.closed_text")}` : null}
                </>
              }
            />
          ))}
        </Rows>
      ) : null}
    </div>
  );
}
