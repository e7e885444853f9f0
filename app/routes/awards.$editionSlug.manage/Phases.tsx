import { EditionPhases } from "~/ui/awards/EditionPhases";
import { usePhaseName } from "~/ui/awards/labels";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useMessage, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import css from "./Manage.module.css";
import type { ManageView } from "./load.server";

/** The dated phases, and the form that moves them. */
export function Phases({ view, reply }: { view: ManageView; reply: Reply | null }) {
  const t = useT();
  const say = useMessage();
  const name = usePhaseName();
  const { board, dates, end, zone } = view;
  const mine = reply?.intent === "phases" ? reply : null;
  return (
    <div id="phases">
      <Card label={t("awards.phases")}>
        <EditionPhases phases={board.phases} zone={zone} />
        <p className={css.links}>
          <Link to={`/awards/${board.edition.slug}/phases`}>{t("edition.phases.title")}</Link>
          <Link to={`/awards/${board.edition.slug}/form`}>{t("edition.form.title")}</Link>
          <Link to={`/awards/${board.edition.slug}/entries`}>{t("edition.check.title")}</Link>
          <Link to={`/awards/${board.edition.slug}/setup`}>{t("edition.setup.title")}</Link>
        </p>
        {board.edition.publishedAt ? null : (
          <FoldedForm
            label={t("awards.manage.phases_change")}
            intent="phases"
            reply={mine}
            send={t("form.save")}
            anew={dates.map(({ value }) => value).join()}
          >
            <p>{t("awards.manage.phases_text", { zone })}</p>
            <div id="phases-phases" className={css.dates} tabIndex={-1}>
              {dates.map(({ key, value, optional, ...phase }) => (
                <TextField key={key} type="datetime-local" name={`from.${key}`} label={name(phase)} initial={value} optional={optional} />
              ))}
              <TextField type="datetime-local" name="end" label={t("awards.manage.phases_end")} initial={end} />
            </div>
            {(mine?.fields.phases ?? []).map((message) => (
              <p key={message.key} className={css.error}>
                {say(message)}
              </p>
            ))}
          </FoldedForm>
        )}
      </Card>
    </div>
  );
}
