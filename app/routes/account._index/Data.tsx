import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import css from "./Account.module.css";
import { Link } from "~/ui/kit/Link";

/** What Broeikas tells, and where: notices with their mails, and the agenda for one's own phone. */
export function Telling() {
  const t = useT();
  return (
    <Card>
      <h2>{t("notices.title")}</h2>
      <p>
        <Link to="/notices">{t("notices.title")}</Link>
      </p>
      <p>
        <Link to="/account/calendar">{t("notices.calendar.title")}</Link>
      </p>
    </Card>
  );
}

/** Everything about the person in one file, and the way out. */
export function Data({ email, reply }: { email: string; reply: Reply | null }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("account.data")}</h2>
      <p>
        <Link to="/account/consents">{t("keeping.consents.title")}</Link>
      </p>
      <p className={css.hint}>{t("account.export.text")}</p>
      <p>
        <a href="/account/export" download>
          {t("account.export")}
        </a>
      </p>
      <FoldedForm label={t("account.erase")} intent="erase" reply={reply} send={t("account.erase.go")} look="danger">
        <p>{t("account.erase.text")}</p>
        <ul className={css.points}>
          <li>{t("account.erase.gone")}</li>
          <li>{t("account.erase.stays")}</li>
          <li>{t("account.erase.final")}</li>
        </ul>
        <TextField name="email" type="email" label={t("account.erase.confirm", { email })} autoComplete="off" />
      </FoldedForm>
    </Card>
  );
}
