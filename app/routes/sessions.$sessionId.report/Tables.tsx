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
      <ScrolledTable
        label={t("sessions.report.rounds")}
        columns={[
          t("sessions.report.round"),
          t("sessions.report.talks"),
          t("sessions.report.pauses"),
          t("sessions.report.answers"),
          t("sessions.report.yes"),
          t("sessions.report.matches"),
        ]}
      >
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
      <ScrolledTable
        label={t("sessions.report.people")}
        columns={[t("sessions.report.name"), t("sessions.report.state"), t("sessions.register.idea")]}
      >
        {people.map(({ personId, name, state, title }) => (
          <tr key={personId}>
            <th scope="row">{name}</th>
            <td>{t(`sessions.mine.${state}`)}</td>
            <td>{title}</td>
          </tr>
        ))}
      </ScrolledTable>
    </Card>
  );
}
