import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import type { ReportView } from "./route";

/** What came of each round, in numbers. */
export function RoundTable({ rounds }: { rounds: ReportView["rounds"] }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("sessions.report.rounds")}</h2>
      <ScrolledTable label={t("sessions.report.rounds")}>
        <thead>
          <tr>
            <th scope="col">{t("sessions.report.round")}</th>
            <th scope="col">{t("sessions.report.talks")}</th>
            <th scope="col">{t("sessions.report.pauses")}</th>
            <th scope="col">{t("sessions.report.answers")}</th>
            <th scope="col">{t("sessions.report.yes")}</th>
            <th scope="col">{t("sessions.report.matches")}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ round, talks, pauses, answers, yes, matches }) => (
            <tr key={round}>
              <th scope="row">{round}</th>
              <td>{talks}</td>
              <td>{pauses}</td>
              <td>{answers}</td>
              <td>{yes}</td>
              <td>{matches}</td>
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
    </Card>
  );
}

/** Who was there, and who was not. */
export function PeopleTable({ people }: { people: ReportView["people"] }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("sessions.report.people")}</h2>
      <ScrolledTable label={t("sessions.report.people")}>
        <thead>
          <tr>
            <th scope="col">{t("sessions.report.name")}</th>
            <th scope="col">{t("sessions.report.state")}</th>
            <th scope="col">{t("sessions.register.idea")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, state, title }) => (
            <tr key={personId}>
              <th scope="row">{name}</th>
              <td>{t(`sessions.mine.${state}`)}</td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
    </Card>
  );
}
