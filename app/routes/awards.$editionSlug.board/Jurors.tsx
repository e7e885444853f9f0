import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import css from "./Board.module.css";
import type { BoardView } from "./route";

type Juror = BoardView["jurors"][number];

/** Jurors, whoever is silent or behind first, each with a question at hand. */
export function Jurors({ board }: { board: BoardView }) {
  const t = useT();
  const { jurors, judging, paces, jurorPage, jurorPages } = board;
  if (jurors.length === 0) return <p className={css.muted}>{t("paper.none")}</p>;
  return (
    <div id="jurors" className={css.part}>
      <ReplyForm formId="nudge" intent="nudge" preventScrollReset>
        <Rows title={t("jury.people")}>
          {jurors.map((juror) => (
            <Row key={juror.jurorId} title={juror.name} facts={<Facts juror={juror} board={board} />}>
              {judging ? <Nudge juror={juror} /> : null}
            </Row>
          ))}
        </Rows>
      </ReplyForm>
      {jurorPages > 1 ? (
        <Steps
          label={t("board.juror_pages")}
          page={jurorPage}
          pages={jurorPages}
          to={(page) => `/awards/${board.edition.slug}/board?show=${board.filter}&jurors=${page}#jurors`}
        />
      ) : null}
      {judging && paces.silent + paces.slow > 0 ? (
        <ReplyForm formId="nudge_all" intent="nudge_all" preventScrollReset>
          <SubmitButton look="quiet">{t("jury.nudge_all")}</SubmitButton>
        </ReplyForm>
      ) : null}
    </div>
  );
}

function Facts({ juror, board }: { juror: Juror; board: BoardView }) {
  const t = useT();
  const { pace, done, assigned, drafts, recused, lastAt } = juror;
  return (
    <>
      <strong className={pace === "silent" || pace === "slow" ? css.warn : undefined}>{t(`jury.pace.${pace}`)}</strong> ·{" "}
      {t("jury.facts", { done, assigned, drafts })}
      {recused > 0 ? ` · ${t("jury.facts_recused", { count: recused })}` : ""}
      {lastAt ? (
        <>
          {" · "}
          {t("jury.last")} <Time at={lastAt} zone={board.edition.zone} />
        </>
      ) : null}
    </>
  );
}

function Nudge({ juror: { jurorId, name, pace, nudgedAt } }: { juror: Juror }) {
  const t = useT();
  if (pace === "idle" || pace === "done") return null;
  if (nudgedAt) return <span className={css.muted}>{t("jury.nudged")}</span>;
  return (
    <SubmitButton look="quiet" small name="id" value={jurorId} label={t("jury.nudge_named", { name })}>
      {t("jury.nudge")}
    </SubmitButton>
  );
}

/** To the page before and after. */
export function Steps({ label, page, pages, to }: { label: string; page: number; pages: number; to: (page: number) => string }) {
  const t = useT();
  return (
    <nav className={css.steps} aria-label={label}>
      {page > 1 ? (
        <Link to={to(page - 1)} preventScrollReset>
          {t("board.before")}
        </Link>
      ) : null}
      <span>{t("board.page", { page, pages })}</span>
      {page < pages ? (
        <Link to={to(page + 1)} preventScrollReset>
          {t("board.after")}
        </Link>
      ) : null}
    </nav>
  );
}
