import { useT } from "~/ui/i18n";
import { Face } from "~/ui/kit/Face";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import { Act } from "./Act";
import type { TeamData } from "./route";

type Shown = Pick<TeamData, "members" | "photos" | "invitations" | "mayInvite" | "me">;

/** Who is in the team and whom it waits for, with what may be done about each. */
export function Members({ members, photos, invitations, mayInvite, me }: Shown) {
  const t = useT();
  return (
    <>
      <Rows title={t("team.members")}>
        {members.map((member, at) => (
          <Row
            key={member.person?.personId ?? at}
            face={<Face name={member.person?.name ?? ""} photo={photos[member.person?.personId ?? ""]} />}
            title={member.person?.name ?? t("ideas.timeline.someone")}
            facts={
              <>
                {member.role === "owner" ? `${t("ideas.page.owner")} · ` : ""}
                {t("team.since")} <Time at={member.since} dateOnly />
              </>
            }
          >
            {mayInvite && member.person && member.role !== "owner" ? (
              <Act intent="owner" id={member.person.personId} name={member.person.name} label={t("team.make_owner")} />
            ) : null}
            {mayInvite && member.person && member.person.personId !== me ? (
              <Act intent="remove" id={member.person.personId} name={member.person.name} label={t("team.remove")} />
            ) : null}
            {member.person && member.person.personId !== me && photos[member.person.personId] ? (
              <Link to={`/report/photo/${photos[member.person.personId] ?? ""}`}>{t("photo.report")}</Link>
            ) : null}
            {member.person?.personId === me ? <Act intent="leave" id="" name="" label={t("team.leave")} /> : null}
          </Row>
        ))}
      </Rows>
      {invitations.length > 0 ? (
        <Rows title={t("team.waiting")}>
          {invitations.map((one) => (
            <Row
              key={one.id}
              title={one.email}
              facts={
                <>
                  {t("team.until")} <Time at={one.dueAt} dateOnly />
                </>
              }
            >
              <Act intent="withdraw" id={one.id} name={one.email} label={t("team.withdraw")} />
            </Row>
          ))}
        </Rows>
      ) : null}
    </>
  );
}
