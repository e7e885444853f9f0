import type { Tie } from "~/domain/awards/queries-result";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import css from "./Result.module.css";

/** Entries that share a place: what the published rule says of them, or the button that applies it. */
export function Ties({ ties, open }: { ties: readonly Tie[]; open: boolean }) {
  return (
    <>
      {ties.map((tie) => (
        <OneTie key={tie.entryId} tie={tie} open={open} />
      ))}
    </>
  );
}

function OneTie({ tie: { entryId, titles, broken }, open }: { tie: Tie; open: boolean }) {
  const t = useT();
  const still = broken?.order.filter(({ length }) => length > 1) ?? [];
  return (
    <div className={css.plain}>
      <p>{t("result.tie.equal", { titles: titles.join(", ") })}</p>
      {broken && broken.rules.length > 0 ? (
        <>
          <ol className={css.numbered}>
            {broken.order.map((group) => (
              <li key={group.join()}>{group.join(", ")}</li>
            ))}
          </ol>
          <ul className={css.lines}>
            {broken.rules.map((rule) => (rule === "lot" ? null : <li key={rule}>{t(`result.tie.rule.${rule}`)}</li>))}
          </ul>
        </>
      ) : null}
      {still.map((group) => (
        <p key={group.join()}>{t("result.tie.still", { titles: group.join(", ") })}</p>
      ))}
      {broken ? (
        <p className={css.muted}>
          {t("result.tie.recorded")} <Time at={broken.at} />
        </p>
      ) : null}
      {open && !broken ? (
        <ReplyForm formId={`tie-${entryId}`} intent="tie" preventScrollReset>
          <input type="hidden" name="id" value={entryId} />
          <SubmitButton look="quiet">{t("result.tie.apply")}</SubmitButton>
        </ReplyForm>
      ) : null}
    </div>
  );
}
