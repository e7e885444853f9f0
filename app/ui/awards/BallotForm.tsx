import type { BallotPaper } from "~/domain/awards/vote/vote";
import { RadioCards, SelectField } from "../forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "../forms/parts";
import type { Reply } from "../forms/reply";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";

/** The form of a ballot: one entry, or several in order. It says what was chosen before, which the next one replaces. */
export function BallotForm({ paper, reply }: { paper: BallotPaper; reply: Reply | null }) {
  const t = useT();
  const { voteId, kind, places, candidates, mine } = paper;
  const options = candidates.map(({ entryId, number, title }) => ({
    value: entryId,
    label: title,
    hint: t("awards.entry.number", { number }),
  }));
  return (
    <ReplyForm key={mine.join()} formId={`ballot-${voteId}`} intent={`cast:${voteId}`} reply={reply}>
      <Fields>
        <ErrorSummary />
        {kind === "single" ? (
          <RadioCards name="choice1" legend={t("vote.choose")} options={options} initial={mine[0]} />
        ) : (
          Array.from({ length: Math.min(places, candidates.length) }, (_, at) => (
            <SelectField
              key={at}
              name={`choice${at + 1}`}
              label={t("vote.choice", { no: at + 1 })}
              initial={mine[at] ?? ""}
              optional={at > 0}
              options={[
                { value: "", label: t("vote.no_choice") },
                ...options.map(({ value, label, hint }) => ({ value, label: `${label} · ${hint}` })),
              ]}
            />
          ))
        )}
        <SubmitButton>{mine.length > 0 ? t("vote.change") : t("vote.cast")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
