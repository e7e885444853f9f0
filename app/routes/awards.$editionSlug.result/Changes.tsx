import type { NamedChange } from "~/domain/awards/result/by-category";
import { useLabel } from "~/ui/awards/labels";
import { useNumbers } from "~/ui/awards/numbers";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import css from "./Result.module.css";

/** What would make another entry win, in words. */
export function Changes({ changes }: { changes: readonly NamedChange[] }) {
  const t = useT();
  const say = useSay();
  return (
    <Disclosure label={t("result.changes")}>
      {changes.length === 0 ? <p>{t("result.changes_none")}</p> : null}
      <ul className={css.lines}>
        {changes.map((change) => (
          <li key={say(change)}>{say(change)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function useSay(): (change: NamedChange) => string {
  const t = useT();
  const label = useLabel();
  const { points, weight } = useNumbers();
  return (change) => {
    const { winner } = change;
    switch (change.kind) {
      case "juror":
        return t("result.change.juror", { winner, juror: change.juror });
      case "weight":
        return t("result.change.weight", {
          winner,
          criterion: label(change.criterion),
          from: weight(change.from),
          to: weight(change.to),
        });
      case "sheet": {
        const { juror, entry } = change;
        const words = { winner, juror, entry, points: points(Math.abs(change.points)) };
        return change.points > 0 ? t("result.change.more", words) : t("result.change.less", words);
      }
      default:
        return t(`result.change.${change.kind}`, { winner });
    }
  };
}
