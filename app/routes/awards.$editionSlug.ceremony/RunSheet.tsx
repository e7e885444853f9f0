import { ITEM_WORDS_MAX } from "~/domain/awards/ceremony/ceremony";
import { useLabel } from "~/ui/awards/labels";
import { SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Block } from "~/ui/kit/Rows";
import css from "./Ceremony.module.css";
import type { SheetData } from "./route";

type Item = SheetData["items"][number];
type Show = NonNullable<SheetData["show"]>;

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

/** The evening from top to bottom, with what can be changed of each item that the hall has not seen. */
export function RunSheet({ data, show, reply }: { data: SheetData; show: Show; reply: Reply | null }) {
  const t = useT();
  const { items } = data;
  const open = show.state !== "over";
  const total = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const startsAt = items.map((_, at) => items.slice(0, at).reduce((sum, { minutes }) => sum + minutes, 0));
  return (
    <section className={css.sheet}>
      <h2>{t("ceremony.sheet", { count: items.length, minutes: total })}</h2>
      <ol className={css.items}>
        {items.map((item, at) => (
          <Line
            key={item.id}
            item={item}
            from={startsAt[at] ?? 0}
            open={open}
            first={at === 0}
            last={at === items.length - 1}
            reply={reply}
          />
        ))}
      </ol>
      {open ? (
        <>
          <Card>
            <h3>{t("ceremony.order")}</h3>
            <p>{t("ceremony.order_text")}</p>
            {show.seed ? <p className={css.muted}>{t("ceremony.live.drawn", { seed: show.seed, count: show.draws })}</p> : null}
            <ReplyForm formId="draw" intent="draw" preventScrollReset>
              <SubmitButton look="quiet">{t("ceremony.draw")}</SubmitButton>
            </ReplyForm>
          </Card>
          <Add data={data} reply={reply} />
        </>
      ) : null}
    </section>
  );
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

function Line({ item, from, open, first, last, reply }: LineProps) {
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
          <div className={css.acts}>
            {first ? null : <Act intent="up" id={id} name={name} />}
            {last ? null : <Act intent="down" id={id} name={name} />}
            <Act intent="remove" id={id} name={name} />
          </div>
        ) : null}
      </div>
      {open ? (
        <Disclosure label={t("ceremony.change")} open={reply?.intent === `save:${id}`}>
          <ReplyForm key={`${minutes} ${words}`} formId={`save-${id}`} intent={`save:${id}`} reply={reply} preventScrollReset>
            <Fields>
              <ErrorSummary />
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
              <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
            </Fields>
          </ReplyForm>
        </Disclosure>
      ) : null}
    </Block>
  );
}

function Act({ intent, id, name }: { intent: "up" | "down" | "remove"; id: string; name: string }) {
  const t = useT();
  const text = t(`edition.form.${intent}`);
  return (
    <ReplyForm formId={`${intent}-${id}`} intent={intent} preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="link" label={`${text}: ${name}`}>
        {text}
      </SubmitButton>
    </ReplyForm>
  );
}

function Add({ data, reply }: { data: SheetData; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const { entries, categories, votes } = data;
  const voteName = (category: (typeof votes)[number]["category"]) => (category ? label(category) : t("vote.of_all"));
  const options = [
    ...(["welcome", "break", "thanks"] as const).map((kind) => ({ value: kind as string, label: t(`ceremony.kind.${kind}`) })),
    ...entries.map(({ entryId, title }) => ({ value: `pitch:${entryId}`, label: `${t("ceremony.kind.pitch")} · ${title}` })),
    ...votes.flatMap(({ id, category }) =>
      (["vote", "audience"] as const).map((kind) => ({
        value: `${kind}:${id}`,
        label: `${t(`ceremony.kind.${kind}`)} · ${voteName(category)}`,
      })),
    ),
    ...categories.flatMap(({ id, name }) =>
      ([3, 2, 1] as const).map((place) => ({ value: `prize:${id}:${place}`, label: `${t(`awards.place.${place}`)} · ${label(name)}` })),
    ),
  ];
  return (
    <Card>
      <Disclosure label={t("ceremony.add")} open={reply?.intent === "add"}>
        <ReplyForm key={data.items.length} formId="add" intent="add" reply={reply} preventScrollReset>
          <Fields>
            <ErrorSummary />
            <SelectField name="what" label={t("ceremony.what")} options={options} />
            <TextField name="minutes" label={t("ceremony.minutes")} initial="3" />
            <TextField name="words" label={t("ceremony.words")} hint={t("ceremony.words_hint")} maxLength={ITEM_WORDS_MAX} optional />
            <SubmitButton look="quiet">{t("ceremony.add")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Disclosure>
    </Card>
  );
}
