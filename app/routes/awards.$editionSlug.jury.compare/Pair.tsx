import { useEffect, useRef } from "react";
import { useLabel } from "~/ui/awards/labels";
import { useNumbers } from "~/ui/awards/numbers";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import css from "./Compare.module.css";
import type { CompareView } from "./route";

type Shown = CompareView["pairs"][number];

/** Keys that answer as the buttons do, for who compares many. */
const KEYS: Readonly<Record<string, string>> = { ArrowLeft: "one", ArrowRight: "other", "=": "equal" };

/** Two own entries beside each other: which is better? Plain buttons; the arrow keys do the same. */
export function Pair({ page, pair }: { page: CompareView; pair: Shown }) {
  const t = useT();
  const label = useLabel();
  const form = useRef<HTMLFieldSetElement>(null);
  const next = page.pairs.findIndex(({ better }, at) => at > page.at && better === null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const value = KEYS[event.key];
      if (value === undefined || event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      form.current?.querySelector<HTMLButtonElement>(`button[value="${value}"]`)?.click();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <ReplyForm formId="compare">
      <fieldset ref={form} className={css.pair}>
        <legend className={css.question}>{t("compare.question", { category: label(pair.one.category) })}</legend>
        <input type="hidden" name="intent" value="compare" />
        <input type="hidden" name="oneId" value={pair.one.entryId} />
        <input type="hidden" name="otherId" value={pair.other.entryId} />
        <Side entry={pair.one} side="one" slug={page.edition.slug} chosen={pair.better === "one"} />
        <Side entry={pair.other} side="other" slug={page.edition.slug} chosen={pair.better === "other"} />
        <div className={css.between}>
          <SubmitButton name="better" value="equal" look="quiet">
            {t("compare.equal")}
          </SubmitButton>
          {next >= 0 ? <Link to={`?pair=${next + 1}`}>{t("compare.skip")}</Link> : null}
        </div>
      </fieldset>
      <p className={`${css.muted} ${css.keys} needs-js`}>{t("compare.keys")}</p>
    </ReplyForm>
  );
}

function Side({ entry, side, slug, chosen }: { entry: Shown["one"]; side: "one" | "other"; slug: string; chosen: boolean }) {
  const t = useT();
  const { points } = useNumbers();
  const number = t("awards.entry.number", { number: entry.number });
  return (
    <div className={css.side} data-chosen={chosen || undefined}>
      <h2>{number}</h2>
      <p lang={entry.lang}>
        <strong>{entry.title}</strong>
      </p>
      <p lang={entry.lang}>{entry.pitch}</p>
      <p className={css.muted}>
        {t("compare.total", { points: points(entry.total) })} ·{" "}
        <Link to={`/awards/${slug}/jury/${entry.assignmentId}`}>{t("compare.sheet", { number: entry.number })}</Link>
      </p>
      <SubmitButton name="better" value={side} label={t("compare.better_named", { number: entry.number })}>
        {t("compare.better")}
      </SubmitButton>
    </div>
  );
}
