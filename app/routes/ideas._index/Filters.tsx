import { Form } from "@remix-run/react";
import { IDEA_KINDS, STAGES } from "~/domain/ideas/idea";
import { LOCALES } from "~/domain/kernel/actor";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import select from "~/ui/kit/Select.module.css";
import type { Chosen } from "./address";
import { address } from "./address";
import css from "./Filters.module.css";
import { Link } from "~/ui/kit/Link";

interface Option {
  readonly value: string;
  readonly label: string;
}

function Select({
  name,
  label,
  any,
  chosen,
  options,
}: {
  name: keyof Chosen;
  label: string;
  any: string;
  chosen: Chosen;
  options: readonly Option[];
}) {
  return (
    <label>
      <span className="sr-only">{label}</span>
      <select name={name} defaultValue={chosen[name]} className={`${css.control} ${select.arrow}`}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Search, filters, the count and the way the list is shown; all of it in the address. */
export function Filters(props: {
  chosen: Chosen;
  greenhouse: boolean;
  count: { n: number; more: boolean };
  domains: readonly Option[];
  campuses: readonly Option[];
  narrowed: boolean;
}) {
  const t = useT();
  const { chosen, greenhouse, count, domains, campuses, narrowed } = props;
  const secondary = chosen.stage || chosen.domain || chosen.lang || chosen.campus || chosen.kind;
  return (
    <div className={css.box}>
      <Form method="get" action="/ideas" key={address(chosen, greenhouse)} className={css.form} role="search">
        {greenhouse ? <input type="hidden" name="view" value="greenhouse" /> : null}
        <div className={css.search}>
          <input
            type="search"
            name="q"
            defaultValue={chosen.q}
            aria-label={t("ideas.list.search_label")}
            placeholder={t("ideas.list.search_label")}
            className={css.control}
            maxLength={200}
          />
          <Button type="submit">{t("ideas.list.search")}</Button>
        </div>
        <details className={css.more} open={Boolean(secondary)}>
          <summary>{t("ideas.list.filters")}</summary>
          <div className={css.selects}>
            <Select name="domain" label={t("ideas.list.domain")} any={t("ideas.list.any_domain")} chosen={chosen} options={domains} />
            <Select
              name="stage"
              label={t("ideas.list.stage")}
              any={t("ideas.list.any_stage")}
              chosen={chosen}
              options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
            />
            <Select
              name="lang"
              label={t("ideas.list.lang")}
              any={t("ideas.list.any_lang")}
              chosen={chosen}
              options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
            />
            <Select
              name="kind"
              label={t("ideas.list.kind")}
              any={t("ideas.list.any_kind")}
              chosen={chosen}
              options={IDEA_KINDS.map((value) => ({ value, label: t(`ideas.kinds.${value}`) }))}
            />
            {campuses.length > 1 ? (
              <Select name="campus" label={t("ideas.list.campus")} any={t("ideas.list.any_campus")} chosen={chosen} options={campuses} />
            ) : null}
            <Button type="submit" small>
              {t("ideas.list.filter")}
            </Button>
            {narrowed ? <Link to={greenhouse ? "/ideas?view=greenhouse" : "/ideas"}>{t("ideas.list.clear")}</Link> : null}
          </div>
        </details>
      </Form>
      <div className={css.bar}>
        <p className={css.count}>
          {count.more ? t("ideas.list.count_more", { count: count.n }) : t("ideas.list.count", { count: count.n })}
        </p>
        <nav className={css.views} aria-label={t("ideas.view.label")}>
          <Link to={address(chosen, false)} aria-current={greenhouse ? undefined : "true"}>
            {t("ideas.view.list")}
          </Link>
          <Link to={address(chosen, true)} aria-current={greenhouse ? "true" : undefined}>
            {t("ideas.view.greenhouse")}
          </Link>
        </nav>
      </div>
    </div>
  );
}
