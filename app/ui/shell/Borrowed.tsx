import { Form } from "@remix-run/react";
import { useT } from "../i18n";
import css from "./Borrowed.module.css";

/** On every page while an admin looks through the eyes of somebody: whose, and the way back. */
export function Borrowed({ name }: { name: string }) {
  const t = useT();
  return (
    <aside className={css.borrowed} aria-label={t("nav.borrowed.label")}>
      <p>{t("nav.borrowed", { name })}</p>
      <Form method="post" action="/return">
        <button type="submit" className={css.back}>
          {t("nav.borrowed.back")}
        </button>
      </Form>
    </aside>
  );
}
