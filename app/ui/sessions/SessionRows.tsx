import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Row, Rows } from "../kit/Rows";
import { Time } from "../when";

export interface SessionLineView {
  readonly id: string;
  readonly kind: "matchmaking" | "brainstorm" | "workshop";
  readonly title: string;
  readonly lang: string;
  readonly from: Date;
  readonly state: "planned" | "held" | "cancelled";
  readonly zone: string;
  readonly campusName: string;
  readonly place: string;
  readonly free: number;
  readonly mine: "waiting" | "offered" | "coming" | "present" | "absent" | "cancelled" | "expired" | null;
  readonly leads: boolean;
}

/** Sessions under a title: when, what, where, whether there is room, and where one stands. */
export function SessionRows({ title, sessions }: { title: string; sessions: readonly SessionLineView[] }) {
  const t = useT();
  return (
    <Rows title={title}>
      {sessions.map((one) => {
        const { id, kind, from, zone, place, campusName, free, mine, leads, state } = one;
        const standing = leads ? t("sessions.mine.leads") : mine === null || mine === "cancelled" ? null : t(`sessions.mine.${mine}`);
        const room = state === "planned" ? (free > 0 ? t("sessions.free", { count: free }) : t("sessions.full")) : t(`coaching.state.held`);
        return (
          <Row
            key={id}
            title={
              <Link to={`/sessions/${id}`}>
                <Time at={from} zone={zone} /> · <span lang={one.lang}>{one.title}</span>
              </Link>
            }
            facts={[t(`sessions.kind.${kind}`), place, campusName, room].filter(Boolean).join(" · ")}
          >
            {standing ? <strong>{standing}</strong> : null}
          </Row>
        );
      })}
    </Rows>
  );
}
