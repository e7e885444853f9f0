import { DaysLeft } from "~/ui/awards/days-left";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Time } from "~/ui/when";
import { useFieldLabel } from "./FormQuestion";
import type { EntryData } from "./route";

/** Where the entry stands: its state, until when it may change, what it still lacks. */
export function Standing({ entry }: { entry: EntryData }) {
  const t = useT();
  const label = useLabel();
  const { edition, state, lacking } = entry;
  const named = useFieldLabel(entry.fields);
  const open = entry.may.edit;
  return (
    <>
      <Chips label={t("awards.entry.standing")}>
        <Chip tone={state === "submitted" ? "offer" : "sun"}>{t(`awards.state.${state}`)}</Chip>
        <Chip>{t("awards.entry.number", { number: entry.number })}</Chip>
        <Chip>{open ? <DaysLeft until={edition.openUntil} zone={edition.zone} /> : t(`contest.phase.${edition.phase}`)}</Chip>
      </Chips>
      {open ? (
        <p>
          {t("edition.deadline")} <Time at={edition.openUntil} zone={edition.zone} />
          {edition.graceSeconds > 0 ? ` ${t("edition.grace", { count: edition.graceSeconds })}` : null}
        </p>
      ) : null}
      {entry.ruling ? (
        <Note>
          {t(`edition.ruling.${entry.ruling.verdict}`)} <q>{entry.ruling.reason}</q>
        </Note>
      ) : null}
      {entry.changedSinceSubmit && open ? <Note>{t("awards.entry.changed")}</Note> : null}
      {state === "draft" && open && lacking.length > 0 ? (
        <p>{t("awards.entry.lacks", { fields: lacking.map(({ name }) => named(name)).join(", ") })}</p>
      ) : null}
      <p>
        <Link to={`/ideas/${entry.idea.ideaId}`}>{t("awards.entry.to_idea")}</Link> ·{" "}
        <Link to={`/awards/${edition.slug}`}>{t("awards.back", { edition: label(edition.name) })}</Link>
      </p>
    </>
  );
}
