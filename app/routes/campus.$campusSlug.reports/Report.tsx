import { REASON_MAX } from "~/domain/ideas/idea";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Face } from "~/ui/kit/Face";
import { Link } from "~/ui/kit/Link";
import { Time } from "~/ui/when";
import type { ReportsView } from "./load.server";
import css from "./Reports.module.css";

type OpenReport = ReportsView["reports"][number];

function Look({ report, slug }: { report: OpenReport; slug: string }) {
  const t = useT();
  const { subjectKind, subjectId, ideaId, excerpt, path } = report;
  if (excerpt === null) return <p className={css.facts}>{t("campus.report.gone")}</p>;
  const to =
    path ??
    (subjectKind === "profile"
      ? `/campus/${slug}/people?q=${encodeURIComponent(excerpt)}`
      : `/ideas/${ideaId ?? ""}${subjectKind === "comment" ? "#comments" : ""}`);
  return (
    <>
      {subjectKind === "photo" ? <Face name={excerpt} photo={subjectId} size="big" /> : null}
      <p className={css.excerpt}>{excerpt}</p>
      <p>
        <Link to={to} reloadDocument={subjectKind === "photo"}>
          {t(`campus.report.look.${subjectKind}`)}
        </Link>
      </p>
    </>
  );
}

function Close({ id, outcome, label }: { id: string; outcome: "hidden" | "kept"; label: string }) {
  return (
    <ReplyForm formId={`${outcome}-${id}`} intent="close">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="outcome" value={outcome} />
      <SubmitButton look="quiet" small>
        {label}
      </SubmitButton>
    </ReplyForm>
  );
}

/** One report: what it is about, why, until when, and what can be decided. */
export function Report({ report, slug, zone, reply }: { report: OpenReport; slug: string; zone: string; reply: Reply | null }) {
  const t = useT();
  const { id, subjectKind, excerpt, reason, words, createdAt, dueAt, overdue } = report;
  const canHide = subjectKind !== "profile" && subjectKind !== "session" && excerpt !== null;
  return (
    <li className={css.report}>
      <div className={css.about}>
        <h3>{t(`campus.report.title.${subjectKind}`, { reason: t(`report.reason.${reason}`) })}</h3>
        <p className={css.facts}>
          {t("campus.report.at")} <Time at={createdAt} zone={zone} /> ·{" "}
          <span className={overdue ? css.late : undefined}>
            {overdue ? t("campus.report.late") : t("campus.report.due")} <Time at={dueAt} zone={zone} />
          </span>
        </p>
      </div>
      <Look report={report} slug={slug} />
      {words ? <p>{t("campus.report.words", { words })}</p> : null}
      <div className={css.acts}>
        <Close id={id} outcome="kept" label={t("campus.report.keep")} />
        {canHide ? null : (
          <Close
            id={id}
            outcome="hidden"
            label={subjectKind === "profile" || subjectKind === "session" ? t("campus.report.acted") : t("campus.report.hidden_already")}
          />
        )}
      </div>
      {canHide ? (
        <FoldedForm
          label={t("campus.report.hide")}
          intent="hide"
          reply={reply}
          formId={`hide-${id}`}
          send={t("campus.report.hide_go")}
          look="danger"
        >
          <input type="hidden" name="id" value={id} />
          <TextField
            name="reason"
            label={t("campus.report.hide_why")}
            hint={t(subjectKind === "photo" ? "campus.person.hide_photo_hint" : "campus.report.hide_hint")}
            maxLength={REASON_MAX}
          />
        </FoldedForm>
      ) : null}
    </li>
  );
}
