import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { NoticesData } from "./route";
import css from "./Notices.module.css";

/** Which kinds of notice also come by mail. */
export function ByMail({ groups, reply }: { groups: NoticesData["groups"]; reply: Reply | null }) {
  const t = useT();
  return (
    <div id="mail">
      <Disclosure label={t("notices.mail.title")} open={reply?.intent === "by_mail"}>
        <p className={css.facts}>{t("notices.mail.lead")}</p>
        <ReplyForm formId="by-mail" intent="by_mail" reply={reply}>
          <Fields>
            <ErrorSummary />
            <div className={css.groups}>
              {groups.map(({ group, kinds }) => (
                <fieldset key={group} className={css.group}>
                  <legend>{t(`notices.mail.group.${group}`)}</legend>
                  {kinds.map(({ kind, byMail }) => (
                    <label key={kind} className={css.choice}>
                      <input type="checkbox" name="byMail" value={kind} defaultChecked={byMail} />
                      <span>{t(`notices.about.${kind}`)}</span>
                    </label>
                  ))}
                </fieldset>
              ))}
            </div>
            <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Disclosure>
    </div>
  );
}
