import { useState } from "react";
import { MATCH_CONSENTS, PITCH_MAX, TITLE_MAX, VISIBILITIES, WORD_KINDS, WORDS_MAX, WORDS_PER_LIST_MAX } from "~/domain/ideas/idea";
import type { WordKind } from "~/domain/ideas/idea";
import { LOCALES } from "~/domain/kernel/actor";
import { RadioCards, SelectField, TextArea, TextField } from "../forms/fields";
import { useField, useReply } from "../forms/reply";
import { useMessage, useT } from "../i18n";
import { Button } from "../kit/Button";
import select from "../kit/Select.module.css";
import css from "./fields.module.css";
import { TermChoice } from "./TermChoice";
import type { ShownTerm, TermsFor } from "./TermChoice";
import { useTermSuggestions } from "./useTermSuggestions";

/** A choice out of the taxonomy, in the reader's language. */
export interface Option {
  readonly value: string;
  readonly label: string;
}
/** One need or offer as it stands in a form. */
export interface WordRow {
  readonly kind: WordKind;
  readonly words: string;
  readonly weight: 1 | 2 | 3;
  /** The term that was picked, or that none fits. */
  readonly termId: string | null;
  /** Terms that may be meant by the words. */
  readonly terms: readonly ShownTerm[];
}
export interface IdeaFormValues {
  readonly title?: string;
  readonly pitch?: string;
  readonly description?: string;
  readonly lang: string;
  readonly domainId?: string | null;
  readonly growthMarketId?: string | null;
  readonly productionStepId?: string | null;
  readonly needs: readonly WordRow[];
  readonly offers: readonly WordRow[];
}

/** Title, pitch, domain and language: the first screen. */
export function BasicFields({
  values,
  domains,
  titleMax = TITLE_MAX,
}: {
  values: IdeaFormValues;
  domains: readonly Option[];
  titleMax?: number;
}) {
  const t = useT();
  return (
    <>
      <TextField
        name="title"
        label={t("plant.field.title")}
        hint={t("plant.field.title_hint")}
        initial={values.title}
        maxLength={titleMax}
        autoComplete="off"
      />
      <TextArea
        name="pitch"
        label={t("plant.field.pitch")}
        hint={t("plant.field.pitch_hint")}
        initial={values.pitch}
        maxLength={PITCH_MAX}
        rows={4}
      />
      <div className={css.pair}>
        <SelectField
          name="domainId"
          label={t("plant.field.domain")}
          initial={values.domainId ?? ""}
          optional
          options={[{ value: "", label: t("plant.field.domain_none") }, ...domains]}
        />
        <SelectField
          name="lang"
          label={t("plant.field.lang")}
          initial={values.lang}
          options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
        />
      </div>
    </>
  );
}

function Row({
  list,
  no,
  row,
  suggested,
}: {
  list: "needs" | "offers";
  no: number;
  row: WordRow | undefined;
  suggested: TermsFor | undefined;
}) {
  const t = useT();
  const say = useMessage();
  const meant = suggested ?? (row && { words: row.words, terms: row.terms });
  const words = useField(`${list}[${no}].words`, row?.words);
  const kind = useField(`${list}[${no}].kind`, row?.kind ?? "expertise");
  const weight = useField(`${list}[${no}].weight`, String(row?.weight ?? 2));
  const need = list === "needs";
  const wrong = [...words.errors, ...kind.errors].map(say).join(" ");
  return (
    <fieldset className={css.row}>
      <legend className="sr-only">{need ? t("plant.row.need", { no: no + 1 }) : t("plant.row.offer", { no: no + 1 })}</legend>
      <label className={css.words}>
        <span className="sr-only">{t("plant.row.words")}</span>
        <input
          id={words.id}
          className={css.input}
          name={`${list}[${no}].words`}
          defaultValue={words.value}
          maxLength={WORDS_MAX}
          list="term-words"
          autoComplete="off"
          placeholder={need ? t("plant.row.need_example") : t("plant.row.offer_example")}
          aria-invalid={words.errors.length > 0 ? true : undefined}
          aria-describedby={wrong ? `${words.id}-wrong` : undefined}
        />
      </label>
      <label>
        <span className="sr-only">{t("plant.row.kind")}</span>
        <select
          id={kind.id}
          className={`${css.input} ${select.arrow}`}
          name={`${list}[${no}].kind`}
          defaultValue={kind.value || "expertise"}
          aria-invalid={kind.errors.length > 0 ? true : undefined}
          aria-describedby={kind.errors.length > 0 ? `${words.id}-wrong` : undefined}
        >
          {WORD_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="sr-only">{t("plant.row.weight")}</span>
        <select className={`${css.input} ${select.arrow}`} name={`${list}[${no}].weight`} defaultValue={weight.value || "2"}>
          {([1, 2, 3] as const).map((one) => (
            <option key={one} value={one}>
              {t(`weight.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {meant ? <TermChoice name={`${list}[${no}]`} meant={meant} initial={row?.termId ?? undefined} /> : null}
      {wrong ? (
        <p id={`${words.id}-wrong`} className={css.wrong}>
          {wrong}
        </p>
      ) : null}
    </fieldset>
  );
}

interface WordListProps {
  readonly list: "needs" | "offers";
  readonly rows: readonly WordRow[];
  readonly suggested: ReadonlyMap<string, TermsFor>;
}

function WordList({ list, rows, suggested }: WordListProps) {
  const t = useT();
  const say = useMessage();
  const { id, reply } = useReply();
  const typed = Object.keys(reply?.values ?? {}).filter((name) => name.startsWith(`${list}[`) && name.endsWith("].words")).length;
  const [extra, setExtra] = useState(0);
  const shown = Math.min(WORDS_PER_LIST_MAX, Math.max(2, rows.length + 1, typed) + extra);
  const wrong = (reply?.fields[list] ?? []).map(say).join(" ");
  const need = list === "needs";
  return (
    <section id={`${id}-${list}`} tabIndex={-1} className={need ? css.needs : css.offers}>
      <h2>{need ? t("plant.needs") : t("plant.offers")}</h2>
      {wrong ? <p className={css.wrong}>{wrong}</p> : null}
      {Array.from({ length: shown }, (_, no) => (
        <Row key={no} list={list} no={no} row={rows[no]} suggested={suggested.get(`${list}[${no}]`)} />
      ))}
      {shown < WORDS_PER_LIST_MAX ? (
        // Without JavaScript this sends the form; the server keeps what is there and shows one more row.
        <Button
          type="submit"
          look="link"
          name="intent"
          value="more_rows"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            setExtra(extra + 1);
          }}
        >
          {need ? t("plant.row.add_need") : t("plant.row.add_offer")}
        </Button>
      ) : null}
    </section>
  );
}

/** Needs and offers: the second screen. */
export function WordFields({ values, words }: { values: IdeaFormValues; words: readonly string[] }) {
  const { suggested, onInput } = useTermSuggestions(values.lang);
  return (
    <div className={css.lists} onInput={onInput}>
      <WordList list="needs" rows={values.needs} suggested={suggested} />
      <WordList list="offers" rows={values.offers} suggested={suggested} />
      <datalist id="term-words">
        {words.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </div>
  );
}

/** Who may see the idea, and how it may be matched: the third screen. */
export function OpenFields({ visibility, matchConsent }: { visibility: string; matchConsent: string }) {
  const t = useT();
  return (
    <>
      <RadioCards
        name="visibility"
        legend={t("plant.visibility")}
        initial={visibility}
        options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`), hint: t(`visibility.${value}.hint`) }))}
      />
      <RadioCards
        name="matchConsent"
        legend={t("plant.consent")}
        initial={matchConsent}
        options={MATCH_CONSENTS.map((value) => ({ value, label: t(`consent.${value}`), hint: t(`consent.${value}.hint`) }))}
      />
    </>
  );
}
