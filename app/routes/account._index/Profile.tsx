import { AUDIENCES, BIO_MAX, INTERESTS_MAX, NAME_MAX, PROFILE_VISIBILITIES } from "~/domain/identity/person";
import { LOCALES } from "~/domain/kernel/actor";
import { CheckCards, RadioCards, SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Face } from "~/ui/kit/Face";
import { Link } from "~/ui/kit/Link";
import css from "./Account.module.css";
import type { AccountView } from "./load.server";

/** What a person says of themselves, and who may read it. */
export function Profile({ view, reply }: { view: AccountView; reply: Reply | null }) {
  const t = useT();
  const { profile, isMinor } = view;
  const languages = LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }));
  const open = PROFILE_VISIBILITIES.filter((value) => value !== "public" || !isMinor);
  return (
    <Card>
      <h2 id="profile">{t("account.profile")}</h2>
      <p className={css.face}>
        <Face name={profile.name} photo={view.photo} />
        <Link to="/account/photo">{t(view.photo ? "account.photo.change" : "account.photo.choose")}</Link>
      </p>
      <ReplyForm formId="profile" reply={reply} intent="profile">
        <Fields>
          <ErrorSummary />
          <TextField name="name" label={t("account.name")} initial={profile.name} maxLength={NAME_MAX} autoComplete="name" />
          <SelectField
            name="locale"
            label={t("account.locale")}
            hint={t("account.locale_hint")}
            initial={profile.locale}
            options={languages}
          />
          <CheckCards name="languages" legend={t("account.languages")} options={languages} initial={profile.languages} />
          <SelectField
            name="audience"
            label={t("account.audience")}
            initial={profile.audience}
            options={[
              { value: "", label: t("account.audience_none") },
              ...AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) })),
            ]}
            optional
          />
          <TextArea name="bio" label={t("account.bio")} hint={t("account.bio_hint")} initial={profile.bio} maxLength={BIO_MAX} optional />
          <TextArea
            name="interests"
            label={t("account.interests")}
            hint={t("account.interests_hint")}
            initial={profile.interests}
            maxLength={INTERESTS_MAX}
            rows={2}
            optional
          />
          <RadioCards
            name="visibility"
            legend={t("account.visibility")}
            initial={profile.visibility}
            options={open.map((value) => ({
              value,
              label: t(`account.visibility.${value}`),
              hint: t(`account.visibility.${value}.hint`),
            }))}
          />
          {isMinor ? <p className={css.hint}>{t("account.visibility.minor")}</p> : null}
          <SubmitButton>{t("account.profile.save")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
