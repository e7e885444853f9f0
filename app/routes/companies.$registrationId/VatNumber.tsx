import type { ReactNode } from "react";
import { CHECKS_OFF } from "~/domain/companies/company";
import { writtenVat } from "~/domain/companies/vat-number";
import { Facts } from "~/ui/admin/Filters";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { Time } from "~/ui/when";
import type { RegistrationPage } from "./load.server";

/** The number of a company, and what the EU says of it. */
export function VatNumber({ view }: { view: RegistrationPage }) {
  const t = useT();
  const { vatNumber, vatState, vatNextAt, vatCheckedAt, vatTrouble, vatConsultation, vatName, vatAddress, withoutVat, lang } = view;
  if (vatNumber === null) {
    return (
      <Card>
        <h2>{t("companies.vat.state.none")}</h2>
        <p lang={lang}>{withoutVat}</p>
      </Card>
    );
  }
  const { zone } = view.campus;
  const open = view.state === "waiting" || view.state === "approved";
  const known = vatState === "valid" || vatState === "invalid";
  const facts: (readonly [string, ReactNode])[] = [[t("companies.vat"), writtenVat(vatNumber)]];
  if (vatState === "valid") {
    facts.push([t("companies.vat.name"), vatName || t("companies.vat.untold")]);
    facts.push([t("companies.vat.address"), vatAddress?.split("\n").join(", ") || t("companies.vat.untold")]);
  }
  if (known && vatCheckedAt) facts.push([t("companies.vat.checked"), <Time key="at" at={vatCheckedAt} zone={zone} />]);
  if (vatConsultation !== null) facts.push([t("companies.vat.consultation"), vatConsultation]);
  return (
    <Card>
      <h2>{t(`companies.vat.state.${vatState}`)}</h2>
      <Facts facts={facts} />
      {vatState === "invalid" && view.canCorrect ? <Note>{t("companies.vat.mend")}</Note> : null}
      {open && vatTrouble !== null && vatNextAt === null ? (
        <p>{vatTrouble === CHECKS_OFF ? t("companies.vat.off") : t("companies.vat.given_up")}</p>
      ) : null}
      {open && vatTrouble !== null && vatNextAt !== null ? (
        <p>
          {t("companies.vat.again_at")} <Time at={vatNextAt} zone={zone} />
        </p>
      ) : null}
      {view.decides && open && vatTrouble !== null && vatTrouble !== CHECKS_OFF ? (
        <p>{t("companies.vat.trouble", { trouble: vatTrouble })}</p>
      ) : null}
      {view.decides && open && vatState !== "unchecked" ? (
        <ReplyForm formId="check" intent="check" preventScrollReset>
          <SubmitButton look="quiet" small>
            {t("companies.vat.again")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
    </Card>
  );
}
