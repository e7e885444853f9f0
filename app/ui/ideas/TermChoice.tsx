import { NO_TERM } from "~/domain/ideas/idea";
import { useField } from "../forms/reply";
import { useT } from "../i18n";
import type { IdeaFormValues, WordRow } from "./fields";
import css from "./TermChoice.module.css";

/** A term as it can be picked, in the reader's language. */
export interface ShownTerm {
  readonly id: string;
  readonly label: string;
}
/** Terms that may be meant by some words. */
export interface TermsFor {
  readonly words: string;
  readonly terms: readonly ShownTerm[];
}

/** Terms that may be meant by a need or an offer, to pick one of them or none. `name` is that of the row: `needs[0]`. */
export function TermChoice({ name, meant, initial }: { name: string; meant: TermsFor; initial: string | undefined }) {
  const t = useT();
  const { value, id } = useField(`${name}.termId`, initial);
  if (meant.words === "" || meant.terms.length === 0) return null;
  const options = [...meant.terms, { id: NO_TERM, label: t("plant.terms.none") }];
  return (
    <div className={css.terms} role="radiogroup" aria-labelledby={`${id}-ask`}>
      <span id={`${id}-ask`} className={css.ask}>
        {t("plant.terms.ask")}
      </span>
      {/* With other words the choice says nothing any more. */}
      <input type="hidden" name={`${name}.termFor`} value={meant.words} />
      {options.map((term) => (
        <label key={term.id} className={term.id === NO_TERM ? css.none : css.term}>
          <input type="radio" name={`${name}.termId`} value={term.id} defaultChecked={value === term.id} />
          <span>{term.label}</span>
        </label>
      ))}
    </div>
  );
}

function Kept({ name, row }: { name: string; row: WordRow }) {
  const fields = { kind: row.kind, words: row.words, weight: String(row.weight), ...(row.termId === null ? {} : { termId: row.termId }) };
  return Object.entries(fields).map(([field, value]) => <input key={field} type="hidden" name={`${name}.${field}`} value={value} />);
}

/** Asks of every need and offer whose term is open which one is meant; the others go along as they are. Nothing when all are clear. */
export function OpenTerms({ values }: { values: Pick<IdeaFormValues, "needs" | "offers"> }) {
  const t = useT();
  const rows = (["needs", "offers"] as const).flatMap((list) => values[list].map((row, no) => ({ name: `${list}[${no}]`, row })));
  const isOpen = ({ row }: { row: WordRow }): boolean => row.termId === null && row.terms.length > 0;
  if (!rows.some(isOpen)) return null;
  return (
    <section className={css.open}>
      <h2>{t("plant.terms.title")}</h2>
      <p>{t("plant.terms.hint")}</p>
      {rows.map(({ name, row }) => (
        <div key={name} hidden={!isOpen({ row })}>
          <Kept name={name} row={row} />
          {isOpen({ row }) ? (
            <fieldset className={css.row}>
              <legend>{row.words}</legend>
              <TermChoice name={name} meant={row} initial={undefined} />
            </fieldset>
          ) : null}
        </div>
      ))}
    </section>
  );
}
