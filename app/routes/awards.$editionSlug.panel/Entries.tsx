import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import type { PanelView } from "./load.server";
import css from "./Panel.module.css";
import type { PlanView } from "./Plan";

type Result = Extract<NonNullable<PlanView["result"]>, { ok: true }>;
type Entry = Result["entries"][number];
type Option = NonNullable<PanelView["opened"]>["options"][number];

/** What every form about a draft says: which one, and as it was seen. */
export function OfPlan({ plan }: { plan: Pick<PlanView, "id" | "revision"> }) {
  return (
    <>
      <input type="hidden" name="id" value={plan.id} />
      <input type="hidden" name="revision" value={plan.revision} />
    </>
  );
}

/** Every entry of the draft with its jurors, why them, and why not the others. */
export function PlanEntries({ view, plan, result, page }: { view: PanelView; plan: PlanView; result: Result; page: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section className={css.plain}>
      <h2>{t("jury.entries")}</h2>
      <ul className={css.entries}>
        {result.entries.map((entry) => (
          <li key={entry.entryId} id={`entry-${entry.entryId}`} className={css.entry}>
            <h3>
              {t("awards.entry.number", { number: entry.number })} ·{" "}
              <span lang={entry.lang === locale ? undefined : entry.lang}>{entry.title}</span>
            </h3>
            <Pairs entry={entry} />
            {view.opened?.entryId === entry.entryId ? (
              <Options plan={plan} entry={entry} options={view.opened.options} page={page} />
            ) : (
              <Link
                to={`${page}?entry=${entry.entryId}#entry-${entry.entryId}`}
                preventScrollReset
                aria-label={t("jury.why_named", { number: entry.number })}
              >
                {t("jury.why")}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pairs({ entry }: { entry: Entry }) {
  const t = useT();
  return (
    <>
      <ul className={css.pairs}>
        {entry.pairs.map((pair) => (
          <li key={pair.jurorId}>
            <span>
              <strong>{pair.juror}</strong>
              {pair.isNew ? <span className={css.new}>{t("jury.new")}</span> : null}
            </span>
            <span className={css.muted}>
              {t(`awards.assigned.${pair.reason}`)} · {t("jury.fit", { fit: pair.value })}
              {pair.value > 0 ? ` (${t("jury.fit_parts", { ...pair.parts })})` : ""}
              {pair.better > 0 ? `, ${t("jury.better", { count: pair.better, may: pair.may })}` : ""}
            </span>
            {pair.against ? <span className={css.warn}>{t(`jury.against.${pair.against}`)}</span> : null}
            {pair.changed ? <span className={css.warn}>{t(`jury.change.${pair.changed}`)}</span> : null}
          </li>
        ))}
      </ul>
      {entry.leaving.length > 0 ? <p className={css.muted}>{t("jury.leaving", { names: entry.leaving.join(", ") })}</p> : null}
    </>
  );
}

function Options({ plan, entry, options, page }: { plan: PlanView; entry: Entry; options: readonly Option[]; page: string }) {
  const t = useT();
  return (
    <>
      <ul>
        {options.map((option) => (
          <li key={option.jurorId} className={css.option}>
            <span>
              {option.name}{" "}
              <span className={css.muted}>
                {t("jury.fit", { fit: option.fit })}
                {option.whyNot ? `, ${t(`jury.not.${option.whyNot}`)}` : ""}
              </span>
            </span>
            <Acts plan={plan} entry={entry} option={option} />
          </li>
        ))}
      </ul>
      <Link to={`${page}#entry-${entry.entryId}`} preventScrollReset>
        {t("jury.close")}
      </Link>
    </>
  );
}

/** Bars that a choice by hand does not lift. */
const FINAL = ["conflict", "recused", "language", "away"];

function Acts({ plan, entry, option }: { plan: PlanView; entry: Entry; option: Option }) {
  const t = useT();
  const { name, jurorId, given, whyNot, pinned, forbidden } = option;
  const kept = entry.pairs.some((pair) => pair.jurorId === jurorId && pair.reason === "kept");
  const act = pinned || forbidden ? "release" : given ? "forbid" : "pin";
  if (kept || (act === "pin" && whyNot !== null && FINAL.includes(whyNot))) return null;
  const label = act === "release" ? t("jury.release_named", { number: entry.number, name }) : t(`jury.${act}`, { name });
  return (
    <ReplyForm formId={`${act}-${entry.entryId}-${jurorId}`} intent={act} preventScrollReset>
      <OfPlan plan={plan} />
      <input type="hidden" name="entryId" value={entry.entryId} />
      <input type="hidden" name="jurorId" value={jurorId} />
      <SubmitButton look="quiet" small label={label}>
        {act === "release" ? t("jury.release") : label}
      </SubmitButton>
    </ReplyForm>
  );
}
