import { COMPANY_NAME_MAX, COMPANY_TEXT_MAX, WITHOUT_VAT_MAX } from "~/domain/companies/company";
import { writtenVat } from "~/domain/companies/vat-number";
import { CampusCards } from "../forms/CampusCards";
import type { CampusChoice } from "../forms/CampusCards";
import { CheckField, TextArea, TextField } from "../forms/fields";
import { useT } from "../i18n";

/** What is known of a company already, when its registration is looked at again. */
export interface CompanyValues {
  readonly name: string;
  readonly campusId: string;
  readonly vatNumber: string | null;
  readonly withoutVat: string;
  readonly website: string | null;
  readonly offers: string;
  readonly seeks: string;
}

const free = { required: false };
/** Fields of which one of two is needed: the browser cannot tell which. For the form around them. */
export const EITHER_OF_TWO = { vatNumber: free, withoutVat: free, offers: free, seeks: free } as const;

/** The fields of a registration: which company, on which campus, its number or why it has none, and what it brings. */
export function CompanyFields({ campuses, values }: { campuses: readonly CampusChoice[]; values?: CompanyValues }) {
  const t = useT();
  return (
    <>
      <TextField name="name" label={t("companies.name")} initial={values?.name} maxLength={COMPANY_NAME_MAX} autoComplete="organization" />
      <CampusCards legend={t("companies.campus")} campuses={campuses} initial={values?.campusId} />
      <TextField
        name="vatNumber"
        label={t("companies.vat")}
        hint={t("companies.vat.hint")}
        initial={values?.vatNumber ? writtenVat(values.vatNumber) : undefined}
        maxLength={60}
        autoComplete="off"
      />
      <CheckField name="hasNoVat" label={t("companies.no_vat")} initial={values !== undefined && values.vatNumber === null} />
      <TextField
        name="withoutVat"
        label={t("companies.without")}
        hint={t("companies.without.hint")}
        initial={values?.withoutVat}
        maxLength={WITHOUT_VAT_MAX}
      />
      <TextField name="website" type="url" label={t("companies.website")} initial={values?.website ?? undefined} maxLength={300} optional />
      <TextArea
        name="offers"
        label={t("companies.offers")}
        hint={t("companies.offers.hint")}
        initial={values?.offers}
        rows={3}
        maxLength={COMPANY_TEXT_MAX}
      />
      <TextArea name="seeks" label={t("companies.seeks")} initial={values?.seeks} rows={3} maxLength={COMPANY_TEXT_MAX} />
    </>
  );
}
