import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Button, ButtonLink } from "../kit/Button";
import css from "./Filters.module.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Fields to narrow a list with; what is chosen stands in the address. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  const t = useT();
  return (
    <Form method="get" role="search" aria-label={label} className={css.filters}>
      {children}
      <Button type="submit">{t("admin.filter")}</Button>
    </Form>
  );
}

/** One of them: a text, a day, or a choice when there are choices. */
export function Filter(props: { name: string; label: string; value: string; type?: "search" | "date"; choices?: readonly Choice[] }) {
  const { name, label, value, type = "search", choices } = props;
  const t = useT();
  return (
    <label>
      {label}
      {choices ? (
        <select name={name} defaultValue={value} className={css.control}>
          <option value="">{t("admin.filter.any")}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input type={type} name={name} defaultValue={value} maxLength={100} className={css.control} />
      )}
    </label>
  );
}

/** To the first page of a list and to the next. */
export function Pages({ first, next }: { first: string | null; next: string | null }) {
  const t = useT();
  if (first === null && next === null) return null;
  return (
    <nav className={css.pages} aria-label={t("admin.pages")}>
      {first === null ? null : <ButtonLink to={first}>{t("page.first")}</ButtonLink>}
      {next === null ? null : <ButtonLink to={next}>{t("page.next")}</ButtonLink>}
    </nav>
  );
}

/** Facts with their names. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, fact: ReactNode])[] }) {
  return (
    <dl className={css["facts-list"]}>
      {facts.map(([label, fact]) => (
        <div key={label} className={css.fact}>
          <dt>{label}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
