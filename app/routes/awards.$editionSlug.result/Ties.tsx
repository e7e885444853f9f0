import type { LotView } from "~/domain/awards/lot/lot";
import type { Tie } from "~/domain/awards/result/by-category";
import { LotProof } from "~/ui/awards/LotProof";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import css from "./Result.module.css";

/** Entries that share a place: what the published rule says of them, or the button that applies it. */
export function Ties({ ties, lot, open }: { ties: readonly Tie[]; lot: LotView | null; open: boolean }) {
  return (
    <>
      {ties.map((tie) => (
        <OneTie key={tie.entryId} tie={tie} lot={lot} open={open} />
      ))}
    </>
  );
}

function OneTie({ tie: { entryId, titles, broken }, lot, open }: { tie: Tie; lot: LotView | null; open: boolean }) {
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
            {broken.rules.map((rule) => (
              <li key={rule}>{t(`result.tie.rule.${rule}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {still.map((group) => (
        <p key={group.join()}>{t("result.tie.still", { titles: group.join(", ") })}</p>
      ))}
      {broken?.rules.includes("lot") && lot ? <LotProof lot={lot} /> : null}
      {open && lot && still.length > 0 ? (
        <ReplyForm formId={`lot-${entryId}`} intent="lot" preventScrollReset>
          <input type="hidden" name="id" value={entryId} />
          <p>{t("result.tie.lot_when")}</p>
          <SubmitButton look="quiet">{t("result.tie.draw")}</SubmitButton>
        </ReplyForm>
      ) : null}
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
