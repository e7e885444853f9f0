import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import type { NoticesData } from "./route";
import css from "./Notices.module.css";

/** One notice: what happened, when, and the way to it. Opening it marks it as read, hence a form. */
export function NoticeItem({ notice }: { notice: NoticesData["notices"][number] }) {
  const t = useT();
  const { id, kind, at, readAt, by, title, role, when } = notice;
  const text = t(`notices.kind.${kind}`, {
    name: by?.name ?? t("notices.someone"),
    title: title || t("notices.gone"),
    role: role === null ? "" : t(`identity.role.${role}`),
  });
  return (
    <li className={css.notice} data-unread={readAt === null || undefined}>
      <div className={css.text}>
        <p className={css.what}>
          {text}
          {readAt === null ? <span className={css.new}>{t("notices.new")}</span> : null}
        </p>
        <p className={css.facts}>
          <Time at={at} />
          {when ? (
            <>
              {" · "}
              {t("notices.when")} <Time at={when.at} zone={when.zone} />
            </>
          ) : null}
        </p>
      </div>
      <ReplyForm formId={`open-${id}`} intent="open">
        <input type="hidden" name="id" value={id} />
        <SubmitButton look="quiet" small label={t("notices.open_named", { text })}>
          {t("notices.open")}
        </SubmitButton>
      </ReplyForm>
    </li>
  );
}
