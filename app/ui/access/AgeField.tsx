import { AGE_BANDS } from "~/domain/identity/person";
import type { AgeBand } from "~/domain/identity/person";
import { SelectField } from "../forms/fields";
import { useT } from "../i18n";

/** How old somebody is, as a band; nothing is chosen beforehand. */
export function AgeField({ bands = AGE_BANDS, hint }: { bands?: readonly AgeBand[]; hint?: string }) {
  const t = useT();
  return (
    <SelectField
      name="ageBand"
      label={t("sign.up.age")}
      hint={hint ?? t("sign.up.age_hint")}
      options={[{ value: "", label: "" }, ...bands.map((value) => ({ value, label: t(`age.${value}`) }))]}
    />
  );
}
