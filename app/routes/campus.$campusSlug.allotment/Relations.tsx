import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import type { AllotmentPage } from "./load.server";
import css from "./Allotment.module.css";

/** Who coaches what on the campus, and since when. */
export function Relations({ relations, zone }: { relations: AllotmentPage["relations"]; zone: string }) {
  const t = useT();
  if (relations.length === 0) return <p className={css.facts}>{t("coaching.allot.relations.none")}</p>;
  return (
    <Rows title={t("coaching.allot.relations")}>
      {relations.map(({ id, ideaId, title, lang, coach, from, mayEnd }) => {
        const named = title ?? t("coaching.allot.closed");
        return (
          <Row
            key={id}
            title={
              title === null ? (
                named
              ) : (
                <Link to={`/ideas/${ideaId}`} lang={lang}>
                  {title}
                </Link>
              )
            }
            facts={
              <>
                {coach.name}, {t("coaching.allot.since")} <Time at={from} zone={zone} dateOnly />
              </>
            }
          >
            {mayEnd ? (
              <ReplyForm formId={`end-${id}`} intent="end" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="quiet" small label={t("coaching.allot.end_named", { title: named, name: coach.name })}>
                  {t("coaching.allot.end")}
                </SubmitButton>
              </ReplyForm>
            ) : null}
          </Row>
        );
      })}
    </Rows>
  );
}
