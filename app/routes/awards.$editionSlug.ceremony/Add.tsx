import { ITEM_WORDS_MAX } from "~/domain/awards/ceremony/ceremony";
import { useLabel } from "~/ui/awards/labels";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { SheetData } from "./route";

/** The form of one more item: everything it can be about stands in one list. */
export function Add({ data, reply }: { data: SheetData; reply: Reply | null }) {
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
      <FoldedForm label={t("ceremony.add")} intent="add" reply={reply} anew={data.items.length} preventScrollReset>
        <SelectField name="what" label={t("ceremony.what")} options={options} />
        <TextField name="minutes" label={t("ceremony.minutes")} initial="3" />
        <TextField name="words" label={t("ceremony.words")} hint={t("ceremony.words_hint")} maxLength={ITEM_WORDS_MAX} optional />
      </FoldedForm>
    </Card>
  );
}
