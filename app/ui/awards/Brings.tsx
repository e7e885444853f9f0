import type { ReactNode } from "react";
import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { CheckCards, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import css from "./Brings.module.css";

export interface BringingMember {
  readonly id: string;
  readonly langs: readonly Locale[];
  readonly domainIds: readonly string[];
  readonly most: number | null;
  readonly absences: readonly { readonly id: string; readonly firstDay: string; readonly lastDay: string }[];
}

interface Props {
  readonly title?: string;
  readonly lead?: string;
  readonly member: BringingMember;
  readonly domains: readonly { readonly value: string; readonly label: string }[];
  readonly reply: Reply | null;
  readonly children?: ReactNode;
}

/** What a juror brings: languages, domains, how much, days away. The juror fills it in, or the organiser. */
export function Brings({ title, lead, member, domains, reply, children }: Props) {
  const t = useT();
  const languages = LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }));
  return (
    <div className={css.brings}>
      {title ? <h2>{title}</h2> : null}
      {lead ? <p>{lead}</p> : null}
      <ReplyForm formId="member" intent="member" reply={reply} preventScrollReset>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="personId" value={member.id} />
          <CheckCards name="languages" legend={t("jury.languages")} options={languages} initial={member.langs} />
          <CheckCards name="domainIds" legend={t("jury.domains")} options={domains} initial={member.domainIds} />
          <TextField
            name="most"
            label={t("jury.most")}
            hint={t("jury.most_hint")}
            initial={member.most === null ? "" : String(member.most)}
            maxLength={3}
            optional
          />
          <div>
            <SubmitButton look="quiet">{t("jury.save")}</SubmitButton>
          </div>
        </Fields>
      </ReplyForm>
      <h3>{t("jury.absences")}</h3>
      {member.absences.length > 0 ? (
        <ul className={css.list}>
          {member.absences.map(({ id, firstDay, lastDay }) => (
            <li key={id} className={css.item}>
              {t("jury.absence_line", { from: firstDay, until: lastDay })}
              <ReplyForm formId={`absence-${id}`} intent="absence_remove" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="link" label={t("jury.absence_remove", { from: firstDay, until: lastDay })}>
                  {t("jury.remove")}
                </SubmitButton>
              </ReplyForm>
            </li>
          ))}
        </ul>
      ) : null}
      <ReplyForm key={member.absences.length} formId="absence" intent="absence" reply={reply} preventScrollReset>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="personId" value={member.id} />
          <div className={css.days}>
            <TextField name="firstDay" type="date" label={t("jury.first_day")} />
            <TextField name="lastDay" type="date" label={t("jury.last_day")} />
          </div>
          <div>
            <SubmitButton look="quiet">{t("jury.absence_add")}</SubmitButton>
          </div>
        </Fields>
      </ReplyForm>
      {children}
    </div>
  );
}
