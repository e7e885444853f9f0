import { Form } from "@remix-run/react";
import { useT } from "../i18n";
import { Button } from "../kit/Button";
import css from "./SearchForm.module.css";

/** One field to search with; what is searched for stands in the address. Give it the words as `key`, so that it follows the address. */
export function SearchForm({ label, words, maxLength, action }: { label: string; words: string; maxLength: number; action?: string }) {
  const t = useT();
  return (
    <Form method="get" action={action} role="search" className={css.search}>
      <input
        type="search"
        name="q"
        defaultValue={words}
        maxLength={maxLength}
        className={css.control}
        aria-label={label}
        placeholder={label}
      />
      <Button type="submit">{t("ideas.list.search")}</Button>
    </Form>
  );
}
