import { ITEM_WORDS_MAX } from "~/domain/awards/ceremony/ceremony";
import { useLabel } from "~/ui/awards/labels";
import { OrderActs } from "~/ui/awards/OrderActs";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Block } from "~/ui/kit/Rows";
import css from "./Ceremony.module.css";
import type { SheetData } from "./route";

type Item = SheetData["items"][number];

/** What an item is, in words: never who wins. */
function useItemName(): (item: Item) => string {
  const t = useT();
  const label = useLabel();
  return ({ kind, place, entry, category }) => {
    const what = kind === "prize" && place !== null ? t(`awards.place.${place}`) : t(`ceremony.kind.${kind}`);
    const about = entry ? entry.title : category ? label(category) : "";
    return about ? `${what} · ${about}` : what;
  };
}

interface LineProps {
  readonly item: Item;
  /** Minutes after the beginning. */
  readonly from: number;
  readonly open: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly reply: Reply | null;
}

/** One line of the run sheet, with what can be changed of it. */
export function Line({ item, from, open, first, last, reply }: LineProps) {
  const t = useT();
  const name = useItemName()(item);
  const { id, minutes, words, current, shown, revealed, ready } = item;
  const state = current ? "current" : revealed ? "revealed" : shown ? "shown" : ready === false ? "not_ready" : null;
  return (
    <Block id={id}>
      <div className={css.line} data-current={current || undefined} data-shown={shown || undefined}>
        <span className={css.from}>{t("ceremony.after", { minutes: from })}</span>
        <div className={css.what}>
          <p className={css.name} aria-current={current ? "step" : undefined}>
            {name}
          </p>
          <p className={css.muted}>
            {t("ceremony.minutes_count", { count: minutes })}
            {words ? ` · ${words}` : ""}
            {state ? <strong data-state={state}> · {t(`ceremony.item.${state}`)}</strong> : null}
          </p>
        </div>
        {open && !shown ? (
          <div className={css.order}>
            <OrderActs field="id" value={id} name={name} may={{ up: !first, down: !last, remove: true }} />
          </div>
        ) : null}
        {open ? (
          <div className={css.change}>
            <FoldedForm
              label={t("ceremony.change")}
              intent={`save:${id}`}
              reply={reply}
              formId={`save-${id}`}
              send={t("form.save")}
              anew={`${minutes} ${words}`}
              preventScrollReset
            >
              <input type="hidden" name="id" value={id} />
              <TextField name="minutes" label={t("ceremony.minutes")} initial={String(minutes)} />
              <TextField
                name="words"
                label={t("ceremony.words")}
                hint={t("ceremony.words_hint")}
                initial={words}
                maxLength={ITEM_WORDS_MAX}
                optional
              />
            </FoldedForm>
          </div>
        ) : null}
      </div>
    </Block>
  );
}
