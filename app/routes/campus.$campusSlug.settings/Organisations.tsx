import { TextField } from "~/ui/forms/fields";
import { Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Column } from "~/ui/kit/Columns";
import { Link } from "~/ui/kit/Link";
import { EmptyState } from "~/ui/kit/Page";
import { Block, List } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import type { SettingsView } from "./load.server";
import css from "./Settings.module.css";

type Organisation = SettingsView["organisations"][number];

function Members({
  id,
  members,
  zone,
  reply,
}: {
  id: string;
  members: NonNullable<Organisation["members"]>;
  zone: string;
  reply: Reply | null;
}) {
  const t = useT();
  return (
    <div className={css.panel}>
      {members.length === 0 ? <p className={css.facts}>{t("campus.members.none")}</p> : null}
      <ul className={css.members}>
        {members.map(({ personId, name, from }) => (
          <li key={personId}>
            <span>
              {name}{" "}
              <span className={css.facts}>
                {t("campus.member.since")} <Time at={from} zone={zone} dateOnly />
              </span>
            </span>
            <ReplyForm formId={`member-${personId}`} intent="end_member" preventScrollReset>
              <input type="hidden" name="id" value={`${id}:${personId}`} />
              <SubmitButton look="link" label={t("campus.member.end_named", { name })}>
                {t("campus.member.end")}
              </SubmitButton>
            </ReplyForm>
          </li>
        ))}
      </ul>
      <ReplyForm key={members.length} formId="member" reply={reply} intent="member" preventScrollReset>
        <Fields>
          <input type="hidden" name="organisationId" value={id} />
          <TextField name="email" type="email" label={t("campus.member.email")} hint={t("campus.member.hint")} autoComplete="off" />
          <SubmitButton look="quiet" small>
            {t("campus.member.add")}
          </SubmitButton>
        </Fields>
      </ReplyForm>
    </div>
  );
}

/** Companies and partners of the campus; one of them opened, with who acts for it. */
export function Organisations({ view, reply }: { view: SettingsView; reply: Reply | null }) {
  const t = useT();
  const { organisations, campus } = view;
  const page = `/campus/${campus.slug}/settings`;
  if (organisations.length === 0) return <EmptyState title={t("campus.organisations")} text={t("campus.organisations.none")} />;
  return (
    <Column as="section" gap={1}>
      <h2>{t("campus.organisations")}</h2>
      <List>
        {organisations.map(({ id, slug, name, description, website, members }) => (
          <Block key={id}>
            <div className={css.head}>
              <div className={css.who}>
                <p className={css.name}>{name}</p>
                {description ? <p className={css.facts}>{description}</p> : null}
                {website ? (
                  <p className={css.facts}>
                    <a href={website} rel="noreferrer">
                      {website.replace(/^https?:\/\/|\/$/g, "")}
                    </a>
                  </p>
                ) : null}
                <p className={css.facts}>
                  <Link to={`/organisations/${id}`} aria-label={t("campus.organisation.words_of", { name })}>
                    {t("campus.organisation.words")}
                  </Link>
                </p>
              </div>
              {members ? (
                <Link to={`${page}#organisations`} preventScrollReset aria-label={t("campus.members.close", { name })}>
                  {t("form.close")}
                </Link>
              ) : (
                <Link to={`${page}?organisation=${slug}#organisations`} preventScrollReset aria-label={t("campus.members.of", { name })}>
                  {t("campus.members")}
                </Link>
              )}
            </div>
            {members ? <Members id={id} members={members} zone={campus.zone} reply={reply} /> : null}
          </Block>
        ))}
      </List>
    </Column>
  );
}
