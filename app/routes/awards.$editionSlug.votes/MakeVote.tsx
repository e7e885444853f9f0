import { PLACES_MAX } from "~/domain/awards/vote/vote";
import { useLabel } from "~/ui/awards/labels";
import { CheckCards, RadioCards, SelectField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { VotesData } from "./route";

/** The form of a new vote: about what, how, by whom, and for whom. */
export function MakeVote({ data, reply }: { data: VotesData; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const { categories, entries, hasVoteOfAll, votes } = data;
  const scopes = [
    ...(hasVoteOfAll ? [] : [{ value: "", label: t("vote.run.all_categories") }]),
    ...categories.filter(({ hasVote }) => !hasVote).map(({ id, name }) => ({ value: id, label: label(name) })),
  ];
  if (scopes.length === 0 || entries.length < 2) return null;
  return (
    <Card>
      <Disclosure label={t("vote.run.make")} open={votes.length === 0 || reply?.intent === "make"}>
        <ReplyForm key={votes.length} formId="make" intent="make" reply={reply}>
          <Fields>
            <ErrorSummary />
            <SelectField name="categoryId" label={t("vote.run.scope")} options={scopes} optional />
            <RadioCards
              name="kind"
              legend={t("vote.run.kind")}
              initial="single"
              options={(["single", "ranked"] as const).map((value) => ({
                value,
                label: t(`vote.run.${value}_label`),
                hint: t(`vote.run.${value}_hint`),
              }))}
            />
            <SelectField
              name="places"
              label={t("vote.run.places")}
              initial="3"
              options={Array.from({ length: PLACES_MAX - 1 }, (_, i) => ({ value: String(i + 2), label: String(i + 2) }))}
            />
            <RadioCards
              name="electorate"
              legend={t("vote.run.electorate")}
              initial="codes"
              options={(["codes", "accounts"] as const).map((value) => ({
                value,
                label: t(`vote.run.${value}_label`),
                hint: t(`vote.run.${value}_hint`),
              }))}
            />
            <CheckCards
              name="entryIds"
              legend={t("vote.run.candidates")}
              initial={[]}
              options={entries.map(({ entryId, number, title }) => ({
                value: entryId,
                label: `${t("awards.entry.number", { number })} · ${title}`,
              }))}
            />
            <SubmitButton look="quiet">{t("vote.run.make")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Disclosure>
    </Card>
  );
}
