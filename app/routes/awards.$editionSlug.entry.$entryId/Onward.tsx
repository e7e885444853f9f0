import type { ReactNode } from "react";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import type { EntryData } from "./route";

type OnwardView = NonNullable<NonNullable<EntryData["after"]>["onward"]>;
type Helper = OnwardView["companies"][number];

/** How a team without a prize can go on: a coach, hours in the lab, companies that go with the idea. */
export function Onward({ onward: { ideaId, coach, coaches, labPath, together, companies } }: { onward: OnwardView }) {
  const t = useT();
  const coachText = coach
    ? t("certificate.next.coach_yours")
    : coaches.length > 0
      ? t("certificate.next.coach_fit")
      : t("certificate.next.coach_any");
  return (
    <div id="next">
      <Rows title={t("certificate.next.title")}>
        <Row title={t("certificate.next.coach")} facts={coachText}>
          <Links helpers={coach ? [coach] : coaches}>
            <Link to={`/coaching?idea=${ideaId}`}>{t("certificate.next.coaches")}</Link>
          </Links>
        </Row>
        {labPath ? (
          <Row title={t("certificate.next.lab")} facts={t("certificate.next.lab_text")}>
            <Link to={labPath}>{t("certificate.next.lab_book")}</Link>
          </Row>
        ) : null}
        {together.length > 0 ? (
          <Row title={t("certificate.next.together")} facts={t("certificate.next.together_text")}>
            <Links helpers={together} />
          </Row>
        ) : null}
        <Row
          title={t("certificate.next.companies")}
          facts={companies.length > 0 ? t("certificate.next.companies_text") : t("certificate.next.companies_none")}
        >
          <Links helpers={companies}>
            <Link to={`/ideas/${ideaId}/matches`}>{t("certificate.next.matches")}</Link>
          </Links>
        </Row>
      </Rows>
    </div>
  );
}

function Links({ helpers, children }: { helpers: readonly Helper[]; children?: ReactNode }) {
  return (
    <>
      {helpers.map(({ name, path }) => (
        <Link key={path} to={path}>
          {name}
        </Link>
      ))}
      {children}
    </>
  );
}
