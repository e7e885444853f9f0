import { AGE_BANDS } from "~/domain/identity/person";
import { RadioCards, SelectField } from "../forms/fields";
import { useT } from "../i18n";

interface Props {
  readonly campuses: readonly { readonly id: string; readonly name: string; readonly place: string }[];
  /** The campus chosen beforehand; the first when absent. */
  readonly campusId?: string | null;
}

/** What somebody new says besides a name: the age as a band, and the campus where there are several. */
export function JoinFields({ campuses, campusId }: Props) {
  const t = useT();
  const [first] = campuses;
  return (
    <>
      <SelectField
        name="ageBand"
        label={t("sign.up.age")}
        hint={t("sign.up.age_hint")}
        options={[{ value: "", label: "" }, ...AGE_BANDS.map((value) => ({ value, label: t(`age.${value}`) }))]}
      />
      {campuses.length === 1 && first ? (
        <input type="hidden" name="campusId" value={first.id} />
      ) : (
        <RadioCards
          name="campusId"
          legend={t("sign.up.campus")}
          initial={campusId ?? first?.id}
          options={campuses.map(({ id, name, place }) => ({ value: id, label: name, hint: place }))}
        />
      )}
    </>
  );
}
