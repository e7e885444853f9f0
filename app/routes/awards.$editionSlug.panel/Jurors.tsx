import { CheckField } from "~/ui/forms/fields";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import { Brings } from "~/ui/awards/Brings";
import css from "./Panel.module.css";
import type { PanelView } from "./load.server";

type Member = PanelView["members"][number];

/** Who judges, what each brings, and how far each is. */
export function Jurors({ view, reply, page }: { view: PanelView; reply: Reply | null; page: string }) {
  const t = useT();
  const { members, edition } = view;
  if (members.length === 0) return <p className={css.muted}>{t("jury.none")}</p>;
  return (
    <div id="people" className={css.plain}>
      <Rows title={t("jury.people")}>
        {members.map((member) => (
          <Row key={member.id} title={member.name} facts={<Facts member={member} view={view} />}>
            {edition.published ? null : (
              <Link to={`${page}?juror=${member.id}#juror`} aria-label={t("jury.edit_named", { name: member.name })}>
                {t("jury.edit")}
              </Link>
            )}
          </Row>
        ))}
      </Rows>
      {edition.published ? null : <Switches view={view} />}
      <Opened view={view} reply={reply} page={page} />
    </div>
  );
}

/** What jurors may see and do besides scoring. */
function Switches({ view }: { view: PanelView }) {
  const t = useT();
  return (
    <Card>
      <h3>{t("jury.switches")}</h3>
      <ReplyForm formId="peers" intent="peers" preventScrollReset className={css.acts}>
        <CheckField name="shown" label={t("jury.peers_shown")} initial={view.showsPeers} />
        <SubmitButton look="quiet" small>
          {t("jury.save")}
        </SubmitButton>
      </ReplyForm>
      {view.mayCompare ? (
        <ReplyForm formId="comparing" intent="comparing" preventScrollReset className={css.acts}>
          <CheckField name="on" label={t("compare.switch")} initial={view.comparesPairs} />
          <SubmitButton look="quiet" small label={t("compare.save")}>
            {t("jury.save")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
    </Card>
  );
}

function Facts({ member, view }: { member: Member; view: PanelView }) {
  const t = useT();
  const own = view.progress.jurors.find(({ jurorId }) => jurorId === member.id);
  const languages = member.langs.map((lang) => t(`locale.${lang}`)).join(", ");
  const domains = view.domains.filter(({ value }) => member.domainIds.includes(value)).map((one) => one.label);
  return (
    <>
      {own ? (
        <>
          <strong>{t(`jury.pace.${own.pace}`)}</strong> · {t("jury.facts", { done: own.done, assigned: own.assigned, drafts: own.drafts })}
          {own.recused > 0 ? ` · ${t("jury.facts_recused", { count: own.recused })}` : ""}
          {own.lastAt ? (
            <>
              {" · "}
              {t("jury.last")} <Time at={own.lastAt} zone={view.edition.zone} />
            </>
          ) : null}
        </>
      ) : (
        <strong>{t("jury.pace.idle")}</strong>
      )}
      <br />
      {member.most === null ? t("jury.brings_free", { languages }) : t("jury.brings", { languages, most: member.most })}
      {member.daysAway > 0 ? ` · ${t("jury.away_days", { away: member.daysAway, left: member.daysLeft })}` : ""}
      {domains.length > 0 ? (
        <>
          <br />
          {t("jury.brings_domains", { domains: domains.join(", ") })}
        </>
      ) : null}
    </>
  );
}

function Opened({ view, reply, page }: { view: PanelView; reply: Reply | null; page: string }) {
  const t = useT();
  const member = view.members.find(({ id }) => id === view.juror);
  if (!member) return null;
  return (
    <div id="juror">
      <Card>
        <Brings title={t("jury.member", { name: member.name })} member={member} domains={view.domains} reply={reply}>
          <Link to={`${page}#people`}>{t("jury.close")}</Link>
        </Brings>
      </Card>
    </div>
  );
}
