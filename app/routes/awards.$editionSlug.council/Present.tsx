import type { CouncilPage } from "~/domain/awards/council/queries";
import { SelectField } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import css from "./Council.module.css";

/** Who is in the room, and who leads the talk. */
export function Present({ page: { open, jurors, may, chairId } }: { page: CouncilPage }) {
  const t = useT();
  const chair = jurors.find(({ personId }) => personId === chairId);
  return (
    <Card>
      <h2>{t(open ? "council.present" : "council.jury")}</h2>
      <p className={css.muted}>{chair ? t("council.chair_is", { name: chair.name }) : t("council.chair_none")}</p>
      {jurors.length === 0 ? <p>{t("council.no_jurors")}</p> : null}
      <ul className={css.people}>
        {jurors.map(({ personId, name, present }) => (
          <li key={personId}>
            <span>
              {name}
              {open ? <span className={css.muted}> · {present ? t("council.is_present") : t("council.is_absent")}</span> : null}
            </span>
            {may.lead ? (
              <ReplyForm formId={`present-${personId}`} intent="presence" preventScrollReset>
                <input type="hidden" name="id" value={personId} />
                <input type="hidden" name="present" value={present ? "no" : "yes"} />
                <SubmitButton look="link" label={`${present ? t("council.leaves") : t("council.comes")}: ${name}`}>
                  {present ? t("council.leaves") : t("council.comes")}
                </SubmitButton>
              </ReplyForm>
            ) : null}
          </li>
        ))}
      </ul>
      {may.run && jurors.length > 0 ? (
        <ReplyForm key={chairId} formId="chair" intent="chair" preventScrollReset>
          <Fields>
            <SelectField
              name="id"
              label={t("council.chair")}
              initial={chairId ?? ""}
              options={[
                { value: "", label: t("council.chair_nobody") },
                ...jurors.map(({ personId, name }) => ({ value: personId, label: name })),
              ]}
            />
            <SubmitButton look="quiet">{t("council.chair_save")}</SubmitButton>
          </Fields>
        </ReplyForm>
      ) : null}
    </Card>
  );
}
